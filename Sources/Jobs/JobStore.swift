public import Basics
public import Database
public import Journal

/// What is still to be done, within a transaction.
public struct JobStore {
    let transaction: Transaction

    /// The channel on which runners hear that something was ordered.
    public static let channel = "jobs"

    /// What ordering does when a job with the same key is waiting already.
    public enum Again: Sendable {
        /// The waiting job gets this payload and this moment.
        case moves
        /// The waiting job stays as it is; one that was given up is taken up again.
        case stays
    }

    /// Orders work to be done at or after a moment.
    public func order(
        kind: String, payload: JSON = .object([:]), due: Moment, key: String? = nil, subject: Subject? = nil,
        again: Again = .moves
    ) throws {
        let conflict: Query =
            switch again {
            case .stays:
                """
                ON CONFLICT (key) DO UPDATE
                SET due = excluded.due, version = jobs.version + 1, attempts = 0, state = 'open'
                WHERE jobs.state = 'parked'
                """
            case .moves:
                """
                ON CONFLICT (key) DO UPDATE
                SET payload = excluded.payload, due = excluded.due, version = jobs.version + 1, attempts = 0,
                    state = CASE WHEN jobs.state = 'parked' THEN 'open' ELSE jobs.state END
                """
            }
        try transaction.run(
            """
            INSERT INTO jobs (kind, payload, due, key, subject_kind, subject_id)
            VALUES (\(kind), \(payload), \(due), \(key), \(subject?.kind), \(subject?.id))
            \(conflict)
            """)
        try transaction.notify(JobStore.channel, kind)
    }

    /// Takes back what was ordered under a key.
    public func cancel(key: String) throws { try transaction.run("DELETE FROM jobs WHERE key = \(key)") }

    /// Forgets all that was planned for a subject, or only one kind of it.
    public func drop(subject: Subject, kind: String? = nil) throws {
        let only: Query = kind.map { "AND kind = \($0)" } ?? ""
        try transaction.run("DELETE FROM jobs WHERE \(about(subject)) \(only)")
    }

    /// All that is planned for a subject, first things first.
    public func planned(for subject: Subject) throws -> [Job] {
        try jobs(where: about(subject), order: "due, id")
    }

    /// The job under a key, if it is waiting.
    public func find(key: String) throws -> Job? { try jobs(where: "key = \(key)", order: "id").first }

    /// When there is something to do next: a job that is due, or one whose runner may have died.
    public func nextDue() throws -> Moment? {
        let due = try transaction.first(
            "SELECT min(due) AS moment FROM jobs WHERE state = 'open' AND lease_until IS NULL")
        let lease = try transaction.first("SELECT min(lease_until) AS moment FROM jobs WHERE lease_until IS NOT NULL")
        let moments: [Moment?] = [try due?["moment"], try lease?["moment"]]
        return moments.compactMap(\.self).min()
    }

    func about(_ subject: Subject) -> Query { "subject_kind = \(subject.kind) AND subject_id = \(subject.id)" }

    func jobs(where condition: Query, order: Query) throws -> [Job] {
        try transaction.rows("SELECT \(Job.columns) FROM jobs WHERE \(condition) ORDER BY \(order)").map(Job.init(row:))
    }
}

extension Transaction {
    /// What is still to be done.
    public var jobs: JobStore { JobStore(transaction: self) }
}
