import Database
import TestSupport
import Testing

@Suite("PostgreSQL: connections that break")
struct BrokenConnectionTests {
    @Test(arguments: TestDatabase.servers)
    func `a connection that broke is told once and replaced`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            let error = await #expect(throws: DatabaseError.self) {
                try await db.write { tx in
                    try tx.add(1)
                    try tx.run("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            }
            #expect(error?.kind == .connection)

            try await db.write { try $0.add(2) }
            #expect(try await db.read { try $0.count() } == 1)
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `idle connections that broke go unnoticed, and listening goes on`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            var texts = db.notifications(on: "things").makeAsyncIterator()
            #expect(await texts.next() == "")
            try await db.write { tx in
                try tx.run(
                    """
                    SELECT pg_terminate_backend(pid)
                    FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """)
            }
            #expect(await texts.next() == "")

            try await db.write { tx in
                try tx.add(1)
                try tx.notify("things", "heard")
            }

            #expect(await texts.next() == "heard")
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `tables may change under prepared statements`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            let ask: @Sendable () async throws -> Int = {
                try await db.read { try $0.rows("SELECT * FROM things").count }
            }
            for _ in 0..<3 { #expect(try await ask() == 0) }

            try await db.write { try $0.run("ALTER TABLE things ADD COLUMN colour TEXT") }

            for _ in 0..<3 { #expect(try await ask() == 0) }
        }
    }
}
