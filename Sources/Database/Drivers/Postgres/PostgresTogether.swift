import Synchronization

/// What a transaction would change that has only read so far, on its way to be done together with that of others.
struct PostgresShare: Sendable {
    let work: Work
    let changes: [Outgoing]
    let notices: [Notice]
    /// Whether its rows must become visible in the order of the commits.
    let isOrdered: Bool
    /// What it is about, such as a zaak.
    let subject: String?
    let answer: @Sendable () -> Void

    init(work: Work, changes: [Outgoing], of transaction: Transaction, answer: @escaping @Sendable () -> Void) {
        (self.work, self.changes, self.answer) = (work, changes, answer)
        (notices, isOrdered, subject) = (transaction.notices, transaction.commitsInOrder, transaction.subject)
    }
}

/// Makes the changes of several callers in one transaction, which spares the server their commits and their waiting for each other.
///
/// That is no more than each could do alone: a change that waits says by its condition what it was computed from, so that it is refused
/// where another was first. Then nothing of the group is done, and each goes its own way again from its reading on. Of two about one
/// subject only the first goes along, therefore.
final class PostgresTogether: Sendable {
    private struct State {
        var waiting: ArraySlice<PostgresShare> = []
        var subjects = PostgresSubjects()
        var commits = 0
    }

    private let callers: Pool<PostgresConnection>
    private let pool: Pool<PostgresConnection>
    private let state = Mutex(State())
    private static let most = 100

    /// Beside the connections of the callers, on which all goes that came to nothing here.
    init(_ address: PostgresAddress, beside callers: Pool<PostgresConnection>) {
        self.callers = callers
        pool = Pool((0..<2).map { _ in PostgresConnection(address) }, label: "postgres together")
    }

    /// How many transactions were made.
    var commits: Int { state.withLock { $0.commits } }
    /// How many subjects were changed so far.
    var moment: Int { state.withLock { $0.subjects.moment } }
    /// Whether there is anyone beside the one who asks; alone one is quicker by oneself.
    var areAtWork: Bool { callers.busyCount + pool.busyCount > 1 }

    /// Whether a change may go with others; one that may has to be submitted.
    func admit(_ subject: String?, readAt begun: Int) -> Bool {
        state.withLock { $0.subjects.admit(subject, readAt: begun) }
    }

    /// Says that a subject was changed by somebody alone.
    func note(changeOf subject: String) { state.withLock { $0.subjects.note(changeOf: subject) } }

    func submit(_ share: PostgresShare) {
        state.withLock { $0.waiting.append(share) }
        let isTaken = pool.submit { self.commit(self.takeWaiting(), on: $0) }
        if !isTaken { for share in takeWaiting() { share.work.fail(DatabaseError.closed) } }
    }

    func close() async { await pool.close { $0.close() } }

    private func takeWaiting() -> [PostgresShare] {
        state.withLock { state in
            defer { state.waiting = state.waiting.dropFirst(PostgresTogether.most) }
            return Array(state.waiting.prefix(PostgresTogether.most))
        }
    }

    /// When the connection broke nobody knows what became of it; any other failure has undone all, and each goes its own way: here,
    /// where the callers' connections take no more because the program ends.
    private func commit(_ shares: [PostgresShare], on connection: PostgresConnection) {
        if shares.isEmpty { return }
        do {
            try make(shares, on: connection)
            for share in shares { share.answer() }
        } catch let error as DatabaseError where error.kind == .connection {
            for share in shares { share.work.fail(error) }
        } catch {
            for share in shares where !callers.write(share.work, beside: self) { connection.write(share.work) }
        }
    }

    private func make(_ shares: [PostgresShare], on connection: PostgresConnection) throws {
        defer { state.withLock { $0.subjects.end(shares.compactMap(\.subject)) } }
        try connection.commit(shares)
        state.withLock { $0.commits += 1 }
    }
}

extension Pool<PostgresConnection> {
    /// Does work on a member of its own, or with others; `false` when the pool has closed.
    func write(_ work: Work, with others: PostgresTogether) -> Bool { submit { $0.write(work, .with(others)) } }

    /// Does work on a member of its own, and tells the others of it.
    fileprivate func write(_ work: Work, beside others: PostgresTogether) -> Bool {
        submit { $0.write(work, .beside(others)) }
    }
}

extension PostgresConnection {
    fileprivate func write(_ work: Work, _ company: PostgresCompany = .none) {
        perform(work, begin: "BEGIN ISOLATION LEVEL REPEATABLE READ", retries: 20, company)
    }
}

/// Whether a transaction may change something together with others.
enum PostgresCompany {
    case none
    /// It may.
    case with(PostgresTogether)
    /// It may not, and they hear what it has changed.
    case beside(PostgresTogether)

    var others: PostgresTogether? {
        switch self {
        case .none: nil
        case .with(let others), .beside(let others): others
        }
    }

    /// Those with whom it may change something now.
    var sharing: PostgresTogether? {
        guard case .with(let others) = self, others.areAtWork else { return nil }
        return others
    }

    /// The same, for who goes alone from here on.
    var apart: PostgresCompany { others.map { .beside($0) } ?? .none }
}
