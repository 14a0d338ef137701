/// A way to reach one of the two databases.
protocol Driver: Sendable {
    var dialect: Dialect { get }
    /// Why nothing can be done any more until the program starts anew.
    var refusal: DatabaseError? { get }
    /// Takes work to be done in a transaction that only reads.
    func read(_ work: Work)
    /// Takes work to be done in a transaction, answered when it is durable.
    func write(_ work: Work)
    /// Work of which only one may run at a time over all processes; for migrations.
    func alone(_ work: Work)
    func notifications(on channel: String) -> AsyncStream<String>
    func backup(to path: String) async throws
    func close() async
}

/// One transaction that someone waits for. It may be attempted more than once; it is answered once.
struct Work: Sendable {
    /// Runs the body and returns the answer that may be given when all is durable.
    let attempt: @Sendable (Transaction) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
    /// In memory one connection reads and writes; what was asked as reading may then not write.
    var readsOnly = false

    var onlyReading: Work { Work(attempt: attempt, fail: fail, readsOnly: true) }
}

extension Work {
    /// Hands work to a driver and waits for its answer.
    static func wait<Answer: Sendable>(
        for body: @escaping @Sendable (Transaction) throws -> Answer, by submit: (Work) -> Void
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            submit(
                Work(
                    attempt: { transaction in
                        let answer = try body(transaction)
                        try transaction.end()
                        return { continuation.resume(returning: answer) }
                    },
                    fail: { continuation.resume(throwing: $0) }))
        }
    }
}
