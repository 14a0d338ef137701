/// Prepared statements that are not in use, by their SQL; the oldest make room.
struct StatementCache<Statement> {
    private var idle: [String: [Statement]] = [:]
    private var count = 0
    private let limit = 300

    /// Hands over a statement for use; a second use of the same SQL meanwhile needs another.
    mutating func take(_ sql: String) -> Statement? {
        guard let statement = idle[sql]?.popLast() else { return nil }
        count -= 1
        return statement
    }

    mutating func give(_ statement: Statement, for sql: String) {
        if count >= limit { removeAll() }
        idle[sql, default: []].append(statement)
        count += 1
    }

    mutating func removeAll() {
        idle = [:]
        count = 0
    }
}
