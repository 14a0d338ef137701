import Basics
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Ledgers, through the real acts")
struct LedgerTests {
    @Test(arguments: TestDatabase.all, UInt64(1)...3)
    func `whatever happens to a zaak, its ledgers balance after every act`(on kind: TestDatabase, seed: UInt64)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            var random = SeededRandom(seed: seed)
            try await house.take(.huur(.noor, maand: 1), .huur(.noor, maand: 2))
            for step in 0..<25 {
                try await house.something(step, &random)
                #expect(try await house.flaws() == [], "seed \(seed), step \(step)")
            }
            #expect(house.mishaps.all == [], "seed \(seed)")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a payment that was someone else's goes back, to the cent, and can be placed again`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram))
            let paid = try await house.pay(.euros(250), from: .noor, kenmerk: try await house.kenmerk(of: .noor))
            try await house.act { try Betaling.Reversal(betaling: paid.id, reden: "was van Bram").run(in: $0) }

            #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
            #expect(try await house.read { try $0.betalingen.unplaced().map(\.id) } == [paid.id])
            #expect(try await house.flaws() == [])
            await #expect(throws: BetalingRefusal.notPlaced) {
                try await house.act { try Betaling.Reversal(betaling: paid.id, reden: "nog eens").run(in: $0) }
            }

            let bram = try await house.zaak(of: .bram)
            try await house.act {
                try Betaling.Placement(betaling: paid.id, zaak: bram.id, reden: "van Bram").run(in: $0)
            }
            #expect(try await house.zaak(of: .bram).bedrag == .euros(350))
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a reversal takes the money out of the arrangement, the last instalment first`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.act { act in
                try Betalingsregeling.Agreement(
                    zaak: zaak.id, perMaand: .euros(200), eersteDag: act.today, door: .anja
                ).run(in: act)
            }
            try await house.pay(.euros(200), from: .noor)
            let second = try await house.pay(.euros(200), from: .noor)

            try await house.act { try Betaling.Reversal(betaling: second.id, reden: "gestorneerd").run(in: $0) }

            let regeling = try #require(try await house.read { try $0.regelingen.running(for: zaak.id) })
            #expect(regeling.termijnen.map(\.voldaan) == [.euros(200), .zero, .zero])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a write-off takes all that is open, in every claim`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 1), .huur(.noor, maand: 2))
            try await house.move(days: 28)
            try await house.doe("A.2.2", of: .noor, ["uitkomst": "hulp", "toelichting": "Schuldhulp aangevraagd."])
            try await house.doe(
                "A.4.1", of: .noor,
                ["soort": "hulp", "uitkomst": "afboeken", "toelichting": "Geen uitzicht op betaling."])
            let besluit = try #require(try await house.taken(of: .noor).first)
            #expect(besluit.groepen.names == ["teamleider"])
            try await house.complete(besluit, ["uitkomst": "akkoord", "reden": "oninbaar", "toelichting": "Eens."])

            let zaak = try await house.zaak(of: .noor)
            #expect([zaak.status, zaak.resultaat] == ["afgehandeld", "afgeboekt"])
            #expect(zaak.bedrag == .zero)
            #expect(try await house.brieven(to: .noor).last?.sjabloon == "afgeboekt")
            #expect(try await house.flaws() == [])
        }
    }
}

extension TestHouse {
    /// One of the things that happen: money, a new invoice, a write-off, a reversal, costs or a month that goes by.
    fileprivate func something(_ step: Int, _ random: inout SeededRandom) async throws {
        let kenmerk = try await kenmerk(of: .noor)
        let cents = Int64.random(in: 1...30_000, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: try await pay(Money(cents: cents), from: .noor, kenmerk: kenmerk)
        case 2: try await take(Post(.noor, "F\(step)", vervalt: clock.today - 10, Money(cents: cents)))
        case 3: try await reverseLast()
        case 4: try await move(days: Int.random(in: 1...20, using: &random))
        default: try await doSomeTaak()
        }
    }

    private func reverseLast() async throws {
        let zaak = try await zaak(of: .noor)
        let last = try await read { try $0.betalingen.all(of: zaak.id).first { $0.staat == .geplaatst } }
        guard let last, zaak.isOpen else { return }
        try await act { try Betaling.Reversal(betaling: last.id, reden: "gestorneerd").run(in: $0) }
    }

    private func doSomeTaak() async throws {
        guard let taak = try await taken(of: .noor).first else { return }
        let answers = ["A.2.2": Antwoord.geenAfspraak, "voor-kosten": Antwoord.verderMetKosten]
        guard let answer = answers[taak.stap] else { return }
        try await complete(taak, answer)
    }
}
