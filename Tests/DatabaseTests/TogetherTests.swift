import Synchronization
import TestSupport
import Testing

@testable import Database

@Suite("PostgreSQL: changes of several callers in one transaction")
struct TogetherTests {
    @Test(arguments: TestDatabase.servers)
    func `changes that wait at the same moment share a commit`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            let together = try #require(db.driver as? PostgresDriver).together
            let answers = try await whileHeld(in: db, 1...50) { id, tx in
                let name = id % 3 == 0 ? nil : "thing \(try tx.count() + id)"
                try tx.later("INSERT INTO things (id, name) VALUES (\(id), \(name))")
            }

            #expect(answers.allSatisfy { $0 })
            #expect(together.commits < 10)
            let names: [String?] = try await db.read { tx in
                try tx.rows("SELECT name FROM things ORDER BY id").map { try $0["name"] }
            }
            #expect(names == (1...50).map { $0 % 3 == 0 ? nil : "thing \($0)" })
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `one that is refused touches no other, and gets its own refusal`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { tx in for id in 101...150 { try tx.add(id) } }
            let answers = try await whileHeld(in: db, 1...50) { id, tx in
                _ = try tx.count()
                try tx.later("INSERT INTO things (id) VALUES (\(id))")
                let other = id == 25 ? 999 : 100 + id
                try tx.later("UPDATE things SET amount = 7 WHERE id = \(other) AND amount = 0", else: Interruption())
            }

            #expect(answers.filter { !$0 }.count == 1)
            let changed = try await db.read { try $0.rows("SELECT id FROM things WHERE amount = 7 ORDER BY id") }
            #expect(try changed.map { try $0["id"] } == (101...150).filter { $0 != 125 })
            #expect(try await db.read { try $0.count() } == 99)
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `many that count on what they read lose nothing`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { try $0.add(1) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 { group.addTask { try await raise(in: db) } }
                try await group.waitForAll()
            }

            #expect(try await db.read { try $0.first("SELECT amount FROM things")?["amount"] } == 40)
        }
    }
}

/// Does all of this while the table is held, so that much comes together, and says what became of each.
private func whileHeld(
    in db: Database, _ ids: ClosedRange<Int>, _ body: @escaping @Sendable (Int, Transaction) throws -> Void
) async throws -> [Bool] {
    let bodies = Tally()
    let (held, latch) = (AsyncStream.makeStream(of: Void.self), Latch())
    async let holding: Void = db.write { tx in
        try tx.run("LOCK TABLE things IN SHARE MODE")
        held.continuation.finish()
        latch.wait()
    }
    for await _ in held.stream {}
    let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
        for id in ids {
            group.addTask {
                do {
                    try await db.write { tx in
                        try body(id, tx)
                        bodies.add()
                    }
                    return true
                } catch is Interruption { return false }
            }
        }
        while bodies.count < ids.count { await Task.yield() }
        latch.open()
        return try await group.reduce(into: []) { $0.append($1) }
    }
    try await holding
    return answers
}

/// How many have come so far.
private final class Tally: Sendable {
    private let number = Mutex(0)

    var count: Int { number.withLock { $0 } }
    func add() { number.withLock { $0 += 1 } }
}

/// Adds one to what it reads; another that was first makes it read again.
private func raise(in db: Database) async throws {
    while true {
        do {
            return try await db.write { tx in
                let amount: Int = try tx.first("SELECT amount FROM things WHERE id = 1")?["amount"] ?? 0
                try tx.later(
                    "UPDATE things SET amount = \(amount + 1) WHERE id = 1 AND amount = \(amount)", else: Interruption()
                )
            }
        } catch is Interruption {}
    }
}
