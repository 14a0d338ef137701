import Basics
import Database
import Testing

@Test func `a memory database works`() async throws {
    let db = try await Database.open(.memory)
    try await db.migrate([Migration(number: 1, name: "a", sql: "CREATE TABLE a (id BIGINT PRIMARY KEY, name TEXT)")])
    try await db.write { tx in
        try tx.run("INSERT INTO a (id, name) VALUES (\(1), \("x"))")
        let none: String? = nil
        try tx.run("INSERT INTO a (id, name) VALUES (\(2), \(none))")
    }
    let names = try await db.read { tx in
        try tx.rows("SELECT name FROM a ORDER BY id").map { try $0["name"] as String? }
    }
    #expect(names == ["x", nil])
    await db.close()
}
