/// Has a PostgreSQL database to itself, for as long as it lives: none of our servers has it in use, and none begins to.
///
/// Each server holds the lock together with the others, on the connection by which it listens.
public final class PostgresHold {
    /// An advisory lock of this database; the number is ours and says nothing.
    static let key = 7_307_290_473

    private let connection: PostgresConnection

    /// Nothing when a server has the database in use.
    public init?(url: String) throws {
        connection = PostgresConnection(try PostgresAddress(url))
        try connection.connect()
        let query: Query = "SELECT pg_try_advisory_lock(\(PostgresHold.key)) AS free"
        var isFree = false
        try connection.performOnce(query.rendered(for: .postgres)).each { isFree = try $0["free"] }
        guard isFree else { return nil }
    }

    /// What a server runs on the connection by which it listens; waits a little for who has the database to itself.
    static let share = """
        SET lock_timeout = '5s'; SELECT pg_advisory_lock_shared(\(key)); SET lock_timeout = 0
        """
}

extension Transaction {
    /// Whether nobody has this database to itself now, such as a restore.
    public func isFreeToServe() throws -> Bool {
        switch dialect {
        case .sqlite: true
        case .postgres:
            try first("SELECT pg_try_advisory_xact_lock_shared(\(PostgresHold.key)) AS free")?["free"] ?? false
        }
    }
}
