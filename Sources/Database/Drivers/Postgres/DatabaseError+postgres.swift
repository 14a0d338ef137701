extension DatabaseError {
    /// What the server's SQLSTATE means. Its detail is left out, and its message too where that may hold a value.
    static func postgres(_ result: PostgresResult, _ sql: String?) -> DatabaseError {
        let code = result.field("C") ?? "none"
        let isSafe = !code.hasPrefix("22")
        let message = isSafe ? result.field("M") ?? "no message" : "a value does not fit"
        return DatabaseError(kind: kind(code, result), code: code, message: message, sql: sql)
    }

    private static func kind(_ code: String, _ result: PostgresResult) -> Kind {
        switch code {
        // Another transaction was first to add to a chain of records.
        case "23505" where result.field("n")?.hasSuffix("_chain") == true: .serialization
        case "23505": .unique(subject(of: result))
        case "23503": .foreignKey
        case "23514": .check
        case "23502": .notNull
        case "40001", "40P01": .serialization
        case "55P03": .busy
        case "57P01", "57P02", "57P03": .connection
        // The tables changed under a prepared statement.
        case "0A000" where result.field("M")?.contains("cached plan") == true: .serialization
        default: code.hasPrefix("08") ? .connection : .other
        }
    }

    /// `table.column` from a detail such as `Key (column)=(value) …`, or the constraint's name when it is on an expression.
    private static func subject(of result: PostgresResult) -> String {
        let name = result.field("n") ?? "unknown"
        guard let table = result.field("t"), let detail = result.field("D") else { return name }
        let key = detail.drop { $0 != "(" }.dropFirst().prefix { $0 != "=" }
        guard key.last == ")", !key.contains("(") else { return name }
        return key.dropLast().split(separator: ",").map { column in
            "\(table).\(column.drop { $0 == " " })"
        }.joined(separator: ", ")
    }
}
