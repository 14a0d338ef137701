import Database
import TestSupport
import Testing

@Suite("Contract: constraints")
struct ConstraintTests {
    static let cases: [(Query, DatabaseError.Kind)] = [
        ("INSERT INTO things (id) VALUES (1)", .unique("things.id")),
        ("UPDATE things SET code = 'geheim'", .unique("things.code")),
        ("INSERT INTO things (id, name) VALUES (2, 'GEHEIM')", .unique("things_by_lower_name")),
        ("INSERT INTO things (id, amount) VALUES (2, -1)", .check),
        ("INSERT INTO things (id, amount) VALUES (2, NULL)", .notNull),
        ("INSERT INTO parts (id, thing_id) VALUES (1, 77)", .foreignKey),
        ("INSERT INTO nowhere (id) VALUES (1)", .other),
    ]

    @Test(arguments: TestDatabase.all, cases.indices)
    func `a refusal says which rule it was, and never a value`(on kind: TestDatabase, index: Int) async throws {
        try await kind.withThings { db in
            try await db.write { tx in
                try tx.add(1, "geheim")
                try tx.add(3, "ander")
            }
            let (query, expected) = Self.cases[index]

            let error = await #expect(throws: DatabaseError.self) { try await db.write { try $0.run(query) } }

            #expect(error?.kind == expected)
            #expect(error?.message.lowercased().contains("geheim") == false)
            #expect(try await db.read { try $0.count() } == 2)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `run says how many rows it changed`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            let changes = try await db.write { tx in
                [
                    try tx.run("INSERT INTO things (id) VALUES (1), (2), (3)"),
                    try tx.run("UPDATE things SET amount = 1 WHERE id > 1"),
                    try tx.run("UPDATE things SET amount = 1 WHERE id > 100"),
                    try tx.run("INSERT INTO things (id) VALUES (1) ON CONFLICT (id) DO NOTHING"),
                    try tx.run("DELETE FROM things"),
                ]
            }
            #expect(changes == [3, 2, 0, 0, 3])
        }
    }
}
