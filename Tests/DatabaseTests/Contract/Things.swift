import Database
import TestSupport

/// A small world for the contract: things with a name, and parts of things.
extension Migration {
    static let things = [
        Migration(
            number: 1, name: "things",
            sql: """
                CREATE TABLE things (
                    id BIGINT PRIMARY KEY,
                    name TEXT,
                    code TEXT CONSTRAINT things_code_unique UNIQUE,
                    amount BIGINT NOT NULL DEFAULT 0 CONSTRAINT amount_is_positive CHECK (amount >= 0)
                );
                CREATE UNIQUE INDEX things_by_lower_name ON things (lower(name));
                CREATE TABLE parts (id BIGINT PRIMARY KEY, thing_id BIGINT NOT NULL REFERENCES things (id));
                """),
        Migration(
            number: 2, name: "bytes", sqlite: "CREATE TABLE files (id BIGINT PRIMARY KEY, content BLOB)",
            postgres: "CREATE TABLE files (id BIGINT PRIMARY KEY, content BYTEA)"),
    ]
}

extension TestDatabase {
    func withThings(_ body: @Sendable (Database) async throws -> Void) async throws {
        try await with(Migration.things, body)
    }
}

extension Transaction {
    func add(_ id: Int, _ name: String? = nil, amount: Int = 0) throws {
        try run("INSERT INTO things (id, name, amount) VALUES (\(id), \(name), \(amount))")
    }

    func count() throws -> Int { try first("SELECT count(*) AS n FROM things").map { try $0["n"] } ?? 0 }

    func names() throws -> [String?] { try rows("SELECT name FROM things ORDER BY name, id").map { try $0["name"] } }
}

/// Thrown by tests in the middle of a transaction.
struct Interruption: Error, Equatable {}
