import Basics
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Closing a zaak with claims")
struct ZaaksluitingTests {
    @Test(arguments: TestDatabase.all)
    func `nobody says paid in full while something is open`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor)).id
            await #expect(throws: ZaakRefusal.stillOpen(.euros(600))) {
                try await house.act { try Zaaksluiting(zaak: zaak, resultaat: "voldaan", reden: "x").run(in: $0) }
            }
            #expect(try await house.zaak(of: .noor).isOpen)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what is closed away is written off, its arrangement ends, and reopening brings both back`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor)).id
            let first = house.clock.today + 10
            try await house.act {
                try Betalingsregeling.Agreement(zaak: zaak, perMaand: .euros(100), eersteDag: first, door: .anja).run(
                    in: $0)
            }
            try await house.act { try Zaaksluiting(zaak: zaak, resultaat: "onterecht", reden: "dubbel").run(in: $0) }
            #expect(try await house.vorderingen(of: .noor).map(\.saldo.totaal) == [.zero])
            #expect(try await house.read { try $0.regelingen.running(for: zaak) } == nil)
            #expect(try await house.flaws() == [])

            try await house.act { try Zaakheropening(zaak: zaak, reden: "toch niet").run(in: $0) }
            #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
            #expect(try await house.read { try $0.regelingen.running(for: zaak) }?.termijnen.count == 6)
            #expect(try await house.flaws() == [])
        }
    }
}
