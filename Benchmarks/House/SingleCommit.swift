import Database

/// How often one caller can commit one row, one after the other, each durable before the next: this disk's single-commit rate.
struct SingleCommit {
    func run(on location: String) async throws {
        let database = try await Database.open(DatabaseLocation(location))
        try await database.write { try $0.run("CREATE TABLE single (id BIGINT PRIMARY KEY, word TEXT NOT NULL)") }
        var count = 0
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(3) {
            count += 1
            try await database.write { [count] in
                try $0.run("INSERT INTO single (id, word) VALUES (\(count), \("a word or two"))")
            }
        }
        print(brief(Double(count) / 3))
        await database.close()
    }
}
