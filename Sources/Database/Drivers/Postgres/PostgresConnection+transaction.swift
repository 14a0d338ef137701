import CPostgres
import Foundation

extension PostgresConnection {
    /// Runs work in a transaction, and again when another stood in its way. What is there already may have been put there
    /// by another after this one began looking: once more, it sees that.
    ///
    /// What has only read, and has changes that wait, may go over to those of others, which then answer it.
    func perform(
        _ work: Work, begin: String, retries: Int, mayBeUnseen: Bool = true, _ company: PostgresCompany = .none
    ) {
        do {
            switch try attempt(work, begin, company) {
            case .done(let answer): answer()
            case .waits(let share): company.others?.submit(share)
            }
        } catch let conflict as PostgresConflict where retries > 0 {
            conflict.pause()
            perform(work, begin: begin, retries: retries - 1, mayBeUnseen: mayBeUnseen, company.apart)
        } catch let conflict as PostgresConflict {
            work.fail(conflict.error)
        } catch let error as DatabaseError where error.isDouble && mayBeUnseen && retries > 0 {
            perform(work, begin: begin, retries: retries - 1, mayBeUnseen: false, company.apart)
        } catch {
            work.fail(error)
        }
    }

    private enum Outcome {
        case done(@Sendable () -> Void)
        case waits(PostgresShare)
    }

    private func attempt(_ work: Work, _ begin: String, _ company: PostgresCompany) throws -> Outcome {
        let begun = company.others?.moment ?? 0
        try open(begin)
        let transaction = Transaction(on: self)
        do {
            let answer = try work.attempt(transaction)
            let hasChanged = hasActed || !outbox.isEmpty
            if !hasActed, hasChanged, outbox.allSatisfy(\.standsByItself), let others = company.sharing,
                others.admit(transaction.subject, readAt: begun)
            {
                defer { forgetAhead() }
                return .waits(PostgresShare(work: work, changes: outbox, of: transaction, answer: answer))
            }
            try commit(transaction)
            if hasChanged, let subject = transaction.subject { company.others?.note(changeOf: subject) }
            return .done(answer)
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
        defer { hasActed = false }
        if isBroken { try connect() }
        do {
            try tidy()
            let isReading = PQtransactionStatus(handle) == PQTRANS_INTRANS
            let words = (isReading ? ["COMMIT"] : []) + [begin]
            if !begin.contains(";") { return opening = words.map { RenderedQuery($0, .postgres) } }
            try execute(words.joined(separator: ";"))
        } catch let error as DatabaseError where error.kind == .connection {
            try connect()
            try execute(begin)
        }
    }

    /// What must become visible in order holds a lock until it is. That would make all wait for each other's disk, so the
    /// commit itself does not wait for the disk; a second one right behind it does, and carries the first along.
    ///
    /// The changes that wait go in the same message: the server fails each that may not be, and then skips the commit behind it. A
    /// message that begins the transaction may be sent twice, and so has no commit in it.
    private func commit(_ transaction: Transaction) throws {
        if !hasActed, outbox.isEmpty, transaction.notices.isEmpty { return }
        if !opening.isEmpty { try flush() }
        guard PQtransactionStatus(handle) == PQTRANS_INTRANS else {
            throw isBroken ? broken() : DatabaseError(kind: .other, code: "25000", message: "no transaction to commit")
        }
        try seal(transaction.notices, inOrder: transaction.commitsInOrder)
    }

    private func seal(_ notices: [Notice], inOrder: Bool) throws {
        let tellings = notices.map { notice -> Query in "SELECT pg_notify(\(notice.channel), \(notice.text))" }
        let commit = inOrder || !notices.isEmpty ? PostgresConnection.orderedCommit : PostgresConnection.commit
        _ = try together((tellings + commit).map { $0.rendered(for: .postgres) })
    }

    /// Ends what only read, of which nobody awaits the end.
    func rest() {
        if PQtransactionStatus(handle) != PQTRANS_IDLE { rollback() }
    }

    /// Makes the changes of all in one transaction, durable when it returns; all or nothing. It waits shorter for a lock than the
    /// server before it looks for a deadlock (one second): a group gives way, not those who hold what one of it asks for.
    func commit(_ shares: [PostgresShare]) throws {
        try open("BEGIN ISOLATION LEVEL READ COMMITTED")
        opening.append(RenderedQuery("SET LOCAL lock_timeout = '500ms'", .postgres))
        do {
            outbox = merger.merged(shares.flatMap(\.changes))
            try flush()
            try seal(shares.flatMap(\.notices), inOrder: shares.contains(where: \.isOrdered))
        } catch {
            rollback()
            throw error
        }
    }

    private static let commit: [Query] = ["COMMIT"]
    private static let orderedCommit: [Query] = [
        "SET LOCAL synchronous_commit = off", "COMMIT", Query(script: RenderedQuery.behindCommit),
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
