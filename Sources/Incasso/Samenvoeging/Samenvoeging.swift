public import Basics
public import Database
public import Klanten

/// Two records that are the same person, joined by someone who says why; nothing does so by itself.
public struct Samenvoeging: Hashable, Sendable, Identifiable {
    public let id: Identifier<Samenvoeging>
    /// The record that is no longer used.
    public let van: Identifier<Partij>
    /// The person who stays.
    public let naar: Identifier<Partij>
    public let moment: Moment
    public let door: String
    public let reden: String
    /// What went along, by table.
    let meegegaan: [Meegaand: [String]]
    let eerder: JSON
    let versie: Int64
    public internal(set) var teruggedraaid: Moment?

    /// How many zaken went along.
    public var zaken: Int { meegegaan[.zaken]?.count ?? 0 }
}

/// A table that names a person; all of it goes along with the record that is joined.
enum Meegaand: String, Hashable, Sendable, CaseIterable {
    case zaken, debiteuren, toestanden, machtigingen, knopen, verzamelplannen, pauzes, poststukken

    private var table: Query {
        switch self {
        case .zaken: "zaken"
        case .debiteuren: "debiteuren"
        case .toestanden: "toestanden"
        case .machtigingen: "machtigingen"
        case .knopen: "knopen"
        case .verzamelplannen: "verzamelplannen"
        case .pauzes: "pauzes"
        case .poststukken: "poststukken"
        }
    }

    /// What tells its rows apart.
    private var key: Query {
        switch self {
        case .debiteuren: "schuldeiser || ' / ' || nummer"
        case .zaken, .toestanden, .machtigingen, .knopen, .verzamelplannen, .pauzes, .poststukken: "id"
        }
    }

    /// Moves the rows of one person to another, all or those named; the rows that moved.
    func move(
        from one: Identifier<Partij>, to other: Identifier<Partij>, only keys: [String]? = nil, in tx: Transaction
    ) throws -> [String] {
        let some: Query = keys.map { "AND \(key) IN (\(list: $0))" } ?? ""
        guard keys?.isEmpty != true else { return [] }
        let rows = try tx.rows("SELECT \(key) AS sleutel FROM \(table) WHERE partij_id = \(one) \(some) ORDER BY 1")
            .map { try $0["sleutel"] as String }
        try tx.run("UPDATE \(table) SET partij_id = \(other) WHERE partij_id = \(one) \(some)")
        return rows
    }
}

/// Why two records are not joined, or not taken apart.
public enum SamenvoegingRefusal: Error, Hashable {
    /// One is not known, is joined already, or is the same record.
    case unknown
    /// A person and an organisation are never the same.
    case andereSoort
    /// The record that would go has a pause or a guidance that runs: the other way around, everything stays paused.
    case heeftPauze
    /// It was taken apart already, or the person who stayed was joined with another since.
    case nietMeer
}

/// Who was joined with whom, inside one transaction.
public struct SamenvoegingStore {
    let tx: Transaction
    private static let columns: Query =
        "id, van_id, naar_id, moment, door, reden, meegegaan, eerder, versie, teruggedraaid"

    public func find(_ id: Identifier<Samenvoeging>) throws -> Samenvoeging? {
        try tx.first("SELECT \(SamenvoegingStore.columns) FROM samenvoegingen WHERE id = \(id)")
            .map(Samenvoeging.init(row:))
    }

    /// All that this person stayed after, the newest first.
    public func all(into partij: Identifier<Partij>) throws -> [Samenvoeging] {
        try tx.rows(
            "SELECT \(SamenvoegingStore.columns) FROM samenvoegingen WHERE naar_id = \(partij) ORDER BY id DESC"
        )
        .map(Samenvoeging.init(row:))
    }

    /// All records that are the same person now: the one who stays, and those that were joined with it, however often.
    public func records(of partij: Identifier<Partij>) throws -> [Identifier<Partij>] {
        var stays = partij
        for _ in 0..<100 {
            guard let next = try tx.partijen.find(stays)?.samengevoegdMet else { break }
            stays = next
        }
        var (found, rest) = ([stays], [stays])
        while let one = rest.popLast() {
            let more = try all(into: one).filter { $0.teruggedraaid == nil }.map(\.van).filter { !found.contains($0) }
            found += more
            rest += more
        }
        return found
    }

    func add(_ one: Samenvoeging) throws {
        let moved = JSON.object(
            Dictionary(
                uniqueKeysWithValues: one.meegegaan.map { ($0.key.rawValue, .array($0.value.map { .string($0) })) }))
        try tx.run(
            """
            INSERT INTO samenvoegingen (\(SamenvoegingStore.columns))
            VALUES (\(one.id), \(one.van), \(one.naar), \(one.moment), \(one.door), \(one.reden), \(moved.canonical),
                \(one.eerder.canonical), \(one.versie), \(one.teruggedraaid))
            """)
    }

    func end(_ id: Identifier<Samenvoeging>, at now: Moment) throws {
        try tx.run("UPDATE samenvoegingen SET teruggedraaid = \(now) WHERE id = \(id)")
    }
}

extension Samenvoeging {
    fileprivate init(row: Row) throws {
        let moved = try JSON(parsing: Array((try row["meegegaan"] as String).utf8)).fields ?? [:]
        self.init(
            id: try row["id"], van: try row["van_id"], naar: try row["naar_id"], moment: try row["moment"],
            door: try row["door"], reden: try row["reden"],
            meegegaan: moved.reduce(into: [:]) { all, one in
                guard let table = Meegaand(rawValue: one.key) else { return }
                all[table] = (one.value.elements ?? []).compactMap(\.text)
            },
            eerder: try JSON(parsing: Array((try row["eerder"] as String).utf8)), versie: try row["versie"],
            teruggedraaid: try row["teruggedraaid"])
    }
}

extension Transaction {
    public var samenvoegingen: SamenvoegingStore { SamenvoegingStore(tx: self) }
}
