import Basics
import Klanten

extension Toestand.Geadresseerde {
    /// Who handles it, as A.4.1 asked; nothing when it names nobody.
    init?(_ answer: [String: JSON]) {
        func text(_ field: String) -> String? {
            answer[field]?.text.map { $0.filter { !$0.isNewline } }.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let name = text("contactpersoon") else { return nil }
        let address = text("contactRegel").map {
            Adres(regel: $0, postcode: text("contactPostcode") ?? "", plaats: text("contactPlaats") ?? "")
        }
        self.init(naam: name, adres: address, email: text("contactEmail"))
    }

    /// Refuses what no letter can be sent to.
    func check() throws {
        guard !naam.allSatisfy(\.isWhitespace) else { throw ToestandRefusal.addresseeNameMissing }
        guard email.map(\.isEmail) ?? true else { throw ToestandRefusal.addresseeEmail }
    }

    /// Whether it tells more than what was known.
    func isNews(beside known: Toestand.Geadresseerde?) -> Bool { completing(known) != known }

    /// With the address that was known of the same person, where this one names none.
    func completing(_ known: Toestand.Geadresseerde?) -> Toestand.Geadresseerde {
        guard let known, known.naam == naam else { return self }
        return Toestand.Geadresseerde(naam: naam, adres: adres ?? known.adres, email: email ?? known.email)
    }
}
