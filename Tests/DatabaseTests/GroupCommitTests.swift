import Foundation
import TestSupport
import Testing

@testable import Database

@Suite("Group commit")
struct GroupCommitTests {
    @Test(arguments: [TestDatabase.memory, .file])
    func `writes that wait at the same moment share a commit, and one that fails undoes only itself`(
        on kind: TestDatabase
    ) async throws {
        try await kind.withThings { db in
            let writer = try #require(db.driver as? SQLiteDriver).writer
            let before = writer.commits
            let (begun, latch) = (AsyncStream.makeStream(of: Void.self), Latch())

            try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask {
                    try await db.write { _ in
                        begun.continuation.finish()
                        latch.wait()
                    }
                    return true
                }
                for await _ in begun.stream {}
                for id in 1...50 { group.addTask { await add(id, to: db) } }
                while writer.waitingCount < 50 { await Task.yield() }
                latch.open()
                var answers: [Bool] = []
                for try await answer in group { answers.append(answer) }
                #expect(answers.filter { !$0 }.count == 1)
            }

            #expect(writer.commits - before == 2)
            #expect(try await db.read { try $0.count() } == 49)
        }
    }

    @Test func `work that breaks the commit of its group harms no other`() async throws {
        try await TestDatabase.file.with(Migration.things) { db in
            try await db.write { tx in
                try tx.run(
                    """
                    CREATE TABLE promises (id BIGINT PRIMARY KEY,
                        thing_id BIGINT REFERENCES things (id) DEFERRABLE INITIALLY DEFERRED)
                    """)
            }
            let (begun, latch) = (AsyncStream.makeStream(of: Void.self), Latch())
            async let first: Void = db.write { _ in
                begun.continuation.finish()
                latch.wait()
            }
            for await _ in begun.stream {}
            let broken = Task {
                try await db.write { try $0.run("INSERT INTO promises (id, thing_id) VALUES (1, 77)") }
            }
            let whole = Task { await add(1, to: db) }
            let writer = try #require(db.driver as? SQLiteDriver).writer
            while writer.waitingCount < 2 { await Task.yield() }
            latch.open()

            try await first
            let error = await #expect(throws: DatabaseError.self) { _ = try await broken.value }
            #expect(error?.kind == .foreignKey)
            #expect(await whole.value)
            #expect(try await db.read { try $0.count() } == 1)
        }
    }
}

/// Adds a thing; number 25 stumbles after it was added.
private func add(_ id: Int, to db: Database) async -> Bool {
    do {
        try await db.write { tx in
            try tx.add(id)
            if id == 25 { throw Interruption() }
        }
        return true
    } catch {
        return false
    }
}
