import CPostgres
import Foundation

extension PostgresConnection {
    /// Runs work in a transaction, and again when another stood in its way. What is there already may have been put there
    /// by another after this one began looking: once more, it sees that.
    func perform(_ work: Work, begin: String, retries: Int, mayBeUnseen: Bool = true) {
        do {
            let answer = try attempt(work, begin)
            answer()
        } catch let conflict as PostgresConflict where retries > 0 {
            conflict.pause()
            perform(work, begin: begin, retries: retries - 1, mayBeUnseen: mayBeUnseen)
        } catch let conflict as PostgresConflict {
            work.fail(conflict.error)
        } catch let error as DatabaseError where error.isDouble && mayBeUnseen && retries > 0 {
            perform(work, begin: begin, retries: retries - 1, mayBeUnseen: false)
        } catch {
            work.fail(error)
        }
    }

    private func attempt(_ work: Work, _ begin: String) throws -> @Sendable () -> Void {
        try open(begin)
        let transaction = Transaction(on: self)
        do {
            let answer = try work.attempt(transaction)
            try commit(transaction)
            return answer
        } catch {
            rollback()
            if (error as? DatabaseError)?.code == "0A000" { try forgetAll() }
            let cause = transaction.conflict ?? (error as? DatabaseError)
            if let cause, cause.isConflict { throw PostgresConflict(error: cause) }
            throw error
        }
    }

    /// The beginning goes along with the first statement, unless it is more than one.
    private func open(_ begin: String) throws {
        forgetAhead()
        if isBroken { try connect() }
        do {
            try tidy()
            if !begin.contains(";") { return outbox = [Outgoing(query: RenderedQuery(begin, .postgres))] }
            try execute(begin)
        } catch let error as DatabaseError where error.kind == .connection {
            try connect()
            try execute(begin)
        }
    }

    /// What must become visible in order holds a lock until it is. That would make all wait for each other's disk, so the
    /// commit itself does not wait for the disk; a second one right behind it does, and carries the first along.
    private func commit(_ transaction: Transaction) throws {
        try flush()
        guard PQtransactionStatus(handle) == PQTRANS_INTRANS else {
            throw isBroken ? broken() : DatabaseError(kind: .other, code: "25000", message: "no transaction to commit")
        }
        let notices = transaction.notices.map { notice -> Query in
            "SELECT pg_notify(\(notice.channel), \(notice.text))"
        }
        let isOrdered = transaction.commitsInOrder || !notices.isEmpty
        let commit = isOrdered ? PostgresConnection.orderedCommit : PostgresConnection.commit
        _ = try together((notices + commit).map { $0.rendered(for: .postgres) })
    }

    private static let commit: [Query] = ["COMMIT"]
    private static let orderedCommit: [Query] = [
        "SET LOCAL synchronous_commit = off", "COMMIT", "SELECT pg_logical_emit_message(true, 'ontknoop', '')",
    ]

    private func rollback() {
        forgetAhead()
        do {
            if isBroken { return close() }
            if PQtransactionStatus(handle) != PQTRANS_IDLE { try execute("ROLLBACK") }
        } catch {
            close()
        }
    }
}

/// Two transactions stood in each other's way.
private struct PostgresConflict: Error {
    let error: DatabaseError

    /// Lets the other go first; not all for the same time.
    func pause() { usleep(UInt32.random(in: 500...15_000)) }
}
