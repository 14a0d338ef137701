/// PostgreSQL through libpq: a pool of connections, and one that listens.
final class PostgresDriver: Driver {
    let dialect = Dialect.postgres
    /// A server that cannot be reached now may be reached again.
    var refusal: DatabaseError? { nil }
    private let pool: Pool<PostgresConnection>
    let together: PostgresTogether
    private let listener: PostgresListener

    /// Makes one connection right away, to be sure of the address.
    static func open(url: String, connections: Int) async throws -> PostgresDriver {
        let driver = try PostgresDriver(address: PostgresAddress(url), connections: connections)
        do {
            try await Work.wait(for: { try $0.execute("SELECT 1") }, by: driver.read)
            return driver
        } catch {
            await driver.close()
            throw error
        }
    }

    private init(address: PostgresAddress, connections: Int) throws {
        let pool = Pool(
            (0..<max(1, connections)).map { _ in PostgresConnection(address) }, label: "postgres", rest: { $0.rest() })
        self.pool = pool
        together = PostgresTogether(address, beside: pool)
        listener = try PostgresListener(address)
    }

    func read(_ work: Work) { perform(work, begin: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", retries: 3) }

    func write(_ work: Work) {
        if !pool.write(work, with: together) { work.fail(DatabaseError.closed) }
    }

    /// Reads what is committed at each statement, so that it sees what was done while it waited for the lock.
    func alone(_ work: Work) {
        perform(
            work, begin: "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(7307290471)", retries: 3)
    }

    func notifications(on channel: String) -> AsyncStream<String> { listener.listen(on: channel) }

    func backup(to path: String) async throws {
        throw DatabaseError(kind: .other, code: "backup", message: "a PostgreSQL database is backed up with pg_dump")
    }

    func close() async {
        await listener.close()
        await pool.close { $0.close() }
        await together.close()
    }

    private func perform(_ work: Work, begin: String, retries: Int) {
        let isTaken = pool.submit { $0.perform(work, begin: begin, retries: retries) }
        if !isTaken { work.fail(DatabaseError.closed) }
    }
}
