public import Basics
public import Database
public import Journal
import Synchronization

/// Where acts are done: the database, the playbook and the clock.
public struct Office: Sendable {
    public let database: Database
    public let clock: @Sendable () -> Moment
    private let shelf: PlaybookShelf

    public init(database: Database, playbook: Playbook, clock: @escaping @Sendable () -> Moment) {
        self.database = database
        self.clock = clock
        shelf = PlaybookShelf(playbook)
    }

    /// The way of working as it is now.
    public var playbook: Playbook { shelf.current }

    /// Takes up the processes and decisions as they are published now, also by another node; tells which versions could not.
    @discardableResult
    public func reloadProcesses() async throws -> [OnleesbareVersie] {
        let (processes, decisions) = try await database.read { tx in
            (try tx.processen.library(), try tx.beslissingen.library())
        }
        shelf.change {
            $0.processen = processes.library
            $0.beslissingen = decisions
        }
        return processes.faults
    }

    /// Takes up another way of working at once, for all later acts on this node.
    public func change(_ body: (inout Playbook) -> Void) { shelf.change(body) }

    /// Does an act in one transaction: all of it or nothing.
    public func act<Answer: Sendable>(
        as actor: Actor, for purpose: String = "incasso", _ body: @escaping @Sendable (Act) throws -> Answer
    ) async throws -> Answer {
        for _ in 0..<Office.patience {
            do { return try await once(as: actor, for: purpose, body) } catch ZaakRefusal.changedMeanwhile {}
        }
        return try await once(as: actor, for: purpose, body)
    }

    /// How often an act is done anew because another on the same zaak was first; each time it sees what that one did.
    private static let patience = 4

    private func once<Answer: Sendable>(
        as actor: Actor, for purpose: String, _ body: @escaping @Sendable (Act) throws -> Answer
    ) async throws -> Answer {
        try await database.write { [self] tx in
            try body(Act(tx: tx, ambient: Ambient(now: clock()), actor: actor, purpose: purpose, playbook: playbook))
        }
    }

    /// An act inside a transaction that runs already, such as that of a job.
    public func act(as actor: Actor, in tx: Transaction) -> Act {
        Act(tx: tx, ambient: Ambient(now: clock()), actor: actor, playbook: playbook)
    }

    public func read<Answer: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Answer) async throws
        -> Answer
    {
        try await database.read(body)
    }
}

/// Holds the playbook that is in force; a new one takes its place at once for all later acts.
private final class PlaybookShelf: Sendable {
    private let playbook: Mutex<Playbook>

    init(_ playbook: Playbook) { self.playbook = Mutex(playbook) }

    var current: Playbook { playbook.withLock { $0 } }

    func change(_ body: (inout Playbook) -> Void) { playbook.withLock { body(&$0) } }
}

/// An act in progress: by whom, for what purpose, when, and in which transaction. It cannot leave its transaction.
public final class Act {
    public let tx: Transaction
    public let actor: Actor
    public let purpose: String
    public let playbook: Playbook
    private var ambient: Ambient

    public init(tx: Transaction, ambient: Ambient, actor: Actor, purpose: String = "incasso", playbook: Playbook) {
        self.tx = tx
        self.ambient = ambient
        self.actor = actor
        self.purpose = purpose
        self.playbook = playbook
    }

    public var now: Moment { ambient.now }
    public var today: Day { ambient.today }
    public func newID<Subject>() -> Identifier<Subject> { ambient.newID() }

    /// The same act, done on behalf of someone else, such as the process itself.
    public func on(behalfOf actor: Actor) -> Act {
        Act(tx: tx, ambient: ambient, actor: actor, purpose: purpose, playbook: playbook)
    }

    /// Refuses an act that must say why and does not.
    public func requireReason(_ reden: String) throws {
        guard !reden.allSatisfy(\.isWhitespace) else { throw ZaakRefusal.reasonMissing }
    }

    /// Records what happened to a zaak, in the transaction in which it happens.
    public func record(_ kind: String, of zaak: Identifier<Zaak>, _ content: JSON = .object([:])) throws {
        try record(kind, of: Subject(kind: "zaak", id: zaak.text), content)
    }

    /// Records what happened to any subject.
    public func record(_ kind: String, of subject: Subject, _ content: JSON = .object([:])) throws {
        _ = try tx.journal.append(
            NewEntry(subject: subject, kind: kind, content: content, actor: actor, purpose: purpose), at: now)
    }
}
