public import Basics
import Database
public import Engine

/// A running zaak with where it stands, looked at before it moves to another version of its process.
public struct Verhuiskandidaat: Sendable {
    public let zaak: Identifier<Zaak>
    public let nummer: String
    public let staat: [String]
    /// Why it cannot move along; empty when it can.
    public let obstakels: [MigrationObstacle]
}

extension ProcesStore {
    /// How many zaken run on each version of a process.
    public func running(on process: String) throws -> [Int: Int] {
        let rows = try tx.rows(
            """
            SELECT p.procesversie, count(*) AS aantal FROM procesinstanties p JOIN zaken z ON z.id = p.zaak_id
            WHERE p.proces = \(process) AND z.afgesloten IS NULL GROUP BY p.procesversie ORDER BY p.procesversie
            """)
        return try Dictionary(rows.map { (try $0["procesversie"], try $0["aantal"]) }) { first, _ in first }
    }

    /// Looks which running zaken of a version can move along to another, without moving any; in order of their number.
    public func dryRun(
        from old: DefinitionKey, to new: ProcessDefinition, in library: ProcessLibrary, after nummer: String = "",
        limit: Int
    ) throws -> [Verhuiskandidaat] {
        try tx.rows(
            """
            SELECT z.id, z.nummer, p.toestand FROM procesinstanties p JOIN zaken z ON z.id = p.zaak_id
            WHERE p.proces = \(old.process) AND p.procesversie = \(Int64(old.version)) AND z.afgesloten IS NULL
                AND z.nummer > \(nummer)
            ORDER BY z.nummer LIMIT \(limit)
            """
        ).map { row in
            let instance = try ProcessInstance(snapshot: try row["toestand"])
            return Verhuiskandidaat(
                zaak: try row["id"], nummer: try row["nummer"], staat: instance.innermost,
                obstakels: instance.obstacles(to: new, in: library))
        }
    }
}

extension ProcessInstance {
    /// The nodes where it stands, without what they stand in.
    fileprivate var innermost: [String] {
        let outer = Set(activeElements.compactMap(\.parent))
        return activeElements.filter { !outer.contains($0.id) }.map(\.node.id)
    }
}

extension Zaak {
    /// Moves a running zaak along to another version of its process, with a reason.
    public struct Verhuizing: Sendable {
        public var zaak: Identifier<Zaak>
        public var naar: DefinitionKey
        public var reden: String

        public init(zaak: Identifier<Zaak>, naar: DefinitionKey, reden: String) {
            self.zaak = zaak
            self.naar = naar
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            let zaak = try act.openZaak(zaak)
            guard let now = try act.tx.processen.instance(of: zaak.id)?.definitions.first else {
                throw ProcesRefusal.noProcess
            }
            guard now.process == naar.process else { throw EngineRefusal.unknownDefinition(naar) }
            guard now != naar else { return }
            try act.record(
                "verhuisd", of: zaak.id,
                ["van": JSON(now.version), "naar": JSON(naar.version), "reden": .string(reden)])
            try act.perform(.migrate(to: naar), on: zaak)
            try act.tx.processen.note(naar, of: zaak.id)
        }
    }
}

extension ProcesStore {
    func note(_ definition: DefinitionKey, of zaak: Identifier<Zaak>) throws {
        try tx.run(
            "UPDATE procesinstanties SET procesversie = \(Int64(definition.version)) WHERE zaak_id = \(zaak)")
    }
}
