public import Database

/// How a kind of job is done.
public enum JobHandler: Sendable {
    /// In the database only: it is done and finished in one transaction, so exactly once.
    case inside(@Sendable (Job, Transaction) throws -> Void)
    /// In the world outside: at least once. The job's key or id lets the other side drop a double.
    case outside(@Sendable (Job) async throws -> Void)
}

/// What became of a job, for the log and the metrics.
public enum JobReport: Sendable {
    case done(Job)
    case failed(Job, any Error)
    /// The runner itself could not reach its jobs; it goes on trying.
    case stuck(any Error)
}
