import Basics
import Database
import Journal
import TestSupport
import Testing

@Suite("Journal: tampering")
struct TamperTests {
    @Test(arguments: TestDatabase.all, ["UPDATE journal SET content = '{}'", "DELETE FROM journal"])
    func `the database itself refuses to change or remove`(on kind: TestDatabase, sql: String) async throws {
        try await kind.with { db in
            try await db.note("een")

            let error = await #expect(throws: DatabaseError.self) {
                try await db.write { tx in
                    let statement: Query =
                        sql.hasPrefix("UPDATE") ? "UPDATE journal SET content = '{}'" : "DELETE FROM journal"
                    try tx.run(statement)
                }
            }

            #expect(error?.message.contains("append-only") == true)
            #expect(try await db.faults() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an altered entry is found`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            try await threeEntries(in: db)

            try await tamper(db) { try $0.run("UPDATE journal SET content = '{\"a\":2}' WHERE number = 2") }

            #expect(try await db.faults() == [ChainFault(subject: .first, number: 2, flaw: .altered)])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an entry that was made to fit itself no longer fits the next`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            try await threeEntries(in: db)

            try await tamper(db) { try $0.run("UPDATE journal SET hash = 'aa' WHERE number = 2") }

            #expect(
                try await db.faults() == [
                    ChainFault(subject: .first, number: 2, flaw: .altered),
                    ChainFault(subject: .first, number: 3, flaw: .doesNotFollow),
                ])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a removed entry leaves a gap`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            try await threeEntries(in: db)

            try await tamper(db) { tx in
                if tx.dialect == .postgres { try tx.run("DELETE FROM journal_order WHERE position = 2") }
                try tx.run("DELETE FROM journal WHERE number = 2")
            }

            #expect(try await db.faults() == [ChainFault(subject: .first, number: 3, flaw: .missing(from: 2))])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the newest entry that is gone is seen by the head of its chain`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            try await threeEntries(in: db)

            try await remove(db, "number = 3")

            #expect(try await db.faults() == [ChainFault(subject: .first, number: 3, flaw: .notTheHead)])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a subject of which everything is gone is seen by its head`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            try await threeEntries(in: db)
            try await db.note("anders", on: .second)

            try await remove(db, "subject_id = '1'")

            #expect(try await db.faults() == [ChainFault(subject: .first, number: 3, flaw: .notTheHead)])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what is taken away with its head is seen beside an anchor that was kept elsewhere`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            try await threeEntries(in: db)
            try await db.note("anders", on: .second)
            let before = try await db.read { try $0.journal.anchors(upTo: [], at: noon).end }
            #expect(before.count == 4 && JournalAnchor(before.description) == before)
            try await db.note("later", on: .second)
            #expect(try await db.broken(before) == [])

            try await remove(db, "subject_id = '1'", heads: "subject_id = '1'")

            #expect(try await db.faults() == [])
            #expect(try await db.broken(before) == [before])
        }
    }

    /// Takes entries out, with their place in the order; the heads too where a condition is given.
    private func remove(_ db: Database, _ condition: Query, heads: Query? = nil) async throws {
        try await tamper(db) { tx in
            if tx.dialect == .postgres {
                try tx.run("DELETE FROM journal_order WHERE entry_id IN (SELECT id FROM journal WHERE \(condition))")
            }
            try tx.run("DELETE FROM journal WHERE \(condition)")
            guard let heads else { return }
            switch tx.dialect {
            case .sqlite: try tx.run("DROP TRIGGER journal_heads_are_not_removed")
            case .postgres: try tx.run("ALTER TABLE journal_heads DISABLE TRIGGER journal_heads_are_not_removed")
            }
            try tx.run("DELETE FROM journal_heads WHERE \(heads)")
        }
    }

    private func threeEntries(in db: Database) async throws {
        for text in ["een", "twee", "drie"] { try await db.note(text) }
    }

    /// What someone could do who owns the database.
    private func tamper(_ db: Database, _ body: @escaping @Sendable (Transaction) throws -> Void) async throws {
        try await db.write { tx in
            switch tx.dialect {
            case .sqlite:
                try tx.run("DROP TRIGGER journal_is_not_changed")
                try tx.run("DROP TRIGGER journal_is_not_removed")
            case .postgres:
                try tx.run("ALTER TABLE journal DISABLE TRIGGER journal_is_not_changed")
                try tx.run("ALTER TABLE journal_order DISABLE TRIGGER journal_order_is_not_changed")
            }
            try body(tx)
        }
    }
}
