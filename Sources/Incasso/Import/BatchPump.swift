import Dispatch
import Synchronization

/// Hands what a blocking reader finds to an async taker in batches; never more than two batches wait in memory.
struct BatchPump<Item: Sendable>: Sendable {
    typealias Reader = @Sendable (_ each: (Item) throws -> Void) throws -> Void

    let size: Int
    let read: Reader

    /// Reads to the end, or until reading or taking throws.
    func run(_ take: ([Item]) async throws -> Void) async throws {
        let gate = PumpGate()
        defer { gate.close() }
        for try await batch in stream(gate) {
            try await take(batch)
            gate.leave()
        }
    }

    private func stream(_ gate: PumpGate) -> AsyncThrowingStream<[Item], any Error> {
        AsyncThrowingStream { continuation in
            DispatchQueue.global().async {
                var batch: [Item] = []
                func flush() throws {
                    guard !batch.isEmpty else { return }
                    try gate.enter()
                    continuation.yield(batch)
                    batch.removeAll(keepingCapacity: true)
                }
                do {
                    try read { item in
                        batch.append(item)
                        if batch.count >= size { try flush() }
                    }
                    try flush()
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
        }
    }
}

/// Where the reader waits until there is room for another batch.
private final class PumpGate: Sendable {
    private let room = DispatchSemaphore(value: 2)
    private let isClosed = Atomic(false)

    func enter() throws {
        room.wait()
        if isClosed.load(ordering: .acquiring) { throw CancellationError() }
    }

    func leave() { room.signal() }

    /// Lets a reader that waits go, empty-handed.
    func close() {
        isClosed.store(true, ordering: .releasing)
        room.signal()
    }
}

/// Does blocking work away from the threads that serve everyone.
func offThread<Answer: Sendable>(_ work: @escaping @Sendable () throws -> Answer) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
    }
}
