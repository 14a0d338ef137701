import Basics
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

/// An arrangement that asks more than the customer says to be able to spare.
@Suite("The room that a customer names")
struct RuimteTests {
    @Test(arguments: TestDatabase.all)
    func `an amount above it is refused until a person says why`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.bespreekRegeling(met: .noor)
            let above = house.regeling(ruimte: "40")
            await #expect(throws: TaakRefusal.self) { try await house.doe("A.3.2", of: .noor, above) }

            try await house.doe(
                "A.3.2", of: .noor, above.merging(["bovenRuimte": "Haar moeder betaalt mee."]) { $1 })
            let zaak = try await house.zaak(of: .noor)
            #expect(try await house.read { try $0.regelingen.running(for: zaak.id) } != nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an amount within it asks nothing`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.bespreekRegeling(met: .noor)
            try await house.doe("A.3.2", of: .noor, house.regeling(ruimte: "100"))
            #expect(try await house.taken(of: .noor).contains { $0.stap == "A.3.2" } == false)
        }
    }
}

extension TestHouse {
    /// The answers of an arrangement of 100 a month with a klant who says to have so much to spare.
    fileprivate func regeling(ruimte: String) -> [String: String] {
        Antwoord.regeling(.euros(100), vanaf: clock.today + 7).merging(["ruimte": ruimte]) { $1 }
    }
}
