public import Basics
public import Database

/// The people and organisations, inside one transaction.
public struct PartijStore {
    let tx: Transaction

    public func find(_ id: Identifier<Partij>) throws -> Partij? {
        try tx.first("SELECT \(Partij.columns) FROM partijen WHERE id = \(id)").map(Partij.init(row:))
    }

    /// Adds a person nobody knew yet, and makes them findable.
    public func add(_ partij: Partij, at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO partijen (\(Partij.columns), aangemaakt)
            VALUES (\(partij.id), \(partij.soort), \(partij.naam), \(partij.geboortedatum), \(partij.adres?.regel),
                \(partij.adres?.postcode), \(partij.adres?.plaats), \(partij.email), \(partij.telefoon), \(partij.iban),
                \(partij.voorkeurskanaal), \(partij.taal), \(partij.isAfgeschermd), \(partij.versie),
                \(partij.samengevoegdMet), \(now))
            """)
        try tx.zoekindex.put(partij.zoekregel)
    }

    /// Saves a changed person; refused when someone else saved a newer version.
    public func save(_ partij: Partij) throws {
        let changed = try tx.run(
            """
            UPDATE partijen SET soort = \(partij.soort), naam = \(partij.naam), geboortedatum = \(partij.geboortedatum),
                adresregel = \(partij.adres?.regel), postcode = \(partij.adres?.postcode), plaats = \(partij.adres?.plaats),
                email = \(partij.email), telefoon = \(partij.telefoon), iban = \(partij.iban),
                voorkeurskanaal = \(partij.voorkeurskanaal), taal = \(partij.taal), versie = versie + 1
            WHERE id = \(partij.id) AND versie = \(partij.versie)
            """)
        guard changed == 1 else { throw PartijRefusal.changedMeanwhile }
        try tx.zoekindex.put(partij.zoekregel)
    }

    /// The people with this IBAN, such as partners with one account.
    public func all(withIBAN iban: String) throws -> [Partij] {
        try tx.rows(
            "SELECT \(Partij.columns) FROM partijen WHERE iban = \(iban) AND samengevoegd_met IS NULL ORDER BY id LIMIT 10"
        )
        .map(Partij.init(row:))
    }

    /// The people who go by this mail address, however it is written.
    public func all(withEmail email: String) throws -> [Partij] {
        try tx.rows(
            """
            SELECT \(Partij.columns) FROM partijen
            WHERE lower(email) = \(email.lowercased()) AND samengevoegd_met IS NULL ORDER BY id LIMIT 10
            """
        ).map(Partij.init(row:))
    }

    /// The one person whose name, day of birth, and address, account or mail address are the same; nothing in any doubt.
    public func same(as one: Partij) throws -> Partij? {
        guard let born = one.geboortedatum else { return nil }
        let found = try tx.rows(
            """
            SELECT \(Partij.columns) FROM partijen
            WHERE geboortedatum = \(born) AND soort = \(one.soort) AND samengevoegd_met IS NULL LIMIT 200
            """
        ).map(Partij.init(row:)).filter { !$0.isAfgeschermd && $0.isSame(as: one) }
        return found.count == 1 ? found[0] : nil
    }

    /// The person with this IBAN, when exactly one has it.
    public func only(withIBAN iban: String) throws -> Partij? {
        let rows = try tx.rows(
            "SELECT \(Partij.columns) FROM partijen WHERE iban = \(iban) AND samengevoegd_met IS NULL ORDER BY id LIMIT 2"
        )
        return rows.count == 1 ? try Partij(row: rows[0]) : nil
    }
}

/// Why a change of a person was refused.
public enum PartijRefusal: Error, Hashable {
    case changedMeanwhile, unknown
    /// Fields that are not in order, each with what is wrong.
    case invalid([Contactgegevens.Veld: Contactgegevens.Fout])
}

extension Transaction {
    public var partijen: PartijStore { PartijStore(tx: self) }
}

extension Partij {
    var zoekregel: Zoekregel {
        let adres = isAfgeschermd ? nil : adres
        let numbers = [adres?.postcode.aaneen, telefoon?.aaneen, iban?.aaneen]
        let words = ([adres?.regel, adres?.postcode, adres?.plaats, email, telefoon] + numbers).compactMap(\.self)
        return Zoekregel(
            soort: .klant, verwijzing: id.text, titel: naam, tekst: words.joined(separator: " "),
            ondertitel: [adres?.regel, adres?.plaats].compactMap(\.self).joined(separator: ", "), facet: soort.rawValue)
    }
}
