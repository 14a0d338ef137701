/// A statement on its way to the server.
struct Outgoing: Sendable {
    let query: RenderedQuery
    /// What to throw when it does not change exactly one row.
    let refusal: (any Error)?
    /// The table that a change is about; empty, which is in every text, where it cannot be told.
    let table: String

    /// A statement that may change any number of rows.
    init(_ query: RenderedQuery) { (self.query, refusal, table) = (query, nil, "") }

    /// A change. Where it must change one row, the server itself fails it otherwise, so that nothing sent behind it is done.
    init(change: RenderedQuery, else refusal: (any Error)?) {
        query = refusal == nil ? change : change.ofOneRow
        self.refusal = refusal
        table = change.table
    }

    /// Whether it may be made with those of others: it adds rows, or is refused where it does not find the one that it names.
    var standsByItself: Bool { refusal != nil || query.key.hasPrefix("INSERT") }

    /// What to tell of an error of the server. Behind the commit it undoes nothing, so that what it was for may not be done again.
    func meaning(of error: DatabaseError) -> any Error {
        if let refusal, error.code == RenderedQuery.notOneRow { return refusal }
        guard query.key == RenderedQuery.behindCommit else { return error }
        return DatabaseError(kind: .connection, code: error.code, message: error.message, sql: error.sql)
    }
}

/// An answer that came before it was asked for.
struct Foreseen {
    let query: RenderedQuery
    let answer: PostgresResult
}

extension PostgresConnection {
    /// Keeps a change until a statement goes to the server that may look at it, or until the commit.
    func later(_ query: RenderedQuery, _ refusal: (any Error)?) throws {
        let change = Outgoing(change: query, else: refusal)
        outbox.append(change)
        foreseen.removeAll { $0.query.mentions(change.table) }
        if outbox.count > 100 { try flush() }
    }

    /// Asks all of this in one go, but what is there already, and keeps the answers until something changes what they tell of.
    func foresee(_ queries: [RenderedQuery]) throws {
        let new = queries.filter { query in !foreseen.contains { $0.query == query } }
        if new.isEmpty { return }
        for (query, answer) in zip(new, try ask(new)) { foreseen.append(Foreseen(query: query, answer: answer)) }
    }

    func answer(to query: RenderedQuery) -> PostgresResult? { foreseen.first { $0.query == query }?.answer }

    /// Whether what waits must be sent before this is asked: the beginning, and changes of what it looks at.
    func waits(for queries: [RenderedQuery]) -> Bool {
        !opening.isEmpty || outbox.contains { change in queries.contains { $0.mentions(change.table) } }
    }

    /// Sends what waits.
    func flush() throws {
        if !opening.isEmpty || !outbox.isEmpty { _ = try together([]) }
    }

    /// Forgets what was not sent yet and what was foreseen.
    func forgetAhead() {
        opening = []
        outbox = []
        foreseen = []
    }
}

extension RenderedQuery {
    /// A durable commit of nothing, which carries the one before it to the disk.
    static let behindCommit = "SELECT pg_logical_emit_message(true, 'ontknoop', '')"

    /// The server's code where a change is not of one row.
    fileprivate static let notOneRow = "22012"

    /// The same change, which fails where it changes no row, or several.
    fileprivate var ofOneRow: RenderedQuery {
        RenderedQuery(
            key: "WITH changed AS (\(key) RETURNING 1) SELECT 1 / CASE count(*) WHEN 1 THEN 1 ELSE 0 END FROM changed",
            arguments: arguments, dialect: dialect)
    }

    /// The table that a change is about; empty where it cannot be told.
    fileprivate var table: String {
        let words = key.utf8.split(maxSplits: 3, whereSeparator: { $0 == 32 || $0 == 10 }).prefix(3).map {
            String(Substring($0).prefix { $0 != "(" })
        }
        guard let verb = words.first, words.count == 3 else { return "" }
        switch verb {
        case "UPDATE": return words[1]
        case "INSERT", "DELETE": return words[2]
        default: return ""
        }
    }
}
