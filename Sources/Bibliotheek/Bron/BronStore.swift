public import Basics
import Crypto
public import Database
import Foundation
import Zaken

/// The sources, inside one transaction.
public struct BronStore {
    let tx: Transaction

    public func find(_ id: Identifier<Bron>) throws -> Bron? {
        try tx.first("SELECT id, naam FROM bronnen WHERE id = \(id)").map(Bron.init(row:))
    }

    public func find(naam: String) throws -> Bron? {
        try tx.first("SELECT id, naam FROM bronnen WHERE naam = \(naam)").map(Bron.init(row:))
    }

    /// The source of which one of these is a version (SHA-256, hexadecimal).
    func find(hashes: Set<String>) throws -> Bron? {
        guard !hashes.isEmpty else { return nil }
        return try tx.first(
            """
            SELECT DISTINCT b.id, b.naam FROM bronversies v JOIN bronnen b ON b.id = v.bron_id
            WHERE v.hash IN (\(list: hashes.sorted())) ORDER BY b.naam, b.id LIMIT 1
            """
        ).map(Bron.init(row:))
    }

    /// The newest version of each source, by name.
    public func newest() throws -> [Bronversie] {
        try tx.rows(
            """
            \(BronStore.versions) WHERE v.versie = (SELECT max(w.versie) FROM bronversies w WHERE w.bron_id = v.bron_id)
            ORDER BY b.naam, v.bron_id
            """
        ).map(Bronversie.init(row:))
    }

    /// The versions of a source, the newest first.
    public func versions(of bron: Identifier<Bron>) throws -> [Bronversie] {
        try tx.rows("\(BronStore.versions) WHERE v.bron_id = \(bron) ORDER BY v.versie DESC").map(Bronversie.init(row:))
    }

    /// The version of each source that may be cited on a day: the newest that has begun, unless that has expired.
    public func inForce(on day: Day) throws -> [Bronversie] {
        try tx.rows(
            """
            \(BronStore.versions) WHERE v.versie = (
                SELECT max(w.versie) FROM bronversies w WHERE w.bron_id = v.bron_id
                AND (w.geldig_van IS NULL OR w.geldig_van <= \(day)))
            ORDER BY b.naam, v.bron_id
            """
        ).map(Bronversie.init(row:)).filter { $0.isValid(on: day) }
    }

    /// What changes whenever the library changes.
    public func stand() throws -> String {
        try tx.instellingen[BronStore.key] ?? ""
    }

    static let key = "bibliotheek.stand"

    static let versions: Query =
        """
        SELECT b.id, b.naam, v.versie, v.bestandsnaam, v.vorm, v.hash, v.tekst, v.titel, v.uitgave, v.eigenaar,
            v.geldig_van, v.geldig_tot, v.zaaktypen, v.stappen, v.moment, v.door
        FROM bronversies v JOIN bronnen b ON b.id = v.bron_id
        """
}

extension BronStore {
    func add(_ bron: Bron) throws {
        try tx.run("INSERT INTO bronnen (id, naam) VALUES (\(bron.id), \(bron.naam))")
    }

    func add(_ version: Bronversie, file: [UInt8], text: [UInt8]) throws {
        for bytes in [file, text] { try tx.inhoud.keep(bytes) }
        try tx.run(
            """
            INSERT INTO bronversies (bron_id, versie, bestandsnaam, vorm, hash, tekst, titel, uitgave, eigenaar,
                geldig_van, geldig_tot, zaaktypen, stappen, moment, door)
            VALUES (\(version.bron.id), \(version.nummer), \(version.bestandsnaam), \(version.vorm), \(version.hash),
                \(version.tekst), \(version.titel), \(version.uitgave), \(version.eigenaar), \(version.geldigVan),
                \(version.geldigTot), \(version.zaaktypen), \(version.stappen), \(version.moment), \(version.door))
            """)
        try mark(version.hash + version.moment.description)
    }

    func expire(_ bron: Identifier<Bron>, version: Int, after day: Day?, at now: Moment) throws {
        try tx.run(
            "UPDATE bronversies SET geldig_tot = \(day) WHERE bron_id = \(bron) AND versie = \(version)")
        try mark("\(bron.text) \(version) \(day?.description ?? "") \(now)")
    }

    /// Says that what the library is made of has changed.
    func mark(_ change: String) throws {
        let stand = SHA256.hash(data: Data((try stand() + change).utf8)).hexadecimal
        try tx.instellingen.put(stand, for: BronStore.key)
    }
}

extension Transaction {
    public var bronnen: BronStore { BronStore(tx: self) }
}
