import Database
import Synchronization
import TestSupport
import Testing

@Suite("Contract: transactions")
struct TransactionTests {
    @Test(arguments: TestDatabase.all)
    func `what was written is read back`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { try $0.add(1, "stoel", amount: 5) }

            let row = try await db.read { try $0.first("SELECT id, name, amount FROM things") }

            #expect(try row?["id"] == 1)
            #expect(try row?["name"] == "stoel")
            #expect(try row?["amount"] == Int64(5))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a thrown body changes nothing`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            await #expect(throws: Interruption()) {
                try await db.write { tx in
                    try tx.add(1)
                    throw Interruption()
                }
            }

            let count = try await db.read { try $0.count() }
            #expect(count == 0)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a failed statement that the body hides still undoes all`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            await #expect(throws: DatabaseError.self) {
                try await db.write { tx in
                    try tx.add(1)
                    do { try tx.add(1) } catch {}
                }
            }

            let count = try await db.read { try $0.count() }
            #expect(count == 0)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a nested part that fails is undone alone`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { tx in
                try tx.add(1, "een")
                do { try tx.nested { try tx.add(2, "een") } } catch is DatabaseError {}
                try tx.nested { try tx.add(3, "drie") }
            }

            #expect(try await db.read { try $0.names() } == ["drie", "een"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `reading cannot write`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            await #expect(throws: DatabaseError.self) { try await db.read { try $0.add(1) } }

            try await db.write { try $0.add(2) }
            #expect(try await db.read { try $0.count() } == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `many at once lose nothing`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { try $0.add(1) }

            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await db.write { tx in
                            let amount: Int = try tx.first("SELECT amount FROM things WHERE id = 1")?["amount"] ?? 0
                            try tx.run("UPDATE things SET amount = \(amount + 1) WHERE id = 1")
                        }
                    }
                }
                try await group.waitForAll()
            }

            #expect(try await db.read { try $0.first("SELECT amount FROM things")?["amount"] } == 40)
        }
    }

    @Test(.enabled(if: TestDatabase.all.contains(.postgres), "there is no PostgreSQL"))
    func `who adds what another added meanwhile is asked again, and sees it then`() async throws {
        try await TestDatabase.postgres.withThings { db in
            let (seen, goOn) = (AsyncStream.makeStream(of: Void.self), Latch())
            let isFirst = Mutex(true)
            async let added = db.write { tx in
                let isThere = try tx.count() > 0
                if isFirst.withLock({ $0 }) {
                    isFirst.withLock { $0 = false }
                    seen.continuation.finish()
                    goOn.wait()
                }
                if !isThere { try tx.add(1) }
                return !isThere
            }
            for await _ in seen.stream {}
            try await db.write { try $0.add(1) }
            goOn.open()

            #expect(try await !added)
            #expect(try await db.read { try $0.count() } == 1)
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `a reader sees one state while others write`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { try $0.add(1) }

            let (seen, goOn) = (AsyncStream.makeStream(of: Void.self), Latch())
            async let counts = db.read { tx in
                let before = try tx.count()
                seen.continuation.finish()
                goOn.wait()
                return [before, try tx.count()]
            }
            for await _ in seen.stream {}
            try await db.write { try $0.add(2) }
            goOn.open()

            #expect(try await counts == [1, 1])
            #expect(try await db.read { try $0.count() } == 2)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `after closing nothing is taken`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            await db.close()

            await #expect(throws: DatabaseError.self) { try await db.write { try $0.add(1) } }
            await #expect(throws: DatabaseError.self) { try await db.read { try $0.count() } }
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `two programs on one database wait for each other`(on kind: TestDatabase) async throws {
        try await kind.at(Migration.things) { location in
            try await TestDatabase.open(location, Migration.things) { one in
                try await TestDatabase.open(location, Migration.things) { two in
                    try await one.write { try $0.add(1) }
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for index in 0..<60 {
                            group.addTask {
                                try await (index.isMultiple(of: 2) ? one : two).write { tx in
                                    let amount: Int = try tx.first("SELECT amount FROM things")?["amount"] ?? 0
                                    try tx.run("UPDATE things SET amount = \(amount + 1)")
                                }
                            }
                        }
                        try await group.waitForAll()
                    }
                    #expect(try await two.read { try $0.first("SELECT amount FROM things")?["amount"] } == 60)
                }
            }
        }
    }
}
