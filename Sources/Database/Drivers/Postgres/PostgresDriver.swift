/// PostgreSQL, to come.
final class PostgresDriver: Driver {
    let dialect = Dialect.postgres
    static func open(url: String, connections: Int) async throws -> PostgresDriver {
        throw DatabaseError(kind: .connection, code: "todo", message: "PostgreSQL is not there yet")
    }
    func read(_ work: Work) {}
    func write(_ work: Work) {}
    func alone(_ work: Work) {}
    func notifications(on channel: String) -> AsyncStream<String> { AsyncStream { $0.finish() } }
    func backup(to path: String) async throws {}
    func close() async {}
}
