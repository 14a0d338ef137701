import Basics
import Incasso
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("The 14-day letter and its costs")
struct CostsTests {
    @Test(arguments: TestDatabase.all)
    func `costs come after the term only, once, and only on what was not paid in time`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 1, euros: 600), .huur(.noor, maand: 2, euros: 400))
            try await house.naarVeertiendagenbrief(.noor)
            let brief = try #require(try await house.brieven(to: .noor).last)
            #expect(brief.sjabloon == Brief.veertiendagenbrief)
            #expect(brief.kanaal == .brief)
            let end = try #require(brief.termijnEinde)
            #expect(end - brief.opgemaakt >= 16)
            try await house.move(to: Moment(end, hour: 8))
            try await house.pay(.euros(600), from: .noor)
            #expect(try await house.kosten(of: .noor) == .zero)

            try await house.move(days: 14)

            // 15 % of the 400 euros that were not paid in time (BIK art. 2), above the minimum of 40 euros.
            #expect(try await house.kosten(of: .noor) == .euros(60))
            try await house.move(days: 60)
            #expect(try await house.kosten(of: .noor) == .euros(60))
            #expect(try await house.flaws() == [])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who pays within the term owes no costs`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.naarVeertiendagenbrief(.noor)
            try await house.move(days: 10)
            try await house.pay(.euros(600), from: .noor)
            try await house.move(days: 60)

            #expect(try await house.zaak(of: .noor).resultaat == "voldaan")
            #expect(try await house.vorderingen(of: .noor).map(\.saldo) == [.zero])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the letter names only what is in default`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.noor, maand: 9))

            try await house.naarVeertiendagenbrief(.noor)

            let brief = try #require(try await house.brieven(to: .noor).last)
            #expect(brief.sjabloon == Brief.veertiendagenbrief)
            #expect(brief.vorderingen == ["D1-2026-2": .euros(600)])
            try await house.move(days: 40)
            // 15 % of 600 euros, not of 1,200.
            #expect(try await house.kosten(of: .noor) == .euros(90))
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a claim that falls due after the letter gets a letter and costs of its own, the others none twice`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.naarVeertiendagenbrief(.noor)
            try await house.move(days: 40)
            #expect(try await house.kosten(of: .noor) == .euros(90))
            try await house.nogEenVeertiendagenbrief(.huur(.noor, maand: 5, euros: 500))

            let letters = try await house.brieven(to: .noor).filter { $0.sjabloon == Brief.veertiendagenbrief }
            #expect(letters.map(\.vorderingen) == [["D1-2026-2": .euros(600)], ["D1-2026-5": .euros(500)]])
            try await house.move(days: 40)

            // 15 % of 600 and, by its own letter, 15 % of 500 (BIK art. 2).
            #expect(try await house.vorderingen(of: .noor).map(\.saldo.kosten) == [.euros(90), .euros(75)])
            let (zaak, today) = (try await house.zaak(of: .noor), house.clock.today)
            let recht = try ShippedContent.shared.get().recht
            let specs = try await house.read { try $0.specificaties(of: zaak, on: today, recht: recht) }
            #expect(specs.map { $0.kosten?.berekening.total } == [.euros(90), .euros(75)])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a payment after the term that the bank took back does not raise the costs`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.naarVeertiendagenbrief(.noor)
            let brief = try #require(try await house.brieven(to: .noor).last)
            let kenmerk = try await house.kenmerk(of: .noor)
            try await house.pay(.euros(200), from: .noor, kenmerk: kenmerk)
            let end = try #require(brief.termijnEinde)
            // The letter leaves; nothing else is done until the payment of after the term.
            try await house.move(days: 4)
            house.clock.move(to: Moment(end + 1, hour: 9))
            let late = try await house.pay(.euros(300), from: .noor, kenmerk: kenmerk)
            try await house.act { try Betaling.Reversal(betaling: late.id, reden: "gestorneerd").run(in: $0) }

            try await house.move(days: 30)

            // 15 % of the 400 euros that were open when the term ended.
            #expect(try await house.kosten(of: .noor) == .euros(60))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `nobody gets the letter before being in default`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 9))
            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == ["prenotificatie"])
            try await house.move(days: 84)

            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == ["prenotificatie"])
            #expect(try await house.taken(of: .noor).isEmpty)
            let zaak = try await house.zaak(of: .noor)
            #expect(try await house.ask(Brief.veertiendagenbrief, on: zaak) != "done")
            #expect(house.mishaps.all == [])
        }
    }
}

extension TestHouse {
    /// Letters, a call without an appointment and the check before costs; then the 14-day letter is due.
    func naarVeertiendagenbrief(_ debiteur: Debiteur) async throws {
        for _ in 0..<6 where try await taken(of: debiteur).isEmpty { try await move(days: 14) }
        try await doe("A.2.2", of: debiteur, Antwoord.geenAfspraak)
        try await doe("voor-kosten", of: debiteur, Antwoord.verderMetKosten)
        try await settle()
    }

    /// One more claim, for which the zaak goes back from the handover to a call and a 14-day letter of its own.
    func nogEenVeertiendagenbrief(_ post: Post) async throws {
        try await take(post)
        try await doe(
            "A.2.5", of: post.debiteur,
            [
                "checkKlant": "ja", "checkVordering": "ja", "checkBrief": "ja", "uitkomst": "bellen",
                "toelichting": "Er is een maand bij gekomen.",
            ])
        try await naarVeertiendagenbrief(post.debiteur)
    }

    func kosten(of debiteur: Debiteur) async throws -> Money {
        try await vorderingen(of: debiteur).map(\.saldo.kosten).sum
    }
}
