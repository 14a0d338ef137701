import Basics
import Incasso
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

/// A deviation is no way past what the law forbids, nor to a step that needs what is not there.
@Suite("Where one may not go on instead")
struct ZijwegTests {
    /// A state, the steps that it forbids, and one that it leaves free.
    static let states: [(soort: SpecialStateKind, shut: [String], free: String)] = [
        (.bewind, ["A.2.2", "A.2.3"], "A.2.1"), (.curatele, ["A.2.2", "A.2.3"], "A.2.1"),
        (.veiligheid, ["A.2.3"], "A.2.1"), (.betwisting, ["A.2.1", "A.2.1.aanmanen", "A.2.4"], "A.3"),
        (.overlijden, ["A.2.1", "A.2.2", "A.2.3", "A.2.4", "A.3"], "A.2.5"),
        (.wsnp, ["A.1.2", "A.2.1", "A.2.2", "A.3"], "A.2.5"),
    ]

    @Test(arguments: TestDatabase.all, states)
    func `nobody goes on at what a state of the person forbids, and still at what it does not`(
        on kind: TestDatabase, _ one: (soort: SpecialStateKind, shut: [String], free: String)
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            _ = try await house.begin(one.soort, of: zaak.partij)
            try await house.move(days: 30)
            let taak = try #require(try await house.taken(of: .noor).first)
            for step in one.shut {
                await #expect(throws: ToestandRefusal.self, "\(step)") { try await house.deviate(taak, to: step) }
            }
            try await house.deviate(taak, to: one.free)
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `nobody goes on at watching an arrangement that is not there, nor at approving one that nobody agreed on`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            _ = try await house.zaak(with: .huur(.noor))
            try await house.move(days: 28)
            let call = try #require(try await house.taken(of: .noor).first)
            await #expect(throws: RegelingRefusal.noneRunning) { try await house.deviate(call, to: "C.1") }

            try await house.deviate(call, to: "A.3")
            let agreement = try #require(try await house.taken(of: .noor).first)
            #expect(agreement.stap == "A.3.1")
            await #expect(throws: RegelingRefusal.noneProposed) {
                try await house.deviate(agreement, to: "A.3.2.akkoord")
            }
            await #expect(throws: RegelingRefusal.noneRunning) { try await house.deviate(agreement, to: "A.3.4") }
            #expect(house.mishaps.all == [])
        }
    }
}
