public import Basics
public import Database
import Zaken

/// What a person said of an advice or of one of its steps; for the process owner to mend.
public struct Terugkoppeling: Hashable, Sendable, Identifiable {
    public enum Oordeel: String, Sendable, CaseIterable {
        case klopt
        case kloptNiet = "klopt_niet"
        case onvolledig, verouderd
        case bronOntbreekt = "bron_ontbreekt"
        case onduidelijk
    }

    /// What became of it.
    public enum Uitkomst: String, Sendable, CaseIterable { case hersteld, afgewezen }

    public let id: Identifier<Terugkoppeling>
    public let vraag: String
    public let advies: JSON
    public let correcties: JSON
    public let stap: Int?
    public let oordeel: Oordeel
    public let toelichting: String
    /// What was done instead.
    public let gedaan: String
    public let moment: Moment
    public let door: String
    public let hersteld: Moment?
    public let hersteldDoor: String?
    public let herstel: String?
    /// What became of it, at ``hersteld``; nothing while it waits.
    public let uitkomst: Uitkomst?
    /// Whether it became a test question.
    public let isTestvraag: Bool
}

extension Terugkoppeling.Oordeel: ColumnValue {}
extension Terugkoppeling.Uitkomst: ColumnValue {}

/// What someone asks of the remarks on advice: how they stand, of which kind, whose, and in which order.
public struct Terugkoppelingslijst: Hashable, Sendable {
    public enum Volgorde: String, Sendable, CaseIterable { case nieuwste, oudste }

    /// Nothing for those that wait.
    public var uitkomst: Terugkoppeling.Uitkomst?
    public var oordeel: Terugkoppeling.Oordeel?
    /// Only what one person remarked.
    public var door: String?
    /// Words in the question or the remark.
    public var zoek: String?
    public var volgorde = Volgorde.nieuwste

    public init() {}

    public func all(in tx: Transaction, limit: Int, offset: Int = 0) throws -> [Terugkoppeling] {
        let order: Query = volgorde == .nieuwste ? "t.moment DESC, t.id DESC" : "t.moment, t.id"
        return try tx.rows(
            "\(TerugkoppelingStore.all) WHERE \(clause) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)"
        ).map(Terugkoppeling.init(row:))
    }

    public func count(in tx: Transaction) throws -> Int {
        try tx.first(
            "SELECT count(*) AS aantal FROM terugkoppelingen t JOIN adviezen a ON a.id = t.advies_id WHERE \(clause)"
        )?["aantal"] ?? 0
    }

    private var clause: Query {
        var clause: Query = uitkomst.map { "t.uitkomst = \($0)" } ?? "t.hersteld IS NULL"
        if let oordeel { clause = "\(clause) AND t.oordeel = \(oordeel)" }
        if let door { clause = "\(clause) AND t.door = \(door)" }
        if let zoek {
            let like = "%" + zoek.lowercased().filter { !"%_\\".contains($0) } + "%"
            clause = "\(clause) AND (lower(a.vraag) LIKE \(like) OR lower(t.toelichting) LIKE \(like))"
        }
        return clause
    }
}

/// The feedback, inside one transaction.
public struct TerugkoppelingStore {
    let tx: Transaction

    public func find(_ id: Identifier<Terugkoppeling>) throws -> Terugkoppeling? {
        try tx.first("\(TerugkoppelingStore.all) WHERE t.id = \(id)").map(Terugkoppeling.init(row:))
    }

    /// What became of the remarks of a person since a day, the newest first.
    public func mended(for login: String, since day: Day) throws -> [Terugkoppeling] {
        try tx.rows(
            """
            \(TerugkoppelingStore.all) WHERE t.door = \(login) AND t.hersteld >= \(day.description)
            ORDER BY t.hersteld DESC, t.id DESC LIMIT 5
            """
        ).map(Terugkoppeling.init(row:))
    }

    func add(
        _ id: Identifier<Terugkoppeling>, _ one: Terugkoppeling.Giving, on advies: Identifier<Adviesrecord>,
        at now: Moment
    )
        throws
    {
        try tx.run(
            """
            INSERT INTO terugkoppelingen (id, advies_id, stap, oordeel, toelichting, gedaan, moment, door)
            VALUES (\(id), \(advies), \(one.stap), \(one.oordeel), \(one.toelichting), \(one.gedaan), \(now),
                \(one.door.rawValue))
            """)
    }

    func close(
        _ id: Identifier<Terugkoppeling>, _ uitkomst: Terugkoppeling.Uitkomst, _ why: String, by door: String,
        at now: Moment
    ) throws -> Bool {
        try tx.run(
            """
            UPDATE terugkoppelingen SET hersteld = \(now), hersteld_door = \(door), herstel = \(why),
                uitkomst = \(uitkomst)
            WHERE id = \(id) AND hersteld IS NULL
            """) == 1
    }

    static let all: Query =
        """
        SELECT t.id, a.vraag, a.advies, a.correcties, t.stap, t.oordeel, t.toelichting, t.gedaan, t.moment, t.door,
            t.hersteld, t.hersteld_door, t.herstel, t.uitkomst,
            CASE WHEN EXISTS (SELECT 1 FROM testvragen v WHERE v.terugkoppeling_id = t.id) THEN 1 ELSE 0 END AS testvraag
        FROM terugkoppelingen t JOIN adviezen a ON a.id = t.advies_id
        """
}

extension Terugkoppeling {
    init(row: Row) throws {
        self.init(
            id: try row["id"], vraag: try row["vraag"], advies: try row["advies"], correcties: try row["correcties"],
            stap: try row["stap"], oordeel: try row["oordeel"], toelichting: try row["toelichting"],
            gedaan: try row["gedaan"], moment: try row["moment"], door: try row["door"], hersteld: try row["hersteld"],
            hersteldDoor: try row["hersteld_door"], herstel: try row["herstel"], uitkomst: try row["uitkomst"],
            isTestvraag: try row["testvraag"] as Int == 1)
    }
}

extension Transaction {
    public var terugkoppelingen: TerugkoppelingStore { TerugkoppelingStore(tx: self) }
}
