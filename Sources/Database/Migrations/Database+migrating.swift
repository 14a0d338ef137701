extension Database {
    /// Runs the migrations that have not run, each in a transaction; several nodes may do so at once.
    public func migrate(_ migrations: [Migration]) async throws {
        let ordered = migrations.sorted { $0.number < $1.number }
        try Migration.refuseDoubles(in: ordered)
        try await alone { try $0.execute(Migration.table) }
        try await alone { try $0.refuseStrangers(ordered) }
        for migration in ordered {
            try await alone { try $0.apply(migration) }
        }
    }

    private func alone(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws {
        try await Work.wait(for: body, by: driver.alone)
    }
}

extension Migration {
    fileprivate static let table = """
        CREATE TABLE IF NOT EXISTS migrations (
            number BIGINT PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL
        )
        """
}

extension Transaction {
    fileprivate func apply(_ migration: Migration) throws {
        let checksum = migration.checksum(for: dialect)
        if let row = try first("SELECT checksum FROM migrations WHERE number = \(migration.number)") {
            guard migration.isKnown(by: try row["checksum"], for: dialect) else {
                throw MigrationError.changed(number: migration.number, name: migration.name)
            }
            return
        }
        try execute(migration.script(for: dialect))
        try run(
            """
            INSERT INTO migrations (number, name, checksum)
            VALUES (\(migration.number), \(migration.name), \(checksum))
            """)
    }

    fileprivate func refuseStrangers(_ known: [Migration]) throws {
        let numbers = Set(known.map(\.number))
        for row in try rows("SELECT number, name FROM migrations ORDER BY number") {
            let number: Int = try row["number"]
            guard numbers.contains(number) else { throw MigrationError.unknown(number: number, name: try row["name"]) }
        }
    }
}
