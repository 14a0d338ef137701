import Basics
import Incasso
import Journal
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("New arrears beside an arrangement")
struct NieuweAchterstandTests {
    @Test(arguments: TestDatabase.all)
    func `a new claim that is not paid in time asks the casemanager, with a day and a reason, once`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.runArrangement()
            let zaak = try await house.zaak(of: .noor)
            try await house.takeMore()
            #expect(try await house.taken(of: .noor).isEmpty)

            try await house.move(days: 5)

            let taken = try await house.taken(of: .noor).filter { $0.formulier == "nieuwe_achterstand" }
            #expect(taken.count == 1)
            #expect(taken.first.map { $0.uiterlijk > house.clock.today && !$0.waarom.isEmpty } == true)
            let told = try await house.entries(of: zaak).first { $0.kind == "nieuwe_achterstand" }
            #expect(told?.content["bedrag"].money == .euros(300))
            try await house.take(Post(.noor, "N-4", vervalt: house.clock.today - 10, .euros(50)))
            try await house.move(days: 2)
            #expect(try await house.asked() == 1)
            #expect(try await house.brieven(to: .noor).last?.sjabloon == "regeling_bevestigd")
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `taken into the arrangement, a new one over everything takes its place once it is agreed`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.runArrangement()
            try await house.takeMore()
            try await house.move(days: 5)
            let day = house.clock.today + 3
            try await house.doe(
                "nieuwe_achterstand", of: .noor,
                ["uitkomst": "meenemen", "perMaand": "100", "eersteDag": "\(day)"])
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.3.1"])
            #expect(try await house.regeling(zaak)?.bedrag == .euros(600))

            try await house.spreekAf(met: .noor)
            try await house.doe("A.3.2", of: .noor, Antwoord.regeling(.euros(100), vanaf: day))

            let regeling = try #require(try await house.regeling(zaak))
            #expect(regeling.bedrag == .euros(900) && regeling.termijnen.first?.vervaldag == day)
            let story = try await house.story(of: try await house.zaak(of: .noor))
            #expect(story.contains("regeling_vervangen") && !story.contains("regeling_vervallen"))
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `when no other arrangement is agreed the old one runs on and is watched`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.runArrangement()
            try await house.takeMore()
            try await house.move(days: 5)
            let day = house.clock.today + 3
            try await house.doe(
                "nieuwe_achterstand", of: .noor,
                ["uitkomst": "meenemen", "perMaand": "100", "eersteDag": "\(day)"])
            try await house.spreekAf(met: .noor)
            try await house.doe(
                "A.3.2", of: .noor,
                [
                    "uitkomst": "geen_regeling", "andereSchulden": "nee", "hulpAangeboden": "ja",
                    "toelichting": "Wil het laten zoals het is.",
                ])

            #expect(try await house.regeling(zaak)?.bedrag == .euros(600))
            try await house.move(days: 14)
            #expect(try await house.taken(of: .noor).map(\.stap) == ["contact-termijn"])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who promises to pay the new bill apart is asked again only when that day has passed`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.runArrangement(from: 40)
            try await house.takeMore()
            try await house.move(days: 5)
            let day = house.clock.today + 10
            try await house.doe("nieuwe_achterstand", of: .noor, ["uitkomst": "betaalt", "betaaldag": "\(day)"])
            try await house.move(to: Moment(day + 2, hour: 12))
            #expect(try await house.asked() == 0)
            try await house.move(days: 4)
            #expect(try await house.asked() == 1)

            let kenmerk = try #require(
                try await house.vorderingen(of: .noor).first { $0.factuurnummer == "N-3" }?.kenmerk)
            try await house.pay(.euros(300), from: .noor, "Nieuwe rekening", kenmerk: kenmerk)
            #expect(try await house.asked() == 0)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `money for the new bill is no instalment, and taken back it takes nothing from the arrangement`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.runArrangement()
            try await house.takeMore()
            let claims = try await house.vorderingen(of: .noor)
            let new = try #require(claims.first { $0.factuurnummer == "N-3" })

            let besides = try await house.pay(.euros(300), from: .noor, "Nieuw", kenmerk: new.kenmerk)
            #expect(try await house.regeling(zaak)?.termijnen.map(\.voldaan).sum == .zero)
            #expect(try await house.vorderingen(of: .noor).first { $0.id == new.id }?.isOpen == false)
            try await house.act { try Betaling.Reversal(betaling: besides.id, reden: "verkeerd").run(in: $0) }
            #expect(try await house.regeling(zaak)?.termijnen.map(\.voldaan).sum == .zero)

            try await house.pay(.euros(100), from: .noor, "Termijn")
            #expect(try await house.regeling(zaak)?.termijnen.first?.open == .zero)
            #expect(try await house.vorderingen(of: .noor).first { $0.id == new.id }?.saldo.totaal == .euros(300))
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the planner proposes over everything while an arrangement runs, not where it covers everything`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.runArrangement()
            let day = house.clock.today + 10
            let proposal = Betalingsregeling.Proposal(zaak: zaak, perMaand: .euros(90), eersteDag: day)
            await #expect(throws: RegelingRefusal.alreadyRunning) { try await house.act { try proposal.run(in: $0) } }

            try await house.takeMore()
            try await house.act { try proposal.run(in: $0) }

            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.3.1"])
            #expect(try await house.regeling(zaak)?.bedrag == .euros(600))
        }
    }
}

@Suite("Letters beside an arrangement")
struct RegelingBriefTests {
    @Test(arguments: TestDatabase.all, ["herinnering", "aanmaning", "veertiendagenbrief"])
    func `no letter that asks for all leaves while an arrangement runs, also behind, until a person ends it`(
        on kind: TestDatabase, template: String
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.runArrangement()
            try await house.move(days: 20)
            #expect(try await house.taken(of: .noor).map(\.stap) == ["contact-termijn"])
            #expect(try await house.ask(template, on: house.zaak(of: .noor)).contains("betalingsregeling"))

            try await house.act { try Betalingsregeling.Lapse(zaak: zaak, reden: "lukt niet meer").run(in: $0) }

            #expect(try await !house.ask(template, on: house.zaak(of: .noor)).contains("betalingsregeling"))
        }
    }
}

extension TestHouse {
    /// An arrangement of 100 a month over 600, from a week on or later.
    @discardableResult
    fileprivate func runArrangement(from days: Int = 7) async throws -> Identifier<Zaak> {
        try await bespreekRegeling(met: .noor)
        try await doe("A.3.2", of: .noor, Antwoord.regeling(.euros(100), vanaf: clock.today + days))
        return try await zaak(of: .noor).id
    }

    /// A bill of 300 that is due today.
    fileprivate func takeMore() async throws {
        try await take(Post(.noor, "N-3", vervalt: clock.today, .euros(300)))
    }

    fileprivate func regeling(_ zaak: Identifier<Zaak>) async throws -> Betalingsregeling? {
        try await read { try $0.regelingen.running(for: zaak) }
    }

    fileprivate func asked() async throws -> Int {
        try await taken(of: .noor).filter { $0.formulier == "nieuwe_achterstand" }.count
    }
}
