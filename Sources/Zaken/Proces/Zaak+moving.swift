public import Basics
public import Database
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
    /// How many zaken run on each version of a process, as their own or called by it.
    public func running(on process: String) throws -> [Int: Int] {
        try tx.rows(ProcesStore.places).reduce(into: [:]) { counts, row in
            let (places, count): (String, Int) = (try row["plaatsen"], try row["aantal"])
            let keys = Set(places.split(separator: " ").compactMap { DefinitionKey(text: String($0)) })
            for key in keys where key.process == process { counts[key.version, default: 0] += count }
        }
    }

    /// The versions on which zaken run, as their own or called by it.
    func running() throws -> Set<DefinitionKey> {
        try tx.rows(ProcesStore.places).reduce(into: []) { keys, row in
            let places: String = try row["plaatsen"]
            keys.formUnion(places.split(separator: " ").compactMap { DefinitionKey(text: String($0)) })
        }
    }

    /// How many zaken stand in the same places; few sets, counted in their index.
    public static let places: Query =
        "SELECT plaatsen, count(*) AS aantal FROM procesinstanties WHERE plaatsen <> '' GROUP BY plaatsen ORDER BY plaatsen"

    /// Looks which zaken that run a version, as their own process or called by it, can move along to another, without moving any; in
    /// order of their number.
    public func dryRun(
        from old: DefinitionKey, to new: ProcessDefinition, in library: ProcessLibrary, limit: Int
    ) throws -> [Verhuiskandidaat] {
        var found: [Verhuiskandidaat] = []
        var last = ""
        while found.count < limit {
            let rows = try page(of: old, isCalled: library.isCalled(old.process), after: last, limit: limit)
            guard let newest = rows.last else { break }
            last = try newest["nummer"]
            found += try rows.compactMap { try candidate($0, old, new, library) }
        }
        return Array(found.prefix(limit))
    }

    private func page(of old: DefinitionKey, isCalled: Bool, after nummer: String, limit: Int) throws -> [Row] {
        let called: Query = isCalled ? "OR p.toestand LIKE \(mark(old.process))" : ""
        return try tx.rows(
            """
            SELECT z.id, z.nummer, p.toestand FROM procesinstanties p JOIN zaken z ON z.id = p.zaak_id
            WHERE ((p.proces = \(old.process) AND p.procesversie = \(Int64(old.version))) \(called))
                AND z.afgesloten IS NULL AND z.nummer > \(nummer)
            ORDER BY z.nummer LIMIT \(limit)
            """)
    }

    private func candidate(
        _ row: Row, _ old: DefinitionKey, _ new: ProcessDefinition, _ library: ProcessLibrary
    ) throws -> Verhuiskandidaat? {
        let instance = try ProcessInstance(snapshot: try row["toestand"])
        guard instance.versions(of: old.process).contains(old) else { return nil }
        return Verhuiskandidaat(
            zaak: try row["id"], nummer: try row["nummer"], staat: instance.innermost,
            obstakels: instance.obstacles(to: new, in: library))
    }

    /// What the text of an instance holds that has a version of a process among its definitions, and perhaps others too.
    private func mark(_ process: String) -> String { "%\"\(process):%" }
}

extension ProcessLibrary {
    /// Whether another of the newest processes may call this one.
    fileprivate func isCalled(_ process: String) -> Bool {
        keys.contains { $0.process != process && self[$0]?.mayCall(process) == true }
    }
}

extension ProcessInstance {
    /// The versions that it runs on, its own first, as an index keeps them.
    var places: String {
        let names = Set(definitions.map(\.process))
        return definitions.filter { names.contains($0.process) && versions(of: $0.process).contains($0) }
            .map(\.description).joined(separator: " ")
    }

    /// Whether it runs on other versions than it did.
    func hasMoved(since before: ProcessInstance) -> Bool {
        definitions != before.definitions || definitions.count > 1 && places != before.places
    }

    /// The nodes where it stands, without what they stand in.
    fileprivate var innermost: [String] {
        let outer = Set(activeElements.compactMap(\.parent))
        return activeElements.filter { !outer.contains($0.id) }.map(\.node.id)
    }
}

extension Zaak {
    /// Moves a running zaak along to another version of its process, or of one that this called, with a reason.
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
            guard let instance = try act.tx.processen.instance(of: zaak.id) else { throw ProcesRefusal.noProcess }
            let running = instance.versions(of: naar.process)
            guard !running.isEmpty else { throw EngineRefusal.unknownDefinition(naar) }
            guard let old = running.first(where: { $0 != naar }) else { return }
            try act.record(
                "verhuisd", of: zaak.id,
                [
                    "proces": .string(naar.process), "van": JSON(old.version), "naar": JSON(naar.version),
                    "reden": .string(reden),
                ])
            try act.perform(.migrate(to: naar), on: zaak)
            try act.regroup(zaak, as: naar)
            try act.tx.storingen.move(zaak.id, to: naar)
            if instance.definitions.first?.process == naar.process { try act.tx.processen.note(naar, of: zaak.id) }
        }
    }
}

extension Act {
    /// Gives the open taken of a zaak to the groups that the version names which it moved to.
    fileprivate func regroup(_ zaak: Zaak, as key: DefinitionKey) throws {
        guard let definition = playbook.processen[key] else { return }
        let zaaktype = try zaaktype(of: zaak)
        for taak in try tx.taken.waiting(for: zaak.id) where taak.soort == .formulier {
            guard let named = definition.groups(of: taak.stap), let node = definition.node(taak.stap) else { continue }
            let own = named == [node.lane].compactMap(\.self) ? [] : named.filter(playbook.knows(group:))
            let groups = Groepen(own, else: zaaktype.groep(forLane: node.lane))
            if groups != taak.groepen { try tx.taken.give(taak, to: groups) }
        }
    }
}

extension ProcesStore {
    func note(_ definition: DefinitionKey, of zaak: Identifier<Zaak>) throws {
        try tx.run(
            """
            UPDATE procesinstanties SET procesversie = \(Int64(definition.version)), versie = versie + 1
            WHERE zaak_id = \(zaak)
            """)
    }
}
