import CSQLite

extension DatabaseError {
    /// What SQLite's result code means; its messages name tables and columns, never values.
    static func sqlite(_ code: Int32, message: String, _ sql: String?) -> DatabaseError {
        DatabaseError(kind: kind(code, message), code: String(code), message: message, sql: sql)
    }

    private static func kind(_ code: Int32, _ message: String) -> Kind {
        switch code {
        case constraint(8), constraint(6), constraint(10): .unique(subject(of: message))
        case constraint(3): .foreignKey
        case constraint(1): .check
        case constraint(5): .notNull
        default: primaryKind(code & 0xFF)
        }
    }

    private static func primaryKind(_ code: Int32) -> Kind {
        switch code {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_IOERR: .connection
        default: .other
        }
    }

    /// The extended codes are macros that Swift does not import: SQLITE_CONSTRAINT | (n << 8).
    private static func constraint(_ detail: Int32) -> Int32 { SQLITE_CONSTRAINT | (detail << 8) }

    /// `UNIQUE constraint failed: zaken.nummer` or `… failed: index 'name'`.
    private static func subject(of message: String) -> String {
        let subject = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
        guard subject.hasPrefix("index '") else { return subject }
        return String(subject.dropFirst(7).dropLast())
    }
}
