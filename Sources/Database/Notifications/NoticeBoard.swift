import Synchronization

/// Who listens on which channel in this process.
final class NoticeBoard: Sendable {
    typealias Listener = AsyncStream<String>.Continuation

    private struct State {
        var last = 0
        var isClosed = false
        var listeners: [String: [Int: Listener]] = [:]
    }

    private let state = Mutex(State())

    /// What is posted on the channel from now on. An empty text comes first, at once when the channel is heard already.
    func listen(on channel: String, isHeard: Bool = true) -> AsyncStream<String> {
        let (stream, listener) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(10_000))
        guard let key = add(listener, to: channel) else {
            listener.finish()
            return stream
        }
        listener.onTermination = { [weak self] _ in self?.remove(key, from: channel) }
        if isHeard { listener.yield("") }
        return stream
    }

    func post(_ notices: [Notice]) {
        for notice in notices {
            for (_, listener) in listeners(on: notice.channel) { listener.yield(notice.text) }
        }
    }

    /// Gives an empty text to listeners who came after some other, or to all; returns who came last.
    func announce(on channel: String, after seen: Int, toAll: Bool) -> Int {
        let listeners = listeners(on: channel)
        for (key, listener) in listeners where toAll || key > seen { listener.yield("") }
        return max(seen, listeners.keys.max() ?? 0)
    }

    func close() {
        let all = state.withLock { state in
            defer { state.listeners = [:] }
            state.isClosed = true
            return state.listeners.values.flatMap(\.values)
        }
        for listener in all { listener.finish() }
    }

    private func listeners(on channel: String) -> [Int: Listener] {
        state.withLock { $0.listeners[channel] ?? [:] }
    }

    private func add(_ listener: Listener, to channel: String) -> Int? {
        state.withLock { state in
            if state.isClosed { return nil }
            state.last += 1
            state.listeners[channel, default: [:]][state.last] = listener
            return state.last
        }
    }

    private func remove(_ key: Int, from channel: String) {
        state.withLock { _ = $0.listeners[channel]?.removeValue(forKey: key) }
    }
}
