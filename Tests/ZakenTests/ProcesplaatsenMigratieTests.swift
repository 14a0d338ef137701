import Basics
import Database
import Engine
import TestHouse
import TestSupport
import Testing
import Zaken

/// An upgrade says of each instance on which versions it runs, whatever its variables hold (migration 0104).
@Suite("Versions of instances after an upgrade")
struct ProcesplaatsenMigratieTests {
    @Test(arguments: TestDatabase.shared)
    func `an instance with a zero character in its variables does not hold up the upgrade`(
        on kind: TestDatabase
    ) async throws {
        try await kind.at { location in
            let before = try await TestDatabase.open(location) { db in
                let house = try await TestHouse.luisterend(db)
                let zaak = try await house.luisteraars(2)[0]
                try await house.act { try $0.perform(.setVariables(["brief": "a\u{0}b"]), on: try $0.openZaak(zaak)) }
                let before = try await house.read { try $0.places() }
                try await house.database.write { tx in
                    try tx.run("DROP INDEX procesinstanties_plaatsen")
                    try tx.run("ALTER TABLE procesinstanties DROP COLUMN plaatsen")
                    try tx.run("DELETE FROM migrations WHERE number = 104")
                }
                return before
            }
            #expect(before.count == 2 && before.allSatisfy { $0.hasPrefix("luisteren:") })
            let after = try await TestDatabase.open(location) { db in try await db.read { try $0.places() } }
            #expect(after == before)
        }
    }
}

extension Transaction {
    fileprivate func places() throws -> [String] {
        try rows("SELECT plaatsen FROM procesinstanties ORDER BY zaak_id").map { try $0["plaatsen"] }
    }
}
