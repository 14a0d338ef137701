import Database
import TestSupport
import Testing

@Suite("Contract: changes that wait and answers that come early")
struct AheadTests {
    @Test(arguments: TestDatabase.all)
    func `what is read sees the changes that wait, of its own table and of others`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            let seen = try await db.write { tx in
                try tx.later("INSERT INTO things (id, amount) VALUES (1, 5)")
                let parts = try tx.rows("SELECT id FROM parts").count
                let amount: Int? = try tx.first("SELECT amount FROM things")?["amount"]
                try tx.later("INSERT INTO things(id) VALUES (2)")
                return (parts, amount, try tx.count())
            }

            #expect(seen == (0, 5, 2))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a change that must be of one row and is not refuses all`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { try $0.add(1) }

            for ids in [[7], [1, 2]] {
                await #expect(throws: Interruption()) {
                    try await db.write { tx in
                        try tx.add(2)
                        try tx.later("UPDATE things SET amount = 9 WHERE id IN (\(list: ids))", else: Interruption())
                    }
                }
            }

            #expect(try await db.read { try $0.rows("SELECT id, amount FROM things").map { try $0["amount"] } } == [0])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a change that waits and is refused in a nested part is undone with it`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { tx in
                try tx.later("INSERT INTO things (id) VALUES (1)")
                do {
                    try tx.nested {
                        try tx.later("INSERT INTO things (id) VALUES (2)")
                        try tx.later("UPDATE things SET amount = 9 WHERE id = 7", else: Interruption())
                        _ = try tx.count()
                    }
                } catch is Interruption {}
                try tx.later("INSERT INTO things (id) VALUES (3)")
            }

            #expect(
                try await db.read { try $0.rows("SELECT id FROM things ORDER BY id").map { try $0["id"] } } == [1, 3])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what is fetched because it was read the last time is of the moment`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { try $0.add(1) }
            let look: @Sendable (Transaction) throws -> [Int] = { tx in
                try tx.foresee(like: "thing 1") { _ = try tx.names() }
                let before: Int? = try tx.first("SELECT amount FROM things WHERE id = 1")?["amount"]
                try tx.later("UPDATE things SET amount = amount + 1 WHERE id = 1", else: Interruption())
                let after: Int? = try tx.first("SELECT amount FROM things WHERE id = 1")?["amount"]
                return [before, after].compactMap { $0 }
            }

            #expect(try await db.write(look) == [0, 1])
            #expect(try await db.write(look) == [1, 2])
            try await db.write { try $0.run("UPDATE things SET amount = 10") }
            #expect(try await db.write(look) == [10, 11])
        }
    }
}
