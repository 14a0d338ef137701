import Basics
import Bibliotheek
import Klanten
import Procesbot
import Taalmodel
import Zaken

extension BotDesk {
    /// What is asked, with what it means where that is to be had in time.
    func raadpleging(
        _ form: AdviesForm, _ zaak: Identifier<Zaak>?, _ context: SignedInContext
    ) async throws -> Raadpleging {
        try await meant(form.raadpleging(zaak, context))
    }

    /// The same for whoever asks.
    func meant(_ vraag: Raadpleging) async throws -> Raadpleging {
        var vraag = vraag
        vraag.betekenis = await meaning(of: try await masked(vraag))
        return vraag
    }

    private func meaning(of masked: String?) async -> Meaning? {
        guard let meanings, let masked else { return nil }
        return await meanings.meaning(of: masked)
    }

    /// The question without whatever points at a person; nothing where nobody asks what it means.
    private func masked(_ vraag: Raadpleging) async throws -> String? {
        guard meanings != nil, !vraag.vraag.isEmpty else { return nil }
        let adviser = try await leeszaal.adviser(on: desk.today())
        var masker = Masker(names: try await names(of: vraag.zaak)) { adviser.knows($0) }
        return try masker.mask(desk.bijzonder.without(vraag.vraag))
    }

    /// Whose names must not leave: the person of the zaak, and whoever works here.
    func names(of zaak: Identifier<Zaak>?) async throws -> [String] {
        try await desk.office.read { tx in
            let staff = try tx.gebruikers.all().map(\.name)
            guard let zaak, let found = try tx.zaken.find(zaak) else { return staff }
            return [try tx.partijen.find(found.partij)?.naam].compactMap { $0 } + staff
        }
    }
}
