import Database
import Foundation
import TestSupport
import Testing

@Suite("Migrations")
struct MigrationTests {
    @Test(arguments: TestDatabase.shared)
    func `two nodes that migrate at once run each migration once`(on kind: TestDatabase) async throws {
        try await kind.at([]) { location in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await TestDatabase.open(location, Migration.things) { _ in } }
                }
                try await group.waitForAll()
            }
            try await TestDatabase.open(location, Migration.things) { db in
                let count = try await db.read { try $0.count() }
                #expect(count == 0)
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a migration that was changed after it ran is refused`(on kind: TestDatabase) async throws {
        try await kind.with([Migration(number: 1, name: "a", sql: "CREATE TABLE a (id BIGINT)")]) { db in
            await #expect(throws: MigrationError.changed(number: 1, name: "a")) {
                try await db.migrate([Migration(number: 1, name: "a", sql: "CREATE TABLE a (id TEXT)")])
            }
            await #expect(throws: MigrationError.unknown(number: 1, name: "a")) { try await db.migrate([]) }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a migration that could not run somewhere gives way to one that names it, and to no other`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with([Migration(number: 1, name: "a", sql: "CREATE TABLE a (id BIGINT)")]) { db in
            let ran: String = try await db.read { try $0.first("SELECT checksum FROM migrations")?["checksum"] ?? "" }
            let mended = "-- Mended.\n-- checksum \(ran)\nCREATE TABLE a (id BIGINT)"
            try await db.migrate([Migration(number: 1, name: "a", sql: mended)])
            await #expect(throws: MigrationError.changed(number: 1, name: "a")) {
                try await db.migrate([
                    Migration(number: 1, name: "a", sql: "-- checksum \(ran)0\nCREATE TABLE a (id BIGINT)")
                ])
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a migration that fails leaves the database as it was`(on kind: TestDatabase) async throws {
        try await kind.with([]) { db in
            let broken = Migration(number: 1, name: "a", sql: "CREATE TABLE a (id BIGINT); CREATE TABLE a (id BIGINT);")
            await #expect(throws: DatabaseError.self) { try await db.migrate([broken]) }

            try await db.migrate([Migration(number: 1, name: "a", sql: "CREATE TABLE a (id BIGINT)")])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the shipped migrations make the tables of the ground floor`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let count = try await db.read { tx in
                try tx.first("SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM jobs) AS n")?["n"] as Int?
            }
            #expect(count == 0)
        }
    }

    @Test func `a folder is read in order of number, with the variant of each database`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "migrations-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: folder) } }
        let files = ["0002_b.sql": "b", "0001_a.sqlite.sql": "sa", "0001_a.postgres.sql": "pa", "readme.txt": ""]
        for (name, text) in files { try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8) }

        #expect(
            try Migration.read(folder: folder) == [
                Migration(number: 1, name: "a", sqlite: "sa", postgres: "pa"),
                Migration(number: 2, name: "b", sql: "b"),
            ])

        try "".write(toFile: "\(folder)/0002_c.sql", atomically: true, encoding: .utf8)
        #expect(throws: MigrationError.self) { try Migration.read(folder: folder) }
    }
}
