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
    /// The steps that the person ticked, counted from 1; none where it was rejected as a whole.
    public let gekozen: [Int]

    /// The steps that it is about, as the advice words them: those that were ticked, else the first three of the route.
    public var stappen: [String] { gekozenStappen.compactMap { $0["step"].text } }

    /// The same with their sources.
    public var gekozenStappen: [JSON] {
        let route = advies["route"].elements ?? []
        guard !gekozen.isEmpty else { return Array(route.filter { $0["excluded"].flag != true }.prefix(3)) }
        let all = route + (advies["also"].elements ?? [])
        return gekozen.filter { all.indices.contains($0 - 1) }.map { all[$0 - 1] }
    }
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
            INSERT INTO adviezen (id, zaak_id, vraag, correcties, advies, bibliotheek, moment, door, besluit, reden, gekozen)
            VALUES (\(one.id), \(one.zaak), \(one.vraag), \(one.correcties), \(one.advies), \(one.bibliotheek),
                \(one.moment), \(one.door), \(one.besluit), \(one.reden),
                \(one.gekozen.map(String.init).joined(separator: ",")))
            """)
    }

    private static let all: Query =
        "SELECT id, zaak_id, vraag, correcties, advies, bibliotheek, moment, door, besluit, reden, gekozen FROM adviezen"
}

extension Adviesrecord {
    init(row: Row) throws {
        let chosen: String = try row["gekozen"]
        self.init(
            id: try row["id"], zaak: try row["zaak_id"], vraag: try row["vraag"], correcties: try row["correcties"],
            advies: try row["advies"], bibliotheek: try row["bibliotheek"], moment: try row["moment"],
            door: try row["door"], besluit: try row["besluit"], reden: try row["reden"],
            gekozen: chosen.split(separator: ",").compactMap { Int($0) })
    }
}

extension Transaction {
    public var adviezen: AdviesStore { AdviesStore(tx: self) }
}
