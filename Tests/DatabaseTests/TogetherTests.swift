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
                _ = try tx.count()
                let name = id % 3 == 0 ? nil : "thing \(id)"
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

    @Test(arguments: TestDatabase.servers)
    func `of many about one subject each reads what the one before it did`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { tx in for id in 1...3 { try tx.add(id) } }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 { group.addTask { try await count(on: number % 3 + 1, in: db) } }
                try await group.waitForAll()
            }

            let amounts: [Int] = try await db.read { tx in
                try tx.rows("SELECT amount FROM things ORDER BY id").map { try $0["amount"] }
            }
            #expect(amounts == [20, 20, 20])
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `a change that does not say what it was computed from keeps its own transaction`(on kind: TestDatabase)
        async throws
    {
        try await kind.withThings { db in
            try await db.write { try $0.add(1) }
            _ = try await whileHeld(in: db, 1...3) { _, tx in
                let amount: Int = try tx.first("SELECT amount FROM things WHERE id = 1")?["amount"] ?? 0
                try tx.later("UPDATE things SET amount = \(amount + 1) WHERE id = 1")
            }

            #expect(try await db.read { try $0.first("SELECT amount FROM things")?["amount"] } == 3)
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `one that waits for a row that is held makes no others wait`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { tx in for id in 1...2 { try tx.add(id) } }
            let hold = Hold()
            async let holding: Void = db.write { tx in
                try tx.run("UPDATE things SET amount = amount")
                hold.hold()
            }
            await hold.begun()
            async let first: Void = raise(1, in: db)
            try await until { try await db.waitingForLocks() == 1 }
            async let second: Void = raise(2, in: db)
            try await until { try await db.waitingForLocks() == 2 }
            async let other: Void = db.write { try $0.later("INSERT INTO things (id) VALUES (3)") }

            let isThere = try await until { try await db.read { try $0.count() } == 3 }

            #expect(isThere)
            hold.end()
            _ = try await (holding, first, second, other)
            let amounts: [Int] = try await db.read { tx in
                try tx.rows("SELECT amount FROM things ORDER BY id").map { try $0["amount"] }
            }
            #expect(amounts == [1, 1, 0])
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `what was asked before the end is done, also when its group gave way`(on kind: TestDatabase) async throws {
        try await kind.at(Migration.things) { location in
            let (db, other) = (try await Database.open(location), try await Database.open(location))
            try await db.write { try $0.add(1) }
            let (row, busy) = (Hold(), Hold())
            async let holding: Void = other.write { tx in
                try tx.run("UPDATE things SET amount = amount")
                row.hold()
            }
            await row.begun()
            async let occupying: Void = db.write { _ in busy.hold() }
            await busy.begun()
            async let asked: Void = raise(1, in: db)
            try await until { try await other.waitingForLocks() == 1 }
            busy.end()
            async let closing: Void = db.close()

            let isAlone = try await until { try await other.someoneWaitsLong() }

            #expect(isAlone)
            row.end()
            _ = try await (holding, occupying, asked)
            await closing
            #expect(try await other.read { try $0.first("SELECT amount FROM things")?["amount"] } == 1)
            await other.close()
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `what fails behind the commit is unknown, and is not done again`(on kind: TestDatabase) async throws {
        try await kind.at(Migration.things) { location in
            guard case .postgres(let url, let connections) = location else { return }
            let path = "?options=-csearch_path%3Dpublic%2Cpg_catalog"
            let db = try await Database.open(.postgres(url: url + path, connections: connections))
            try await db.write { try $0.execute(Transaction.failingBehindCommit) }
            let (hold, keys) = (Hold(), Tally())
            async let holding: Void = db.write { _ in hold.hold() }
            await hold.begun()

            let error = await #expect(throws: DatabaseError.self) {
                try await db.write { tx in
                    keys.add()
                    try tx.later("INSERT INTO things (id) VALUES (\(keys.count))")
                    try tx.notify("things", "added")
                }
            }

            #expect(error?.kind == .connection)
            #expect(try await db.read { try $0.count() } == 1)
            hold.end()
            try await holding
            await db.close()
        }
    }
}

extension Database {
    fileprivate func waitingForLocks() async throws -> Int {
        try await read { tx in
            try tx.first(
                """
                SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                """
            ).map { try $0["n"] } ?? 0
        }
    }

    /// Whether someone waits for a lock longer than a group does.
    fileprivate func someoneWaitsLong() async throws -> Bool {
        try await read { tx in
            try tx.first(
                """
                SELECT count(*) AS n FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
                    AND clock_timestamp() - xact_start > INTERVAL '1 second'
                """
            ).map { try $0["n"] } ?? 0 > 0
        }
    }
}

/// A transaction that a test lets begin, and lets end.
private final class Hold: Sendable {
    private let (isHeld, latch) = (AsyncStream.makeStream(of: Void.self), Latch())

    func hold() {
        isHeld.continuation.finish()
        latch.wait()
    }

    func begun() async { for await _ in isHeld.stream {} }
    func end() { latch.open() }
}

extension Transaction {
    /// Where one's own functions come before the server's, the statement that makes a commit durable is then refused.
    fileprivate static let failingBehindCommit = """
        CREATE FUNCTION pg_logical_emit_message(boolean, text, text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'cancelled' USING ERRCODE = '57014'; END $$
        """
}

/// Looks again and again whether it is so; `false` when it is not after a long time.
@discardableResult
private func until(_ isSo: () async throws -> Bool) async rethrows -> Bool {
    let end = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < end { if try await isSo() { return true } }
    return false
}

/// Adds one to the amount of a thing.
private func raise(_ id: Int, in db: Database) async throws {
    try await db.write { tx in
        try tx.later("UPDATE things SET amount = amount + 1 WHERE id = \(id)", else: Interruption())
    }
}

/// Adds one to the amount of a thing that was read, unless another was first.
private func count(on id: Int, in db: Database) async throws {
    try await db.write { tx in
        try tx.foresee(like: "thing \(id)") { _ = try tx.rows("SELECT amount FROM things WHERE id = \(id)") }
        let amount: Int = try tx.first("SELECT amount FROM things WHERE id = \(id)")?["amount"] ?? 0
        try tx.later(
            "UPDATE things SET amount = \(amount + 1) WHERE id = \(id) AND amount = \(amount)", else: Interruption())
    }
}

/// Does all of this while the table is held, so that much comes together, and says what became of each.
private func whileHeld(
    in db: Database, _ ids: ClosedRange<Int>, _ body: @escaping @Sendable (Int, Transaction) throws -> Void
) async throws -> [Bool] {
    let (bodies, hold) = (Tally(), Hold())
    async let holding: Void = db.write { tx in
        try tx.run("LOCK TABLE things IN SHARE MODE")
        hold.hold()
    }
    await hold.begun()
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
        await until {
            await Task.yield()
            return bodies.count >= ids.count
        }
        hold.end()
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
