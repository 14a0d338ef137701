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
            try await house.wilRegeling(.noor)
            try await house.doe("A.3.1", of: .noor, Antwoord.afspraak(op: house.clock.today))
            var answer = Antwoord.regeling(.euros(100), vanaf: house.clock.today + 7)
            answer["ruimte"] = "40"
            let above = answer
            await #expect(throws: TaakRefusal.self) { try await house.doe("A.3.2", of: .noor, above) }

            answer["bovenRuimte"] = "Haar moeder betaalt mee."
            try await house.doe("A.3.2", of: .noor, answer)
            let zaak = try await house.zaak(of: .noor)
            #expect(try await house.read { try $0.regelingen.running(for: zaak.id) } != nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an amount within it asks nothing`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.wilRegeling(.noor)
            try await house.doe("A.3.1", of: .noor, Antwoord.afspraak(op: house.clock.today))
            var answer = Antwoord.regeling(.euros(100), vanaf: house.clock.today + 7)
            answer["ruimte"] = "100"
            try await house.doe("A.3.2", of: .noor, answer)
            #expect(try await house.taken(of: .noor).contains { $0.stap == "A.3.2" } == false)
        }
    }
}
