import Database
import TestSupport
import Testing

@Suite("Contract: many rows")
struct ManyRowsTests {
    @Test(arguments: TestDatabase.all)
    func `a batch goes in whole and streams out in order`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { tx in
                try tx.runBatch((1...2_345).map { "INSERT INTO things (id, amount) VALUES (\($0), \($0 * 2))" })
            }
            let (count, sum) = try await db.read { tx in
                var (count, sum) = (0, 0)
                try tx.each("SELECT id, amount FROM things WHERE id > \(0) ORDER BY id") { row in
                    count += 1
                    if try row["id"] as Int == count { sum += try row["amount"] }
                }
                return (count, sum)
            }
            #expect(count == 2_345)
            #expect(sum == 2_345 * 2_346)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a batch with a flaw changes nothing and names the statement`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            let error = await #expect(throws: DatabaseError.self) {
                try await db.write { tx in
                    try tx.runBatch((1...700).map { "INSERT INTO things (id) VALUES (\($0 % 600))" })
                }
            }
            #expect(error?.kind == .unique("things.id"))
            #expect(error?.sql?.hasPrefix("INSERT INTO things") == true)
            try await db.write { try $0.add(1) }
            #expect(try await db.read { try $0.count() } == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `other questions can be asked while rows stream`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { tx in
                try tx.runBatch((1...1_200).map { "INSERT INTO things (id) VALUES (\($0))" })
                try tx.each("SELECT id FROM things ORDER BY id") { row in
                    let id: Int = try row["id"]
                    let same: Int? = try tx.first("SELECT id FROM things WHERE id = \(id)")?["id"]
                    try tx.run("UPDATE things SET amount = \(same ?? 0) WHERE id = \(id)")
                }
            }
            let sum = try await db.read {
                try $0.first("SELECT CAST(sum(amount) AS BIGINT) AS n FROM things")?["n"] as Int?
            }
            #expect(sum == 1_200 * 1_201 / 2)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a stream can be left halfway`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { try $0.runBatch((1...1_000).map { "INSERT INTO things (id) VALUES (\($0))" }) }

            await #expect(throws: Interruption()) {
                try await db.read { tx in
                    try tx.each("SELECT id FROM things ORDER BY id") { if try $0["id"] == 700 { throw Interruption() } }
                }
            }

            #expect(try await db.read { try $0.count() } == 1_000)
        }
    }
}
