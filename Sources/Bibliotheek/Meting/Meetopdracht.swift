public import Basics
public import Database
import Journal
public import Zaken

/// The measurement that a person asked for and that is not done; there is one at most.
public struct Meetopdracht: Hashable, Sendable {
    /// The measurement that it becomes.
    public let id: Identifier<Meting>
    public let moment: Moment
    public let door: String
    /// How many test questions were asked, and of how many; nothing while measuring has not begun.
    public let gesteld: Int
    public let vragen: Int?

    /// A person wants to know how the adviser does; who asks while that is looked at already waits for the same.
    public struct Ordering: Sendable {
        public var door: Medewerker

        public init(door: Medewerker) { self.door = door }

        public func run(in act: Act) throws {
            guard try act.tx.meetopdracht.begin(act.newID(), by: door.rawValue, at: act.now) else { return }
            try Meetwerk.order(at: act.now, act.tx)
        }
    }

    /// Nobody needs to know any more.
    public struct Stopping: Sendable {
        public init() {}

        public func run(in act: Act) throws {
            guard let one = try act.tx.meetopdracht.find() else { return }
            try Meetwerk.cancel(act.tx)
            try act.tx.meetopdracht.end(one.id)
        }
    }
}

/// The measurement under way, inside one transaction.
public struct MeetopdrachtStore {
    let tx: Transaction

    public func find() throws -> Meetopdracht? {
        try tx.first("SELECT id, moment, door, gesteld, vragen FROM meetopdracht").map { row in
            Meetopdracht(
                id: try row["id"], moment: try row["moment"], door: try row["door"], gesteld: try row["gesteld"],
                vragen: try row["vragen"])
        }
    }

    /// Whether it is the first.
    func begin(_ id: Identifier<Meting>, by door: String, at now: Moment) throws -> Bool {
        try tx.run(
            """
            INSERT INTO meetopdracht (plaats, id, moment, door, gesteld) VALUES (1, \(id), \(now), \(door), 0)
            ON CONFLICT (plaats) DO NOTHING
            """) > 0
    }

    /// Says how far measuring is; false where it was stopped meanwhile.
    func progress(_ id: Identifier<Meting>, asked: Int, of all: Int) throws -> Bool {
        try tx.run("UPDATE meetopdracht SET gesteld = \(asked), vragen = \(all) WHERE id = \(id)") > 0
    }

    /// Whether it was still under way.
    @discardableResult
    func end(_ id: Identifier<Meting>) throws -> Bool {
        try tx.run("DELETE FROM meetopdracht WHERE id = \(id)") > 0
    }
}

extension Transaction {
    public var meetopdracht: MeetopdrachtStore { MeetopdrachtStore(tx: self) }
}
