import Basics
import Database
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("The ledgers beside the journal")
struct GrootboekcontroleTests {
    /// What someone could do who owns the database, and what is then said of the zaak and its claim.
    @Test(
        arguments: TestDatabase.all,
        [
            ("UPDATE boekingen SET bedrag = bedrag * 2", ["balance", "notInJournal", "notInLedger"]),
            ("UPDATE mutaties SET datum = '2020-01-01'", ["notInJournal", "notInLedger"]),
            ("UPDATE mutaties SET door = 'user:x'", ["notInJournal", "notInLedger"]),
            ("DELETE FROM boekingen", ["balance", "notInJournal", "notInLedger"]),
            ("UPDATE vorderingen SET open_hoofdsom = 1", ["balance"]),
        ])
    func `a ledger that was changed or emptied is named`(on kind: TestDatabase, change: (String, [String]))
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            #expect(try await house.findings() == [])

            try await db.write { tx in try tx.run(Query(stringLiteral: change.0)) }

            let findings = try await house.findings()
            #expect(Set(findings.map(\.flaw.rawValue)) == Set(change.1))
            #expect(findings.allSatisfy { $0.factuurnummer == "D1-2026-2" })
        }
    }

    @Test(arguments: TestDatabase.all)
    func `arrangements, payments and their return leave the ledgers as the journal says`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram))
            try await house.move(days: 28)
            let betaling = try await house.pay(.euros(600), from: .noor, "Huur")
            try await house.act { try Betaling.Reversal(betaling: betaling.id, reden: "verkeerd").run(in: $0) }
            #expect(try await house.findings() == [])
        }
    }
}

extension TestHouse {
    fileprivate func findings() async throws -> [GrootboekFault] {
        try await read { tx in
            var found: [GrootboekFault] = []
            _ = try tx.grootboek.run { found.append($0) }
            return found
        }
    }
}
