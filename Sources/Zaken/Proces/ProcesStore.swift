public import Basics
public import Database
public import Engine

/// Process definitions and the running instances of zaken, inside one transaction.
public struct ProcesStore {
    let tx: Transaction

    /// A version of a process as it was deployed.
    public struct Deployed: Sendable {
        public let key: DefinitionKey
        public let naam: String
        /// The BPMN file.
        public let bron: String
        public let hash: String
        public let ingevoerd: Moment
        public let door: String
        /// Since when no zaak begins with it any more.
        public let ingetrokken: Moment?
    }

    /// A running instance with the version that guards it.
    struct Loaded {
        var instance: ProcessInstance
        let versie: Int64
        /// The signals that led to where it is.
        let keten: [String]
    }

    func load(_ zaak: Identifier<Zaak>) throws -> Loaded? {
        try tx.first("SELECT toestand, versie, keten FROM procesinstanties WHERE zaak_id = \(zaak)").map {
            let keten: JSON? = try $0["keten"]
            return Loaded(
                instance: try InstanceShelf.shared.instance(try $0["toestand"]), versie: try $0["versie"],
                keten: (keten?.elements ?? []).compactMap(\.text))
        }
    }

    /// The instance of a zaak, to show where it stands.
    public func instance(of zaak: Identifier<Zaak>) throws -> ProcessInstance? { try load(zaak)?.instance }

    func add(_ instance: ProcessInstance, of definition: DefinitionKey, for zaak: Identifier<Zaak>) throws {
        try tx.run(
            """
            INSERT INTO procesinstanties (zaak_id, proces, procesversie, toestand, plaatsen, versie)
            VALUES (\(zaak), \(definition.process), \(Int64(definition.version)), \(instance.snapshot), \(instance.places), 0)
            """)
    }

    /// Saves an instance; refused when another act saved it meanwhile. Where it runs on the same versions as before, no index hears of it.
    /// A `keten` of `nil` stays as it is.
    func save(
        _ instance: ProcessInstance, after before: ProcessInstance?, keten: [String]?, over versie: Int64,
        of zaak: Identifier<Zaak>
    ) throws {
        let text = instance.snapshot.canonical
        let chain: Query = keten.map { ", keten = \(JSON.array($0.map { .string($0) }))" } ?? ""
        let places: Query = before.map(instance.hasMoved(since:)) == false ? "" : placed(instance, of: zaak)
        try tx.later(
            """
            UPDATE procesinstanties SET toestand = \(text), versie = versie + 1\(places)\(chain)
            WHERE zaak_id = \(zaak) AND versie = \(versie)
            """, else: ZaakRefusal.changedMeanwhile)
        InstanceShelf.shared.keep(instance, as: text)
    }

    private func placed(_ instance: ProcessInstance, of zaak: Identifier<Zaak>) -> Query {
        """
        , plaatsen = CASE WHEN EXISTS (SELECT 1 FROM zaken WHERE id = \(zaak) AND afgesloten IS NULL)
            THEN \(instance.places) ELSE '' END
        """
    }

    /// A closed zaak runs on no version.
    func leave(_ zaak: Identifier<Zaak>) throws {
        try tx.run(
            "UPDATE procesinstanties SET plaatsen = '', versie = versie + 1 WHERE zaak_id = \(zaak) AND plaatsen <> ''")
    }

    /// Keeps the instance as it stands now, to return to when the zaak is opened again.
    func keep(_ instance: ProcessInstance, of zaak: Identifier<Zaak>) throws {
        try tx.run(
            "UPDATE procesinstanties SET herstelpunt = \(instance.snapshot), versie = versie + 1 WHERE zaak_id = \(zaak)"
        )
    }

    func kept(of zaak: Identifier<Zaak>) throws -> ProcessInstance? {
        let row = try tx.first("SELECT herstelpunt FROM procesinstanties WHERE zaak_id = \(zaak)")
        guard let snapshot: JSON = try row?["herstelpunt"] else { return nil }
        return try ProcessInstance(snapshot: snapshot)
    }

    /// All versions of all processes or of one, the newest of each first.
    public func deployed(_ process: String? = nil) throws -> [Deployed] {
        let clause: Query = process.map { "WHERE proces = \($0)" } ?? ""
        return try tx.rows(
            """
            SELECT proces, versie, naam, bron, hash, ingevoerd, door, ingetrokken FROM procesdefinities \(clause)
            ORDER BY proces, versie DESC
            """
        ).map {
            Deployed(
                key: DefinitionKey(try $0["proces"], version: try $0["versie"]), naam: try $0["naam"],
                bron: try $0["bron"], hash: try $0["hash"], ingevoerd: try $0["ingevoerd"], door: try $0["door"],
                ingetrokken: try $0["ingetrokken"])
        }
    }

    /// Lets no zaak begin with a version any more.
    func withdraw(_ key: DefinitionKey, at now: Moment) throws {
        try tx.run(
            """
            UPDATE procesdefinities SET ingetrokken = \(now)
            WHERE proces = \(key.process) AND versie = \(Int64(key.version))
            """)
        try tx.notify(Playbook.channel, key.process)
    }

    /// Adds the file as the next version of its process, unless it is the newest that was not withdrawn already.
    public func deploy(_ process: String, naam: String, bron: String, hash: String, by door: String, at now: Moment)
        throws
        -> DefinitionKey
    {
        let versions = try tx.rows(
            "SELECT versie, hash, ingetrokken FROM procesdefinities WHERE proces = \(process) ORDER BY versie DESC")
        let current = try versions.first { try $0["ingetrokken"] as Moment? == nil }
        if let current, try current["hash"] == hash { return DefinitionKey(process, version: try current["versie"]) }
        let version: Int = try versions.first?["versie"] ?? 0
        try tx.run(
            """
            INSERT INTO procesdefinities (proces, versie, naam, bron, hash, ingevoerd, door)
            VALUES (\(process), \(version + 1), \(naam), \(bron), \(hash), \(now), \(door))
            """)
        try tx.notify(Playbook.channel, process)
        return DefinitionKey(process, version: version + 1)
    }
}

extension Transaction {
    public var processen: ProcesStore { ProcesStore(tx: self) }
}
