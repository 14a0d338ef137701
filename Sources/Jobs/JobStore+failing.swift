public import Basics
import Database

/// How long to wait before a failed job is tried again, and how often.
public struct RetryPolicy: Hashable, Sendable {
    public var firstDelay: Int64
    public var longestDelay: Int64
    public var attempts: Int

    /// Seconds; by default ten, twenty, forty and so on to an hour, some four hours in all.
    public init(firstDelay: Int64 = 10, longestDelay: Int64 = 3_600, attempts: Int = 12) {
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
        self.attempts = attempts
    }

    /// The seconds to wait after so many attempts; `nil` when it was the last.
    func delay(after attempt: Int) -> Int64? {
        guard attempt < attempts else { return nil }
        let (delay, isTooLong) = firstDelay.multipliedReportingOverflow(by: 1 << min(max(attempt - 1, 0), 40))
        return isTooLong ? longestDelay : min(delay, longestDelay)
    }
}

extension JobStore {
    /// The job failed: it waits longer each time, and is parked after the last attempt.
    public func fail(_ job: Job, error: String, now: Moment, policy: RetryPolicy = RetryPolicy()) throws {
        let text = String(error.prefix(1_000))
        let outcome: Query =
            if let delay = policy.delay(after: job.attempts) {
                "due = \(now.adding(seconds: delay))"
            } else {
                "state = 'parked', suspended_at = NULL"
            }
        try transaction.run(
            """
            UPDATE jobs
            SET lease_owner = NULL, lease_until = NULL, last_error = \(text), \(outcome)
            WHERE \(held(job)) AND version = \(job.version)
            """)
        try transaction.run("UPDATE jobs SET lease_owner = NULL, lease_until = NULL WHERE \(held(job))")
        try transaction.notify(JobStore.channel, job.kind)
    }

    /// The jobs that failed too often.
    public func parked() throws -> [Job] { try jobs(where: "state = 'parked'", order: "id") }

    /// Lets a parked job begin again.
    public func retry(_ id: Int64) throws {
        try transaction.run("UPDATE jobs SET state = 'open', attempts = 0 WHERE id = \(id) AND state = 'parked'")
        try transaction.notify(JobStore.channel, "")
    }
}
