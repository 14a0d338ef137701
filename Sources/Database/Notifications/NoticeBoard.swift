import Synchronization

/// Who listens on which channel in this process.
final class NoticeBoard: Sendable {
    private struct State {
        var next = 0
        var isClosed = false
        var listeners: [String: [Int: AsyncStream<String>.Continuation]] = [:]
    }

    private let state = Mutex(State())

    /// What is posted on the channel from now on.
    func listen(on channel: String) -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(10_000))
        guard let key = add(continuation, to: channel) else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in self?.remove(key, from: channel) }
        return stream
    }

    func post(_ notices: [Notice]) {
        for notice in notices {
            let listeners = state.withLock { $0.listeners[notice.channel].map { Array($0.values) } ?? [] }
            for listener in listeners { listener.yield(notice.text) }
        }
    }

    var channels: [String] { state.withLock { $0.listeners.filter { !$0.value.isEmpty }.keys.sorted() } }

    func close() {
        let all = state.withLock { state in
            defer { state.listeners = [:] }
            state.isClosed = true
            return state.listeners.values.flatMap(\.values)
        }
        for listener in all { listener.finish() }
    }

    private func add(_ listener: AsyncStream<String>.Continuation, to channel: String) -> Int? {
        state.withLock { state in
            if state.isClosed { return nil }
            state.next += 1
            state.listeners[channel, default: [:]][state.next] = listener
            return state.next
        }
    }

    private func remove(_ key: Int, from channel: String) {
        state.withLock { _ = $0.listeners[channel]?.removeValue(forKey: key) }
    }
}
