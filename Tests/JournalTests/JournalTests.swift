import Basics
import Database
import Journal
import TestSupport
import Testing

@Suite("Journal")
struct JournalTests {
    @Test(arguments: TestDatabase.all)
    func `entries of a subject form a chain and read back as written`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let one = try await db.note("een")
            let two = try await db.note("twee")
            let other = try await db.note("elders", on: .second)

            #expect([one.number, two.number, other.number] == [1, 2, 1])
            #expect(one.previousHash == "" && two.previousHash == one.hash && other.previousHash == "")
            let back = try await db.read { try $0.journal.entries(of: .first, limit: 10) }
            #expect(back.map(\.hash) == [two.hash, one.hash])
            #expect(back.last?.content == ["a": 1, "b": "een"])
            #expect(back.last?.actor == .system("proces"))
            #expect(back.last?.moment == noon)
            #expect(try await db.read { try $0.journal.entries(of: .first, before: 2, limit: 10) }.map(\.number) == [1])
            #expect(try await db.faults() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `many at once on one subject leave one whole chain`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<60 {
                    group.addTask { try await db.note("\(index)", on: index.isMultiple(of: 3) ? .second : .first) }
                }
                try await group.waitForAll()
            }

            let all = try await db.read { try $0.journal.after(position: 0, limit: 100) }
            #expect(all.filter { $0.subject == .first }.map(\.number) == Array(1...40))
            #expect(all.filter { $0.subject == .second }.map(\.number) == Array(1...20))
            #expect(try await db.faults() == [])
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `who follows the positions misses nothing while others write`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            async let followed = follow(db, until: 200)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        for index in 0..<25 {
                            try await db.note("\(index)", on: Subject(kind: "zaak", id: "w\(writer)"))
                        }
                    }
                }
                try await group.waitForAll()
            }

            let seen = try await followed
            #expect(seen.count == 200)
            #expect(Set(seen).count == 200)
        }
    }

    private func follow(_ db: Database, until count: Int) async throws -> [String] {
        var (seen, position): ([String], Int64) = ([], 0)
        while seen.count < count {
            let last = position
            let entries = try await db.read { try $0.journal.after(position: last, limit: 50) }
            seen += entries.map { "\($0.subject) \($0.number)" }
            position = entries.last?.position ?? position
            await Task.yield()
        }
        return seen
    }

    @Test(arguments: TestDatabase.all)
    func `each new entry is told`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            var texts = db.notifications(on: JournalStore.channel).makeAsyncIterator()
            #expect(await texts.next() == "")

            try await db.note("een")

            #expect(await texts.next() == "zaak:1")
        }
    }

    @Test(arguments: [Actor.system("import"), .system("a:b"), .system("")])
    func `an actor reads back from its text`(actor: Actor) {
        #expect(Actor(actor.description) == actor)
        #expect(Actor("robot:x") == nil)
        #expect(Actor("user:nobody") == nil)
    }
}
