public import Basics
import Database
public import Journal

extension JobStore {
    /// Stops the clock of all that is planned for a subject.
    public func suspend(subject: Subject, at now: Moment) throws {
        try transaction.run(
            """
            UPDATE jobs
            SET state = 'suspended', suspended_at = \(now)
            WHERE \(about(subject)) AND state = 'open'
            """)
    }

    /// Lets the clocks run again, or only those of one kind: each job becomes due later by the real time that it stood still.
    public func resume(subject: Subject, kind: String? = nil, at now: Moment) throws {
        let only: Query = kind.map { "AND kind = \($0)" } ?? ""
        let suspended = try transaction.rows(
            "SELECT id, due, suspended_at FROM jobs WHERE \(about(subject)) AND state = 'suspended' \(only) ORDER BY id"
        )
        try transaction.runBatch(
            suspended.map { row in
                let (id, due, since): (Int64, Moment, Moment) = (try row["id"], try row["due"], try row["suspended_at"])
                let stood = max(0, now.milliseconds - since.milliseconds)
                return """
                    UPDATE jobs
                    SET state = 'open', suspended_at = NULL, due = \(Moment(milliseconds: due.milliseconds + stood))
                    WHERE id = \(id)
                    """
            })
        try transaction.notify(JobStore.channel, subject.kind)
    }
}
