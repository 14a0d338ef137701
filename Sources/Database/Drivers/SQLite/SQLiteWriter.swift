import Dispatch
import Synchronization

/// The one writer of an SQLite database. Work that waits at the same moment shares a commit, which is brought to the disk beside it.
final class SQLiteWriter: Sendable {
    private struct State {
        var waiting: ArraySlice<Work> = []
        var isDraining = false
        var isClosed = false
        var commits = 0
    }

    private let connection: SQLiteConnection
    private let board: NoticeBoard
    private let sync: SQLiteSync
    private let queue = DispatchQueue(label: "sqlite writer")
    private let state = Mutex(State())
    private let groupLimit = 500

    init(_ connection: SQLiteConnection, board: NoticeBoard, sync: SQLiteSync) {
        self.connection = connection
        self.board = board
        self.sync = sync
    }

    var commits: Int { state.withLock { $0.commits } }
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    func submit(_ work: Work) -> Bool {
        let (isTaken, starts) = state.withLock { state in
            if state.isClosed { return (false, false) }
            state.waiting.append(work)
            defer { state.isDraining = true }
            return (true, !state.isDraining)
        }
        if starts { queue.async { self.drain() } }
        return isTaken
    }

    /// Does something with the connection between two groups.
    func withConnection<Answer: Sendable>(
        _ body: @escaping @Sendable (SQLiteConnection) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body(self.connection) }) }
        }
    }

    func close() async {
        state.withLock { $0.isClosed = true }
        await withCheckedContinuation { continuation in
            queue.async {
                self.connection.close()
                continuation.resume()
            }
        }
        await sync.close()
    }

    private func drain() {
        while let group = nextGroup() {
            commit(group)
            connection.copyLongLog()
        }
    }

    private func nextGroup() -> [Work]? {
        state.withLock { state in
            if state.waiting.isEmpty {
                state.isDraining = false
                return nil
            }
            defer { state.waiting = state.waiting.dropFirst(groupLimit) }
            return Array(state.waiting.prefix(groupLimit))
        }
    }
}

extension SQLiteWriter {
    /// All that a group has done, to be told when it is durable.
    private struct Outcome: Sendable {
        var answers: [@Sendable () -> Void] = []
        var notices: [Notice] = []
        /// Whether the log has anything new by it.
        var isWritten = true
    }

    /// Someone of the group failed after it had written, and had no mark to go back to.
    private struct Spoiled: Error {}

    /// Who fails after it has written spoils the group, which then goes again with a mark before each of it; when it cannot be
    /// committed as a whole, each gets a transaction of its own.
    private func commit(_ group: [Work], marked: Bool = false) {
        var failures: [@Sendable () -> Void] = []
        do {
            let outcome = try attempt(group, marked: marked, &failures)
            state.withLock { $0.commits += 1 }
            tell(outcome, failures, to: group)
        } catch is Spoiled {
            rollback()
            commit(group, marked: true)
        } catch {
            rollback()
            if group.count > 1 {
                for work in group { commit([work]) }
            } else {
                for work in group { sync.settled { work.fail($0 ?? error) } }
            }
        }
    }

    /// Answers all of a group when what it did is on the disk.
    private func tell(_ outcome: Outcome, _ failures: [@Sendable () -> Void], to group: [Work]) {
        let telling: SQLiteSync.Telling = { [board] refusal in
            if let refusal { return group.forEach { $0.fail(refusal) } }
            board.post(outcome.notices)
            for answer in outcome.answers + failures { answer() }
        }
        guard outcome.isWritten else { return sync.cameToNothing(telling) }
        sync.committed(isAlone: group.count == 1 && waitingCount == 0, telling)
    }

    private func attempt(
        _ group: [Work], marked: Bool, _ failures: inout [@Sendable () -> Void]
    ) throws -> Outcome {
        var outcome = Outcome()
        if let failure = sync.failure { throw failure }
        try connection.executeOften("BEGIN IMMEDIATE")
        for work in group {
            if marked { try connection.executeOften("SAVEPOINT work") }
            let (transaction, writes) = (Transaction(on: connection), connection.writes)
            do {
                let answer = try connection.attempt(work, in: transaction)
                outcome.answers.append(answer)
                outcome.notices += transaction.notices
                if marked { try connection.executeOften("RELEASE SAVEPOINT work") }
            } catch {
                guard group.count > 1, connection.isInTransaction else { throw error }
                guard marked || connection.writes == writes else { throw Spoiled() }
                if marked { try connection.execute("ROLLBACK TO SAVEPOINT work; RELEASE SAVEPOINT work") }
                failures.append { work.fail(error) }
            }
        }
        outcome.isWritten = try seal()
        return outcome
    }

    /// Commits to the log, and says whether it wrote there. Who can see it then is told nothing before it is on the disk.
    private func seal() throws -> Bool {
        sync.begin()
        do {
            return try connection.commit()
        } catch {
            sync.cameToNothing { _ in }
            throw error
        }
    }

    private func rollback() {
        guard connection.isInTransaction else { return }
        do {
            try connection.execute("ROLLBACK")
        } catch {
            // SQLite has then ended the transaction itself; the next BEGIN tells if it has not.
        }
    }
}

extension SQLiteConnection {
    fileprivate func attempt(_ work: Work, in transaction: Transaction) throws -> @Sendable () -> Void {
        guard work.readsOnly else { return try work.attempt(transaction) }
        try execute("PRAGMA query_only = ON")
        let result = Result { try work.attempt(transaction) }
        try execute("PRAGMA query_only = OFF")
        return try result.get()
    }
}
