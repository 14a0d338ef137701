public import Basics
public import Database
public import Zaken

/// An advice that a person did something with: adopted, adapted, rejected, or told something about.
public struct Adviesrecord: Hashable, Sendable, Identifiable {
    public enum Besluit: String, Sendable, CaseIterable { case overgenomen, aangepast, afgewezen }

    public let id: Identifier<Adviesrecord>
    public let zaak: Identifier<Zaak>?
    public let vraag: String
    public let correcties: JSON
    /// The advice as it was given, with the words it quoted.
    public let advies: JSON
    /// The stand of the library it was made from.
    public let bibliotheek: String
    public let moment: Moment
    public let door: String
    public let besluit: Besluit?
    public let reden: String?
}

extension Adviesrecord.Besluit: ColumnValue {}

/// The advices that are kept, inside one transaction.
public struct AdviesStore {
    let tx: Transaction

    public func find(_ id: Identifier<Adviesrecord>) throws -> Adviesrecord? {
        try tx.first("\(AdviesStore.all) WHERE id = \(id)").map(Adviesrecord.init(row:))
    }

    /// The advices on a zaak, the newest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Adviesrecord] {
        try tx.rows("\(AdviesStore.all) WHERE zaak_id = \(zaak) ORDER BY moment DESC, id DESC")
            .map(Adviesrecord.init(row:))
    }

    func add(_ one: Adviesrecord) throws {
        try tx.run(
            """
            INSERT INTO adviezen (id, zaak_id, vraag, correcties, advies, bibliotheek, moment, door, besluit, reden)
            VALUES (\(one.id), \(one.zaak), \(one.vraag), \(one.correcties), \(one.advies), \(one.bibliotheek),
                \(one.moment), \(one.door), \(one.besluit), \(one.reden))
            """)
    }

    private static let all: Query =
        "SELECT id, zaak_id, vraag, correcties, advies, bibliotheek, moment, door, besluit, reden FROM adviezen"
}

extension Adviesrecord {
    init(row: Row) throws {
        self.init(
            id: try row["id"], zaak: try row["zaak_id"], vraag: try row["vraag"], correcties: try row["correcties"],
            advies: try row["advies"], bibliotheek: try row["bibliotheek"], moment: try row["moment"],
            door: try row["door"], besluit: try row["besluit"], reden: try row["reden"])
    }
}

extension Transaction {
    public var adviezen: AdviesStore { AdviesStore(tx: self) }
}
