import Basics
import Exchange
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Incasso

@Suite("Payment links")
struct BetaallinkTests {
    let links = Betaallinks(base: "https://betalen.example/", key: Array(repeating: 7, count: 32), days: 30)
    let today = Zonnedorp.begin

    @Test func `a link names its zaak until it expires, and no other key or sign opens it`() throws {
        var ambient = Ambient(now: Moment(today, hour: 9))
        let zaak: Identifier<Zaak> = ambient.newID()
        let address = links.address(of: zaak, on: today)
        #expect(address.hasPrefix("https://betalen.example/betaal/"))
        let token = String(try #require(address.split(separator: "/").last))
        #expect(try links.read(token, on: today + 30) == zaak)
        #expect(throws: Betaallinks.Fault.expired(today + 30)) { try links.read(token, on: today + 31) }
        let other = Betaallinks(base: "https://betalen.example", key: Array(repeating: 8, count: 32))
        #expect(throws: Betaallinks.Fault.notOurs) { try other.read(token, on: today) }
        for index in 0..<48 {
            var signs = Array(token)
            signs[index] = signs[index] == "A" ? "B" : "A"
            #expect(throws: Betaallinks.Fault.notOurs, "sign \(index)") { try links.read(String(signs), on: today) }
        }
        for wrong in ["", "x", String(repeating: "A", count: 48), String(repeating: "é", count: 24), token + "A"] {
            #expect(throws: Betaallinks.Fault.notOurs) { try links.read(wrong, on: today) }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a paid payment is booked once, also when it is told twice and the bank tells it too`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor)).id
            let begin = Linkbetaling.Beginning(zaak: zaak, aanbieder: "mollie")
            let one = try #require(try await house.act { try begin.run(in: $0) })
            #expect(one.bedrag == .euros(600))
            #expect(try await house.act { try begin.run(in: $0) }?.id == one.id)
            let start = ProviderStart(id: "tr_1", checkout: "https://betaalpagina.example/tr_1")
            try await house.act { try Linkbetaling.Opening(linkbetaling: one.id, start: start).run(in: $0) }
            try await house.told(.open)
            #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
            for _ in 0..<2 { try await house.told(.paid) }
            try await house.told(.expired)
            #expect(try await house.zaak(of: .noor).bedrag == .zero)
            #expect(try await house.read { try $0.betalingen.all(of: zaak) }.map(\.sleutel) == ["mollie:tr_1"])
            #expect(try await house.act { try begin.run(in: $0) } == nil)
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the payout of the provider is no payment of a customer`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.act { try $0.tx.instellingen.put(Debiteur.mila.iban, for: Linkbetaling.payoutSetting) }
            let payout = Overboeking(van: .mila, .euros(600), "uitbetaling 2026-03", ref: "P1")
            let report = try await Afschriftimport(office: house.office)
                .run(ImportFile(afschrift([payout])), named: "afschrift.xml", by: "test")
            #expect([report.nieuw, report.bekend, report.afgewezen] == [0, 1, 0])
            #expect(try await house.read { try $0.betalingen.countUnplaced() } == 0)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an arrangement asks its instalment, a broken-off payment asks again`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor)).id
            let first = house.clock.today + 10
            try await house.act {
                try Betalingsregeling.Agreement(zaak: zaak, perMaand: .euros(100), eersteDag: first, door: .anja).run(
                    in: $0)
            }
            let today = house.clock.today
            let asked = try #require(try await house.read { try $0.betaalverzoek(of: zaak, on: today) })
            #expect(asked.bedrag == .euros(100) && asked.termijnen.map(\.vervaldag) == [first])
            #expect(asked.qr != nil)
            let late = first.adding(months: 1)
            let both = try #require(try await house.read { try $0.betaalverzoek(of: zaak, on: late) })
            #expect(both.bedrag == .euros(200) && both.termijnen.map(\.vervaldag) == [first, late])
            let begin = Linkbetaling.Beginning(zaak: zaak, aanbieder: "mollie")
            let one = try #require(try await house.act { try begin.run(in: $0) })
            let start = ProviderStart(id: "tr_1", checkout: "https://betaalpagina.example/tr_1")
            try await house.act { try Linkbetaling.Opening(linkbetaling: one.id, start: start).run(in: $0) }
            try await house.told(.canceled)
            #expect(try await house.act { try begin.run(in: $0) }?.id != one.id)
        }
    }
}

extension TestHouse {
    /// The provider tells what became of the payment `tr_1`.
    fileprivate func told(_ status: ProviderPayment.Status) async throws {
        let payment = ProviderPayment(id: "tr_1", status: status, amount: .euros(600), name: "N. Zandoog")
        try await act { try Linkbetaling.Outcome(payment: payment, by: "mollie").run(in: $0) }
    }
}
