import Basics
import Database
import TestSupport
import Testing

@Suite("Contract: values")
struct ValueTests {
    @Test(arguments: TestDatabase.all)
    func `numbers of 64 bits come back whole`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            for (id, number) in [(1, Int64.max), (2, 0), (3, 9_007_199_254_740_993)] {
                try await db.write { try $0.run("INSERT INTO things (id, amount) VALUES (\(id), \(number))") }
                let back: Int64? = try await db.read {
                    try $0.first("SELECT amount FROM things WHERE id = \(id)")?["amount"]
                }
                #expect(back == number)
            }
            let least = try await db.read { try $0.first("SELECT CAST(\(Int64.min) AS BIGINT) AS n")?["n"] as Int64? }
            #expect(least == .min)
        }
    }

    @Test(
        arguments: TestDatabase.all,
        ["", "plain", "Zoë van 't Hof", "日本", "👩‍👧‍👦", "a\nb\tc", "'; DROP TABLE things; --", "$1 ? %s \\"])
    func `text comes back letter for letter`(on kind: TestDatabase, text: String) async throws {
        try await kind.withThings { db in
            try await db.write { try $0.add(1, text) }
            #expect(try await db.read { try $0.first("SELECT name FROM things WHERE name = \(text)")?["name"] } == text)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `null is not an empty text, and bytes are bytes`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            let all: [UInt8] = Array(0...255)
            let none: [UInt8]? = nil
            try await db.write { tx in
                try tx.run(
                    "INSERT INTO files (id, content) VALUES (\(1), \(all)), (\(2), \([] as [UInt8])), (\(3), \(none))")
            }
            let back = try await db.read { tx in
                try tx.rows("SELECT content FROM files ORDER BY id").map { try $0["content"] as [UInt8]? }
            }
            #expect(back == [all, [], nil])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `values of the domain keep their type`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            let day = try #require(Day(2026, 4, 10))
            let moment = Moment(milliseconds: 1_775_000_000_123)
            let object: JSON = ["b": 2, "a": [true, nil, "x"]]
            let row = try await db.read { tx in
                try tx.first(
                    """
                    SELECT CAST(\(day) AS TEXT) AS day, CAST(\(moment) AS TEXT) AS moment, CAST(\(true) AS BIGINT) AS flag,
                        CAST(\(Money(cents: -5)) AS BIGINT) AS money, CAST(\(object) AS TEXT) AS object
                    """)
            }
            let found = try #require(row)
            #expect(try found["day"] == day)
            #expect(try found["moment"] == moment)
            #expect(try found["flag"] == true)
            #expect(try found["money"] == Money(cents: -5))
            #expect(try found["object"] == object)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a wrong type is refused by column and type, never by value`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            let row = try await db.read { try $0.first("SELECT CAST(\("geheim") AS TEXT) AS name") }
            let found = try #require(row)
            let error = #expect(throws: DatabaseError.self) { try found["name"] as Int }
            #expect(error?.message == "column name does not hold a Int")
            #expect(throws: DatabaseError.self) { try found["other"] as Int }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `text sorts by its code points`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            let names = ["b", "a", "B", "é", "Z", "10", "9", "_"]
            try await db.write { tx in
                for (id, name) in zip(1..., names) where name != "B" { try tx.add(id, name) }
            }
            let expected = names.filter { $0 != "B" }.sorted {
                $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
            }
            #expect(try await db.read { try $0.names() } == expected)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an empty list holds nothing, and a null can be asked for`(on kind: TestDatabase) async throws {
        try await kind.withThings { db in
            try await db.write { tx in
                try tx.add(1, "een")
                try tx.add(2, "twee")
            }
            let (numbers, names): ([Int], [String]) = ([], [])
            let found = try await db.read { tx in
                let missing: String? = nil
                return [
                    try tx.rows("SELECT id FROM things WHERE id IN (\(list: numbers))").count,
                    try tx.rows("SELECT id FROM things WHERE name NOT IN (\(list: names))").count,
                    try tx.rows("SELECT id FROM things WHERE name IN (\(list: ["een", "twee", "drie"]))").count,
                    try tx.rows("SELECT id FROM things WHERE \(missing) IS NULL OR name = \(missing)").count,
                ]
            }
            #expect(found == [0, 2, 2, 2])
        }
    }
}
