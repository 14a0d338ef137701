/// The database refused or failed. It never holds an argument: those are personal data.
public struct DatabaseError: Error, Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// Two rows may not be equal here: `table.column, table.column`, or the name of the index when it is on an expression.
        case unique(String)
        case foreignKey
        case check
        case notNull
        /// Another process keeps the database locked.
        case busy
        /// Two transactions stood in each other's way, more often than was retried.
        case serialization
        /// The connection broke or could not be made; whether the last commit arrived is then unknown.
        case connection
        case other
    }

    public let kind: Kind
    /// SQLSTATE on PostgreSQL, the extended result code on SQLite.
    public let code: String
    public let message: String
    /// The statement, with places where its arguments were.
    public let sql: String?

    init(kind: Kind, code: String, message: String, sql: String? = nil) {
        self.kind = kind
        self.code = code
        self.message = message
        self.sql = sql
    }
}

extension DatabaseError: CustomStringConvertible {
    public var description: String {
        let statement = sql.map { " in: \($0)" } ?? ""
        return "database error \(code): \(message)\(statement)"
    }
}

extension DatabaseError {
    /// Whether the same transaction may succeed when it is run again.
    var isConflict: Bool { kind == .serialization }

    /// Whether something of that key is there already.
    var isDouble: Bool { if case .unique = kind { true } else { false } }

    /// Whether a transaction can go on when the part that failed has been undone.
    var isMendable: Bool {
        switch kind {
        case .unique, .foreignKey, .check, .notNull, .other: true
        case .busy, .serialization, .connection: false
        }
    }

    static let closed = DatabaseError(kind: .connection, code: "closed", message: "the database has been closed")
}
