import Database
import Foundation
import TestSupport
import Testing

@Suite("Backups")
struct BackupTests {
    @Test(arguments: [TestDatabase.memory, .file])
    func `a copy can be made while others go on, and opened`(on kind: TestDatabase) async throws {
        let copy = FileManager.default.temporaryDirectory.appending(path: "copy-\(UUID().uuidString).db").path
        try await kind.withThings { db in
            try await db.write { try $0.add(1, "stoel") }
            async let more: Void = db.write { try $0.add(2) }
            try await db.backup(to: copy)
            try await more
        }
        let database = try await Database.open(.sqlite(path: copy))
        let name = try await database.read { try $0.first("SELECT name FROM things WHERE id = 1")?["name"] as String? }
        await database.close()
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: copy + suffix) {
            try FileManager.default.removeItem(atPath: copy + suffix)
        }
        #expect(name == "stoel")
    }

    @Test(arguments: TestDatabase.servers)
    func `who restores has the database alone: not while a server listens, and none begins meanwhile`(
        on kind: TestDatabase
    ) async throws {
        try await kind.at { location in
            guard case .postgres(let url, _) = location else { return }
            let server = try await Database.open(location)
            #expect(try await server.read { try $0.isFreeToServe() })
            for await _ in server.notifications(on: "things") { break }
            #expect(try PostgresHold(url: url) == nil)
            await server.close()

            let hold = try #require(try PostgresHold(url: url))
            let next = try await Database.open(location)
            #expect(try await !next.read { try $0.isFreeToServe() })
            await next.close()
            withExtendedLifetime(hold) {}
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `PostgreSQL is backed up by its own program`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            await #expect(throws: DatabaseError.self) { try await db.backup(to: "/tmp/never") }
        }
    }
}
