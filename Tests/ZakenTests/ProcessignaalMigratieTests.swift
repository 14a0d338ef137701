import Basics
import Database
import Engine
import TestHouse
import TestSupport
import Testing
import Zaken

/// An upgrade fills from the instances that run who waits for signals (migration 0160).
@Suite("Signals after an upgrade")
struct ProcessignaalMigratieTests {
    @Test(arguments: TestDatabase.shared)
    func `the zaken that waited before the upgrade wait after it, whatever their variables hold`(
        on kind: TestDatabase
    ) async throws {
        try await kind.at { location in
            let (waiting, zaken) = try await TestDatabase.open(location) { db in
                let house = try await TestHouse.luisterend(db)
                let zaken = try await house.luisteraars(4)
                try await house.act { act in
                    let odd: [String: JSON] = ["brief": "a\u{0}b", "pad\u{0}": ["c:\\u0000", "\u{1}\u{1F600}\\"]]
                    try act.perform(.setVariables(odd), on: try act.openZaak(zaken[0]))
                    try Zaak.Closure(zaak: zaken[1], resultaat: "ingetrokken", reden: "vergissing").run(in: act)
                }
                try await house.doe("roepen", of: zaken[2])
                try await house.settle()
                let late = try await house.luisteraars(1, from: 9)[0]
                try await house.act { try $0.perform(.setVariables(["brief": "a\u{0}b"]), on: try $0.openZaak(late)) }
                let waiting = try await house.read { try $0.waiting() }
                try await house.database.write { try $0.undoSignals() }
                return (waiting, zaken + [late])
            }
            #expect(waiting == ["\(zaken[4].text) Rente gewijzigd"])

            try await TestDatabase.open(location) { db in
                #expect(try await db.read { try $0.waiting() } == waiting)
                let house = try await TestHouse.luisterend(db)
                #expect(try await house.stappen(of: zaken[4]) == ["roepen"])
                let variables = try await house.read { try $0.processen.instance(of: zaken[4])?.variables() ?? [:] }
                #expect(variables["brief"] == "a\u{0}b")
            }
        }
    }
}

extension Transaction {
    /// The database as it was before zaken sent each other messages.
    func undoMessages() throws {
        try run("DROP TABLE procesberichtadressen")
        try run("DROP TABLE procesberichten")
        try run("DROP TABLE berichtadressen")
        try run("DROP TABLE berichtwachters")
        try run("DELETE FROM migrations WHERE number = 162")
    }

    fileprivate func waiting() throws -> [String] {
        try rows("SELECT zaak_id, naam FROM processignaalwachters ORDER BY plaats").map {
            "\(try $0["zaak_id"] as String) \(try $0["naam"] as String)"
        }
    }

    /// The database as it was before zaken heard each other's signals.
    fileprivate func undoSignals() throws {
        try run("DROP TABLE processignaalwachters")
        try run("ALTER TABLE procesinstanties DROP COLUMN keten")
        try undoMessages()
        try run("DELETE FROM migrations WHERE number IN (160, 161)")
    }
}
