public import Basics
public import Database
import Recht
public import Zaken

/// A debt elsewhere, as the person told it.
public struct SchuldElders: Hashable, Sendable, Identifiable {
    public enum Stand: String, Hashable, Sendable, CaseIterable {
        case bekend, regeling, incasso, deurwaarder, onbekend
    }

    public let id: Identifier<SchuldElders>
    public let knoop: Identifier<Knoop>
    public let schuldeiser: String
    public let omschrijving: String
    /// Nothing where it is not known.
    public let bedrag: Money?
    public let stand: Stand
    public let door: String

    /// Adds a debt, or takes over what changed.
    public struct Recording: Sendable {
        public var schuld: Identifier<SchuldElders>?
        public var knoop: Identifier<Knoop>
        public var schuldeiser: String
        public var omschrijving: String
        public var bedrag: Money?
        public var stand: Stand
        public var door: Medewerker

        public init(
            schuld: Identifier<SchuldElders>? = nil, knoop: Identifier<Knoop>, schuldeiser: String,
            omschrijving: String, bedrag: Money?, stand: Stand, door: Medewerker
        ) {
            (self.schuld, self.knoop, self.schuldeiser) = (schuld, knoop, schuldeiser)
            (self.omschrijving, self.bedrag, self.stand, self.door) = (omschrijving, bedrag, stand, door)
        }

        public func run(in act: Act) throws {
            guard let parent = try act.tx.knopen.find(knoop) else { throw KnoopRefusal.unknown }
            guard !schuldeiser.allSatisfy(\.isWhitespace) else { throw KnoopRefusal.nameMissing }
            guard bedrag.map({ $0 >= .zero && $0.isCalculable }) ?? true else { throw KnoopRefusal.notAnAmount }
            if let schuld, try act.tx.schuldenElders.find(schuld)?.knoop != knoop { throw KnoopRefusal.unknown }
            let one = SchuldElders(
                id: schuld ?? act.newID(), knoop: knoop, schuldeiser: String(schuldeiser.prefix(200)),
                omschrijving: String(omschrijving.prefix(400)), bedrag: bedrag, stand: stand, door: door.rawValue)
            try act.tx.schuldenElders.put(one, at: act.now)
            try act.record(
                "schuld_elders", of: parent.zaak,
                ["naam": .string(one.schuldeiser), "bedrag": bedrag.map { JSON($0) } ?? .null])
        }
    }

    /// Takes a debt off the overview; what was told stays in the journal.
    public struct Removal: Sendable {
        public var schuld: Identifier<SchuldElders>

        public init(schuld: Identifier<SchuldElders>) { self.schuld = schuld }

        public func run(in act: Act) throws {
            guard let one = try act.tx.schuldenElders.find(schuld), let knoop = try act.tx.knopen.find(one.knoop) else {
                throw KnoopRefusal.unknown
            }
            try act.tx.schuldenElders.remove(schuld)
            try act.record("schuld_elders_weg", of: knoop.zaak, ["naam": .string(one.schuldeiser)])
        }
    }
}

extension SchuldElders.Stand: ColumnValue {}

/// The debts elsewhere, inside one transaction.
public struct SchuldEldersStore {
    let tx: Transaction
    private static let select: Query =
        "SELECT id, knoop_id, schuldeiser, omschrijving, bedrag, stand, door FROM schulden_elders"

    public func all(of knoop: Identifier<Knoop>) throws -> [SchuldElders] {
        try tx.rows("\(SchuldEldersStore.select) WHERE knoop_id = \(knoop) ORDER BY id").map(SchuldElders.init(row:))
    }

    public func find(_ id: Identifier<SchuldElders>) throws -> SchuldElders? {
        try tx.first("\(SchuldEldersStore.select) WHERE id = \(id)").map(SchuldElders.init(row:))
    }

    func put(_ one: SchuldElders, at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO schulden_elders (id, knoop_id, schuldeiser, omschrijving, bedrag, stand, door, moment)
            VALUES (\(one.id), \(one.knoop), \(one.schuldeiser), \(one.omschrijving), \(one.bedrag), \(one.stand),
                \(one.door), \(now))
            ON CONFLICT (id) DO UPDATE SET schuldeiser = excluded.schuldeiser, omschrijving = excluded.omschrijving,
                bedrag = excluded.bedrag, stand = excluded.stand, door = excluded.door, moment = excluded.moment
            """)
    }

    func remove(_ id: Identifier<SchuldElders>) throws {
        try tx.run("DELETE FROM schulden_elders WHERE id = \(id)")
    }
}

extension SchuldElders {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row["id"], knoop: try row["knoop_id"], schuldeiser: try row["schuldeiser"],
            omschrijving: try row["omschrijving"], bedrag: try row["bedrag"], stand: try row["stand"],
            door: try row["door"])
    }
}

extension Transaction {
    public var schuldenElders: SchuldEldersStore { SchuldEldersStore(tx: self) }
}
