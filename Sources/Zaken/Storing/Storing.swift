public import Basics
public import Database
public import Engine
import Journal

/// A zaak that is stuck at a step, until a person mends it.
public struct Storing: Hashable, Sendable {
    public let taak: Identifier<Taak>
    public let zaak: Identifier<Zaak>
    public let zaaknummer: String
    /// The drawing in which the step stands.
    public let tekening: DefinitionKey
    public let stap: String
    /// The kind of cause, and what a service said of it.
    public let oorzaak: String
    public let woord: String?
    public let sinds: Moment
    /// When someone asked the owner of the process to look, and who.
    public let gevraagd: Moment?
    public let vrager: Medewerker?
}

extension Storing {
    /// So many of a drawing are shown; all are counted.
    public static let most = 100

    /// Asks the owner of the process to look at a step that failed; once is enough.
    public struct Vraag: Sendable {
        public var taak: Identifier<Taak>
        public var door: Medewerker
        /// What that person may do.
        public var als: Bevoegdheid

        public init(taak: Identifier<Taak>, door: Medewerker, als: Bevoegdheid) {
            (self.taak, self.door, self.als) = (taak, door, als)
        }

        public func run(in act: Act) throws {
            guard let taak = try act.tx.taken.find(taak) else { throw TaakRefusal.unknownTaak }
            guard taak.soort == .storing, let one = try act.tx.storingen.find(taak.id) else {
                throw TaakRefusal.notThisKind
            }
            try als.require(taak, act.playbook)
            guard one.gevraagd == nil else { return }
            try act.tx.storingen.ask(taak.id, by: door, at: act.now)
            let key: JSON = .string(one.tekening.description)
            try act.record("storing_gevraagd", of: taak.zaak, ["stap": .string(taak.stap), "tekening": key])
        }
    }
}

/// Where zaken are stuck, inside one transaction.
public struct StoringStore {
    let tx: Transaction
    private static let select: Query =
        """
        SELECT s.taak_id, s.zaak_id, z.nummer, s.proces, s.versie, s.stap, s.oorzaak, s.woord, s.sinds, s.gevraagd, s.vrager
        FROM storingen s JOIN taken t ON t.id = s.taak_id JOIN zaken z ON z.id = s.zaak_id
        WHERE t.staat IN ('open', 'rust')
        """

    /// Those of a process, or all: what was asked first, then the oldest.
    public func all(of process: String? = nil, limit: Int = Storing.most) throws -> [Storing] {
        let which: Query = process.map { "AND s.proces = \($0)" } ?? ""
        return try tx.rows(
            """
            \(StoringStore.select) \(which)
            ORDER BY CASE WHEN s.gevraagd IS NULL THEN 1 ELSE 0 END, s.sinds, s.taak_id LIMIT \(limit)
            """
        ).map(Storing.init(row:))
    }

    public func find(_ taak: Identifier<Taak>) throws -> Storing? {
        try tx.first("\(StoringStore.select) AND s.taak_id = \(taak)").map(Storing.init(row:))
    }

    /// How many zaken are stuck in each process.
    public func counts() throws -> [String: Int] {
        let rows = try tx.rows(
            """
            SELECT s.proces, count(DISTINCT s.zaak_id) AS aantal FROM storingen s JOIN taken t ON t.id = s.taak_id
            WHERE t.staat IN ('open', 'rust') GROUP BY s.proces
            """)
        return Dictionary(try rows.map { (try $0["proces"], try $0["aantal"]) }) { first, _ in first }
    }

    /// How many zaken are stuck in all, and at how many steps the owner of the process was asked to look.
    public func totals() throws -> (zaken: Int, gevraagd: Int) {
        let row = try tx.first(
            """
            SELECT count(DISTINCT s.zaak_id) AS zaken, count(s.gevraagd) AS gevraagd
            FROM storingen s JOIN taken t ON t.id = s.taak_id WHERE t.staat IN ('open', 'rust')
            """)
        return (try row?["zaken"] ?? 0, try row?["gevraagd"] ?? 0)
    }

    /// Notes that a zaak is stuck; what was asked about the same step stays asked where it was tried again in vain.
    func add(_ taak: Taak, in key: DefinitionKey, _ cause: Incident.Cause, at now: Moment) throws {
        let tried: Query =
            """
            FROM storingen WHERE zaak_id = \(taak.zaak) AND proces = \(key.process) AND stap = \(taak.stap)
            AND taak_id IN (SELECT id FROM taken WHERE zaak_id = \(taak.zaak) AND staat NOT IN ('open', 'rust'))
            """
        let before = try tx.first("SELECT gevraagd, vrager \(tried) ORDER BY sinds DESC LIMIT 1")
        let (asked, by): (Moment?, String?) = (try before?["gevraagd"], try before?["vrager"])
        try tx.run("DELETE \(tried)")
        try tx.later(
            """
            INSERT INTO storingen (taak_id, zaak_id, proces, versie, stap, oorzaak, woord, sinds, gevraagd, vrager)
            VALUES (\(taak.id), \(taak.zaak), \(key.process), \(Int64(key.version)), \(taak.stap), \(cause.code),
                \(cause.told), \(now), \(asked), \(by))
            """)
    }

    /// The step goes on.
    func remove(_ taak: Identifier<Taak>) throws { try tx.run("DELETE FROM storingen WHERE taak_id = \(taak)") }

    /// Those of a zaak whose taken were withdrawn, as the process left the step otherwise or ended.
    func removeWithdrawn(of zaak: Identifier<Zaak>) throws {
        try tx.run(
            """
            DELETE FROM storingen WHERE zaak_id = \(zaak)
            AND taak_id IN (SELECT id FROM taken WHERE zaak_id = \(zaak) AND staat = 'ingetrokken')
            """)
    }

    /// What is stuck in a zaak now stands in the drawing that it moved along to.
    func move(_ zaak: Identifier<Zaak>, to drawing: DefinitionKey) throws {
        try tx.run(
            """
            UPDATE storingen SET versie = \(Int64(drawing.version))
            WHERE zaak_id = \(zaak) AND proces = \(drawing.process)
            """)
    }

    func ask(_ taak: Identifier<Taak>, by door: Medewerker, at now: Moment) throws {
        try tx.run("UPDATE storingen SET gevraagd = \(now), vrager = \(door.rawValue) WHERE taak_id = \(taak)")
    }
}

extension Storing {
    init(row: Row) throws {
        let (process, version): (String, Int) = (try row["proces"], try row["versie"])
        let who: String? = try row["vrager"]
        self.init(
            taak: try row["taak_id"], zaak: try row["zaak_id"], zaaknummer: try row["nummer"],
            tekening: DefinitionKey(process, version: version), stap: try row["stap"], oorzaak: try row["oorzaak"],
            woord: try row["woord"], sinds: try row["sinds"], gevraagd: try row["gevraagd"],
            vrager: who.map { Medewerker($0) })
    }
}

extension Transaction {
    public var storingen: StoringStore { StoringStore(tx: self) }
}
