/// A statement that waits to be sent.
struct Outgoing {
    let query: RenderedQuery
    /// What to throw when it does not change exactly one row.
    var refusal: (any Error)?

    func check(_ answer: PostgresResult) throws {
        if let refusal, answer.changes != 1 { throw refusal }
    }
}

extension PostgresConnection {
    /// Keeps a change until the next statement goes to the server.
    func later(_ query: RenderedQuery, _ refusal: (any Error)?) throws {
        outbox.append(Outgoing(query: query, refusal: refusal))
        if outbox.count > 100 { try flush() }
        let table = query.table
        foreseen = foreseen.filter { !$0.key.key.contains(table) }
    }

    /// Asks all of this in one go, and keeps the answers until something changes what they tell of.
    func foresee(_ queries: [RenderedQuery]) throws {
        for (query, answer) in zip(queries, try together(queries)) { foreseen[query] = answer }
    }

    /// Sends what waits.
    func flush() throws {
        if !outbox.isEmpty { _ = try together([]) }
    }

    /// Forgets what was not sent yet and what was foreseen.
    func forgetAhead() {
        outbox = []
        foreseen = [:]
    }
}

extension RenderedQuery {
    /// The table that a change is about; empty, which is in every text, where it cannot be told.
    fileprivate var table: String {
        let words = key.split(whereSeparator: \.isWhitespace).prefix(3).map(String.init)
        guard let verb = words.first, words.count == 3 else { return "" }
        switch verb {
        case "UPDATE": return words[1]
        case "INSERT", "DELETE": return words[2]
        default: return ""
        }
    }
}
