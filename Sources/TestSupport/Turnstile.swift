/// Lets so many in at once; the others wait in the order in which they came.
///
/// Who is inside may go in again, so that a test with two databases cannot wait for itself.
public actor Turnstile {
    @TaskLocal private static var isInside = false

    private var free: Int
    private var queue: [CheckedContinuation<Void, Never>] = []

    /// One for so many at once.
    public init(_ width: Int) { free = width }

    /// Does the work when it is its turn.
    public nonisolated func pass<Answer: Sendable>(
        _ body: @Sendable () async throws -> Answer
    ) async throws -> Answer {
        if Turnstile.isInside { return try await body() }
        await enter()
        let answer: Answer
        do {
            answer = try await Turnstile.$isInside.withValue(true) { try await body() }
        } catch {
            await leave()
            throw error
        }
        await leave()
        return answer
    }

    private func enter() async {
        if free > 0 { free -= 1 } else { await withCheckedContinuation { queue.append($0) } }
    }

    private func leave() {
        if queue.isEmpty { free += 1 } else { queue.removeFirst().resume() }
    }
}
