/// A database: closures that read or write, each in one transaction.
public final class Database: Sendable {
    let driver: any Driver

    init(_ driver: any Driver) { self.driver = driver }

    /// Opens a database; an SQLite file is made when it is not there.
    public static func open(_ location: DatabaseLocation) async throws -> Database {
        switch location {
        case .memory: Database(try await SQLiteDriver.open(path: nil))
        case .sqlite(let path): Database(try await SQLiteDriver.open(path: path))
        case .postgres(let url, let connections):
            Database(try await PostgresDriver.open(url: url, connections: connections))
        }
    }

    public var dialect: Dialect { driver.dialect }

    /// What the disk refused, when it did: from then on nothing is read or written until the program starts anew.
    public var refusal: DatabaseError? { driver.refusal }

    /// Reads one consistent state; nothing can be changed.
    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try await Work.wait(for: body, by: driver.read)
    }

    /// Changes all or nothing, and answers when it is durable. The body may run again when another transaction stood in its way.
    @discardableResult
    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try await Work.wait(for: body, by: driver.write)
    }

    /// The texts sent to a channel by transactions that have committed.
    ///
    /// An empty text comes first, and again after a broken connection: from here on nothing is missed, look for yourself what was before.
    public func notifications(on channel: String) -> AsyncStream<String> { driver.notifications(on: channel) }

    /// Writes a copy of this moment to a new file, while others go on (SQLite only; PostgreSQL has `pg_dump`).
    public func backup(to path: String) async throws { try await driver.backup(to: path) }

    /// Finishes what was asked and lets go of the database.
    public func close() async { await driver.close() }
}
