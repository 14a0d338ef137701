public import Basics
import Database

extension Partij {
    /// A detail that two records of one person may tell differently.
    public enum Gegeven: String, Hashable, Sendable, CaseIterable {
        case naam, geboren, adres, telefoon, email, iban, kanaal, taal
    }

    /// The person with what another record tells better; what is not known here is taken from there anyway.
    public func taking(_ details: Set<Gegeven>, from other: Partij) -> Partij {
        var one = self
        func wants(_ detail: Gegeven, _ isMissing: Bool) -> Bool { isMissing || details.contains(detail) }
        if details.contains(.naam) { one.naam = other.naam }
        if wants(.geboren, geboortedatum == nil) { one.geboortedatum = other.geboortedatum ?? geboortedatum }
        if wants(.adres, adres == nil) { one.adres = other.adres ?? adres }
        if wants(.telefoon, telefoon == nil) { one.telefoon = other.telefoon ?? telefoon }
        if wants(.email, email == nil) { one.email = other.email ?? email }
        if wants(.iban, iban == nil) { one.iban = other.iban ?? iban }
        if details.contains(.kanaal) { one.voorkeurskanaal = other.voorkeurskanaal }
        if details.contains(.taal) { one.taal = other.taal }
        return one
    }

    /// All details, to put back later.
    public var details: JSON {
        [
            "naam": .string(naam), "geboren": geboortedatum.map { JSON($0) } ?? .null,
            "regel": adres.map { .string($0.regel) } ?? .null, "postcode": adres.map { .string($0.postcode) } ?? .null,
            "plaats": adres.map { .string($0.plaats) } ?? .null, "telefoon": telefoon.map { .string($0) } ?? .null,
            "email": email.map { .string($0) } ?? .null, "iban": iban.map { .string($0) } ?? .null,
            "kanaal": .string(voorkeurskanaal.rawValue), "taal": .string(taal.rawValue),
        ]
    }

    /// The person with details that were kept; nothing for JSON of another shape.
    public func with(_ details: JSON) -> Partij? {
        guard let name = details["naam"].text, let channel = details["kanaal"].text.flatMap(Kanaal.init(rawValue:)),
            let language = details["taal"].text.flatMap(Taal.init(rawValue:))
        else { return nil }
        var one = self
        (one.naam, one.voorkeurskanaal, one.taal) = (name, channel, language)
        one.geboortedatum = details["geboren"].day
        one.adres = details["regel"].text.map {
            Adres(regel: $0, postcode: details["postcode"].text ?? "", plaats: details["plaats"].text ?? "")
        }
        (one.telefoon, one.email, one.iban) = (details["telefoon"].text, details["email"].text, details["iban"].text)
        return one
    }
}

extension PartijStore {
    /// This record is the same person as another: it is not found any more, and the other is found by what it said too.
    public func join(_ id: Identifier<Partij>, with other: Identifier<Partij>) throws {
        try tx.run("UPDATE partijen SET samengevoegd_met = \(other), versie = versie + 1 WHERE id = \(id)")
        guard let old = try find(id), let stays = try find(other) else { return }
        try tx.zoekindex.forget(id.text)
        try tx.zoekindex.put(stays.zoekregel)
        try tx.zoekindex.know([old.zoekregel.titel, old.zoekregel.tekst], for: other.text)
    }

    /// This record is a person of its own again.
    public func part(_ id: Identifier<Partij>) throws {
        guard let old = try find(id), let other = old.samengevoegdMet else { return }
        try tx.run("UPDATE partijen SET samengevoegd_met = NULL, versie = versie + 1 WHERE id = \(id)")
        try tx.zoekindex.put(old.zoekregel)
        try tx.zoekindex.forget(other.text)
        if let stays = try find(other) { try tx.zoekindex.put(stays.zoekregel) }
    }

    /// Other records that may be the same person, each with what points there; a person decides.
    public func lookalikes(of one: Partij) throws -> [(partij: Partij, gronden: [Partij.Gegeven])] {
        var found: [Partij] = []
        if let iban = one.iban { found += try all(withIBAN: iban) }
        if let email = one.email { found += try all(withEmail: email) }
        if let born = one.geboortedatum {
            found += try tx.rows(
                "SELECT \(Partij.columns) FROM partijen WHERE geboortedatum = \(born) AND samengevoegd_met IS NULL LIMIT 20"
            ).map(Partij.init(row:))
        }
        for words in [one.naam, one.telefoon, one.adres?.regel].compactMap(\.self) {
            found += try tx.zoekindex.search(Zoekvraag(words, soort: .klant), limit: 10).treffers
                .compactMap { try Identifier($0.verwijzing).flatMap(find) }
        }
        var seen: Set<Identifier<Partij>> = [one.id]
        return found.filter { $0.soort == one.soort && $0.samengevoegdMet == nil && seen.insert($0.id).inserted }
            .map { ($0, $0.shared(with: one)) }.filter { !$0.1.isEmpty }
            .sorted { ($0.1.count, $1.partij.naam) > ($1.1.count, $0.partij.naam) }
    }
}

extension Partij {
    /// The details that are the same in both, however they are written; those that everybody has are none.
    public func shared(with other: Partij) -> [Gegeven] {
        func bare(_ text: String?) -> String? {
            text.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }.flatMap { $0.isEmpty ? nil : $0 }
        }
        let pairs: [(Gegeven, String?, String?)] = [
            (.naam, bare(naam), bare(other.naam)),
            (.geboren, geboortedatum?.description, other.geboortedatum?.description),
            (.adres, bare(adres.map { $0.regel + $0.postcode }), bare(other.adres.map { $0.regel + $0.postcode })),
            (.telefoon, bare(telefoon), bare(other.telefoon)), (.email, email?.lowercased(), other.email?.lowercased()),
            (.iban, bare(iban), bare(other.iban)),
        ]
        return pairs.filter { $0.1 != nil && $0.1 == $0.2 }.map(\.0)
    }
}
