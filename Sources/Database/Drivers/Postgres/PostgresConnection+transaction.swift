import CPostgres
import Foundation

extension PostgresConnection {
    /// Runs work in a transaction, and again when another stood in its way.
    func perform(_ work: Work, begin: String, retries: Int) {
        do {
            let answer = try attempt(work, begin)
            answer()
        } catch let conflict as PostgresConflict where retries > 0 {
            conflict.pause()
            perform(work, begin: begin, retries: retries - 1)
        } catch let conflict as PostgresConflict {
            work.fail(conflict.error)
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

    /// A connection that broke while it was idle is replaced without anyone noticing.
    private func open(_ begin: String) throws {
        if isBroken { try connect() }
        do {
            try tidy()
            try execute(begin)
        } catch let error as DatabaseError where error.kind == .connection {
            try connect()
            try execute(begin)
        }
    }

    /// What must become visible in order holds a lock until it is. That would make all wait for each other's disk, so the
    /// commit itself does not wait for the disk; a second one right behind it does, and carries the first along.
    private func commit(_ transaction: Transaction) throws {
        guard PQtransactionStatus(handle) == PQTRANS_INTRANS else {
            throw isBroken ? broken() : DatabaseError(kind: .other, code: "25000", message: "no transaction to commit")
        }
        let isOrdered = transaction.commitsInOrder || !transaction.notices.isEmpty
        let flush = "SELECT pg_logical_emit_message(true, 'ontknoop', '')"
        let commit = isOrdered ? "SET LOCAL synchronous_commit = off; COMMIT; \(flush)" : "COMMIT"
        _ = try checked(PostgresResult(PQexec(handle, try notifying(transaction.notices) + commit)), "COMMIT")
    }

    /// Goes in the same message as the commit, which takes no arguments; hence the quotes.
    private func notifying(_ notices: [Notice]) throws -> String {
        if notices.isEmpty { return "" }
        let values = try notices.map { "(\(try quoted($0.channel)), \(try quoted($0.text)))" }.joined(separator: ", ")
        return "SELECT pg_notify(channel, payload) FROM (VALUES \(values)) AS notices (channel, payload); "
    }

    private func quoted(_ text: String) throws -> String {
        guard let literal = PQescapeLiteral(handle, text, text.utf8.count) else { throw broken() }
        defer { PQfreemem(literal) }
        return String(cString: literal)
    }

    private func rollback() {
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
