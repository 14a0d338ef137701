public import Basics
public import Database
import Journal
import Recht
import Zaken

/// The rows that people added to the legal tables, inside one transaction.
public struct RechtsrijStore {
    let tx: Transaction
    private static let columns: Query = "id, bestand, lijst, van, rij, staat, door, moment, besluit_door"

    public func find(_ id: Identifier<Rechtsrij>) throws -> Rechtsrij? {
        try tx.first("SELECT \(RechtsrijStore.columns) FROM rechtsrijen WHERE id = \(id)").map(Rechtsrij.init(row:))
    }

    /// All rows, the newest first.
    public func all(limit: Int = 200) throws -> [Rechtsrij] {
        try tx.rows("SELECT \(RechtsrijStore.columns) FROM rechtsrijen ORDER BY id DESC LIMIT \(limit)")
            .map(Rechtsrij.init(row:))
    }

    /// The rows that hold, the oldest first, so that a later one of the same day counts.
    public func inForce() throws -> [Rechtsrij] {
        try tx.rows("SELECT \(RechtsrijStore.columns) FROM rechtsrijen WHERE staat = 'geldig' ORDER BY id")
            .map(Rechtsrij.init(row:))
    }

    func add(_ one: Rechtsrij) throws {
        try tx.run(
            """
            INSERT INTO rechtsrijen (\(RechtsrijStore.columns))
            VALUES (\(one.id), \(one.bestand), \(one.lijst), \(one.van), \(one.facts), \(one.staat), \(one.door),
                \(one.moment), \(one.besluitDoor))
            """)
    }

    func decide(_ id: Identifier<Rechtsrij>, _ staat: Rechtsrij.Staat, by door: Medewerker, at now: Moment) throws {
        try tx.run(
            """
            UPDATE rechtsrijen SET staat = \(staat), besluit_door = \(door.rawValue), besluit_moment = \(now)
            WHERE id = \(id) AND staat = 'voorgesteld'
            """)
    }
}

extension Rechtsrij {
    var subject: Subject { Subject(kind: "recht", id: bestand) }

    var record: JSON {
        ["lijst": .string(lijst), "van": JSON(van), "bron": .string(rij["bron"] ?? "")]
    }

    fileprivate var facts: JSON {
        .array(rij.feiten.map { ["naam": .string($0.naam), "waarde": .string($0.waarde)] })
    }

    fileprivate init(row: Row) throws {
        let facts: JSON = try row["rij"]
        self.init(
            id: try row["id"], bestand: try row["bestand"], lijst: try row["lijst"], van: try row["van"],
            rij: Rechtsbestand.Rij(
                (facts.elements ?? []).map { .init(naam: $0["naam"].text ?? "", waarde: $0["waarde"].text ?? "") }),
            staat: try row["staat"], door: try row["door"], moment: try row["moment"],
            besluitDoor: try row["besluit_door"])
    }
}

extension Transaction {
    public var rechtsrijen: RechtsrijStore { RechtsrijStore(tx: self) }
}
