import Basics
import Incasso
import Journal
import TestHouse
import TestSupport
import Testing
import Zaken

/// Money that came in and waits for a place, beside the zaak that it may be of.
@Suite("A payment that waits")
struct WachtendeBetalingTests {
    @Test(arguments: TestDatabase.all)
    func `is told on the zaak where it may belong, and on no other`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram, euros: 400))
            let paid = try await house.pay(Money(cents: 12_345), from: .noor)

            #expect(try await house.wachtend(bij: .noor).map(\.betaling.id) == [paid.id])
            let noor = try await house.zaak(of: .noor).id
            #expect(try await house.act { try $0.geldvraag(on: noor) } == .wacht, "nobody asks for it meanwhile")
            #expect(try await house.wachtend(bij: .bram) == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `keeps the next letter back, and asks once whether it belongs here; booked there, the zaak goes on`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (paid, before) = try await house.moneyWaits()

            #expect(try await house.brieven(to: .noor).count == before)
            #expect(try await house.taken(of: .noor).filter { $0.stap == "betaling_hier" }.count == 1)

            try await house.doe("betaling_hier", of: .noor, ["uitkomst": "hier", "toelichting": "Zelfde rekening."])
            #expect(try await house.read { try $0.betalingen.find(paid.id)?.staat } == .geplaatst)
            #expect(try await house.zaak(of: .noor).bedrag == .euros(600) - Money(cents: 12_345))
            try await house.move(days: 2)
            #expect(try await house.brieven(to: .noor).count > before)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `of which someone says that it is of another stops nothing here any more`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (paid, before) = try await house.moneyWaits()

            try await house.doe(
                "betaling_hier", of: .noor, ["uitkomst": "niet_hier", "toelichting": "Nagevraagd: voor haar zus."])
            try await house.move(days: 2)

            #expect(try await house.wachtend(bij: .noor) == [])
            #expect(try await house.read { try $0.betalingen.find(paid.id)?.staat } == .tePlaatsen)
            #expect(try await house.brieven(to: .noor).count > before)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `that someone took out of a zaak waits, and is not told there again`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let paid = try await house.pay(.euros(200), from: .noor, kenmerk: try await house.kenmerk(of: .noor))

            try await house.act { try Betaling.Reversal(betaling: paid.id, reden: "van haar zus").run(in: $0) }

            #expect(try await house.read { try $0.betalingen.find(paid.id)?.staat } == .tePlaatsen)
            #expect(try await house.wachtend(bij: .noor) == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `placed elsewhere takes the question back`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram, euros: 400))
            let paid = try await house.pay(Money(cents: 12_345), from: .noor)
            try await house.move(days: 60)

            let other = try await house.zaak(of: .bram).id
            try await house.act { try Betaling.Placement(betaling: paid.id, zaak: other, reden: "hand").run(in: $0) }

            #expect(try await house.taken(of: .noor).filter { $0.stap == "betaling_hier" } == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `of a stranger with the amount of several people holds nobody's letters`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram))
            _ = try await house.pay(.euros(600), from: .mila)

            #expect(try await house.wachtend(bij: .noor).map(\.kandidaat.houdtOp) == [false])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `is not of a bill of after it, though the amount is the same`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            _ = try await house.pay(Money(cents: 61_234), from: .mila)
            try await house.move(days: 90)
            let day = house.clock.today
            try await house.take(.init(.noor, "F-LATER", vervalt: day, Money(cents: 61_234)))

            #expect(try await house.wachtend(bij: .noor) == [])
        }
    }
}

extension TestHouse {
    fileprivate func wachtend(bij debiteur: Debiteur) async throws -> [Betaling.Wachtend] {
        let zaak = try await zaak(of: debiteur)
        return try await read { try $0.wachtend(bij: zaak) }
    }

    /// Money that names no zaak waits for sixty days, and how many letters there were when it came.
    fileprivate func moneyWaits() async throws -> (paid: Betaling, letters: Int) {
        try await take(.huur(.noor))
        let paid = try await pay(Money(cents: 12_345), from: .noor)
        let letters = try await brieven(to: .noor).count
        try await move(days: 60)
        return (paid, letters)
    }
}

@Suite("An arrangement while a payment waits")
struct WachtendeTermijnTests {
    @Test(arguments: TestDatabase.all)
    func `nobody is told that an instalment is missing before someone looked at the money that waits`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.bespreekRegeling(met: .noor)
            let first = house.clock.today + 7
            try await house.doe("A.3.2", of: .noor, Antwoord.regeling(.euros(100), vanaf: first))
            try await house.move(days: 7)
            // Not the instalment, and no reference: it waits for a person.
            _ = try await house.pay(.euros(95), from: .noor)
            try await house.move(days: 14)

            let zaak = try await house.zaak(of: .noor)
            #expect(
                try await house.read { try $0.journal.entries(of: .zaak(zaak.id), about: ["termijn_gemist"]) } == [])
            #expect(try await house.taken(of: .noor).map(\.stap).contains("betaling_hier"))

            try await house.doe(
                "betaling_hier", of: .noor, ["uitkomst": "niet_hier", "toelichting": "Nagevraagd: voor haar zus."])
            try await house.move(days: 2)
            #expect(
                try await house.read { try $0.journal.entries(of: .zaak(zaak.id), about: ["termijn_gemist"]) }.count
                    == 1)
        }
    }
}
