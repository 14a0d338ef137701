import CPostgres
import Dispatch
import Foundation
import Synchronization

/// Hears what is notified on PostgreSQL, on a connection and a thread of its own.
final class PostgresListener: Sendable {
    private struct State {
        var wanted: Set<String> = []
        var isRunning = false
        var isClosed = false
    }

    private let address: PostgresAddress
    private let board = NoticeBoard()
    private let queue = DispatchQueue(label: "postgres listener")
    private let state = Mutex(State())
    private let bell: Bell

    init(_ address: PostgresAddress) throws {
        self.address = address
        bell = try Bell()
    }

    func listen(on channel: String) -> AsyncStream<String> {
        let stream = board.listen(on: channel, isHeard: false)
        let starts = state.withLock { state in
            state.wanted.insert(channel)
            defer { state.isRunning = true }
            return !state.isRunning && !state.isClosed
        }
        if starts { queue.async { self.hear() } }
        bell.ring()
        return stream
    }

    func close() async {
        state.withLock { $0.isClosed = true }
        bell.ring()
        await withCheckedContinuation { continuation in queue.async { continuation.resume() } }
        board.close()
    }

    private var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Connects, listens, hands over what comes, and starts again when the connection breaks.
    private func hear() {
        while !isClosed {
            let connection = PostgresConnection(address)
            do {
                try connection.connect()
                try hear(on: connection)
            } catch {
                bell.wait(milliseconds: 1_000)
            }
        }
    }

    private func hear(on connection: PostgresConnection) throws {
        var heard: [String: Int] = [:]
        try connection.execute(PostgresHold.share)
        while !isClosed {
            try listen(&heard, on: connection)
            bell.wait(for: PQsocket(connection.handle))
            guard PQconsumeInput(connection.handle) == 1 else { throw connection.broken() }
            board.post(connection.notices())
        }
    }

    /// Begins to listen on channels that are new; an empty text says from where on nothing is missed.
    private func listen(_ heard: inout [String: Int], on connection: PostgresConnection) throws {
        for channel in state.withLock({ $0.wanted }) {
            if heard[channel] == nil {
                let name = channel.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                try connection.execute("LISTEN \"\(name)\"")
            }
            heard[channel] = board.announce(on: channel, after: heard[channel] ?? 0, toAll: heard[channel] == nil)
        }
    }
}

extension PostgresConnection {
    /// All notifications that have come in.
    fileprivate func notices() -> [Notice] {
        var notices: [Notice] = []
        while let notice = PQnotifies(handle) {
            notices.append(
                Notice(channel: String(cString: notice.pointee.relname), text: String(cString: notice.pointee.extra)))
            PQfreemem(notice)
        }
        return notices
    }
}
