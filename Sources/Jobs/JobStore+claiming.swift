public import Basics
import Database

extension JobStore {
    /// Takes jobs that are due, for as long as the lease lasts; no other runner gets them meanwhile.
    public func claim(limit: Int, now: Moment, lease seconds: Int64, owner: String) throws -> [Job] {
        try freeExpired(now)
        return try transaction.rows(
            """
            UPDATE jobs
            SET attempts = attempts + 1, lease_owner = \(owner), lease_until = \(now.adding(seconds: seconds))
            WHERE id IN (
                SELECT id
                FROM jobs
                WHERE state = 'open' AND lease_until IS NULL AND due <= \(now)
                ORDER BY due, id
                LIMIT \(limit)
                \(sqlite: "", postgres: "FOR UPDATE SKIP LOCKED"))
            RETURNING \(Job.columns)
            """
        ).map(Job.init(row:)).sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    }

    /// Keeps a job for longer; `false` when it is no longer the owner's.
    @discardableResult
    public func renew(_ job: Job, until moment: Moment) throws -> Bool {
        try transaction.run("UPDATE jobs SET lease_until = \(moment) WHERE \(held(job))") == 1
    }

    /// The job is done. When it was ordered anew meanwhile, it waits again; `false` when it is no longer the owner's.
    @discardableResult
    public func finish(_ job: Job) throws -> Bool {
        if try transaction.run("DELETE FROM jobs WHERE \(held(job)) AND version = \(job.version)") == 1 { return true }
        let isHeld =
            try transaction.run("UPDATE jobs SET lease_owner = NULL, lease_until = NULL WHERE \(held(job))") == 1
        if isHeld { try transaction.notify(JobStore.channel, job.kind) }
        return isHeld
    }

    /// What a runner that died had begun, can be begun by another.
    private func freeExpired(_ now: Moment) throws {
        try transaction.run("UPDATE jobs SET lease_owner = NULL, lease_until = NULL WHERE lease_until <= \(now)")
    }

    func held(_ job: Job) -> Query { "id = \(job.id) AND lease_owner = \(job.owner)" }
}
