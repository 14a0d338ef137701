import Basics
import Database

extension JobRunner {
    private enum Step: Sendable {
        case nothing
        case done(Job)
        case failed(Job, any Error)
        /// Claimed, and to be done when the claim is durable.
        case outside(Job, @Sendable (Job) async throws -> Void)
    }

    /// Does the next job that is due; `false` when there is none.
    nonisolated func step(at clock: @escaping @Sendable () -> Moment) async throws -> Bool {
        let now = clock()
        switch try await database.write({ try self.step($0, now) }) {
        case .nothing: return false
        case .done(let job): report(.done(job))
        case .failed(let job, let error): report(.failed(job, error))
        case .outside(let job, let body): try await perform(job, body, clock)
        }
        return true
    }

    private nonisolated func step(_ tx: Transaction, _ now: Moment) throws -> Step {
        guard let job = try tx.jobs.claim(limit: 1, now: now, lease: settings.lease, owner: owner).first else {
            return .nothing
        }
        do {
            switch handlers[job.kind] {
            case .outside(let body): return .outside(job, body)
            case .inside(let body): try tx.nested { try inOneTransaction(job, body, tx) }
            case nil: throw JobFailure.unknownKind(job.kind)
            }
            return .done(job)
        } catch {
            try tx.jobs.fail(job, error: "\(error)", now: now, policy: settings.retries)
            return .failed(job, error)
        }
    }

    /// Finished first, so that the handler may order the same key again.
    private nonisolated func inOneTransaction(
        _ job: Job, _ body: @Sendable (Job, Transaction) throws -> Void, _ tx: Transaction
    ) throws {
        try tx.jobs.finish(job)
        try body(job, tx)
    }

    private nonisolated func perform(
        _ job: Job, _ body: @escaping @Sendable (Job) async throws -> Void, _ clock: @escaping @Sendable () -> Moment
    ) async throws {
        do {
            try await whileRenewing(job, clock) { try await body(job) }
            try await database.write { _ = try $0.jobs.finish(job) }
            report(.done(job))
        } catch {
            let (now, policy) = (clock(), settings.retries)
            try await database.write { try $0.jobs.fail(job, error: "\(error)", now: now, policy: policy) }
            report(.failed(job, error))
        }
    }

    /// Keeps the lease alive for as long as the job takes.
    private nonisolated func whileRenewing(
        _ job: Job, _ clock: @escaping @Sendable () -> Moment, _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        let (database, lease, report) = (database, settings.lease, report)
        let renewing = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(max(1, lease / 3)))
                let until = clock().adding(seconds: lease)
                do { try await database.write { _ = try $0.jobs.renew(job, until: until) } } catch {
                    report(.stuck(error))
                }
            }
        }
        defer { renewing.cancel() }
        try await body()
    }
}

/// A job that nobody here can do.
public enum JobFailure: Error, Hashable {
    case unknownKind(String)
}
