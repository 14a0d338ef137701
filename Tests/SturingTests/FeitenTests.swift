import Basics
import Database
import Exchange
import Incasso
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Sturing

@Suite("Figures out of the records")
struct FeitenTests {
    private let kwartaal = Periode(.kwartaal, around: Zonnedorp.day(2026, 3, 31))

    /// A quarter in which one pays late, one keeps an arrangement, and one is written off.
    private func lived(_ db: Database) async throws -> TestHouse {
        let house = try await TestHouse(db)
        try await house.take(
            .huur(.noor, maand: 1), .huur(.noor, maand: 2), .huur(.bram, maand: 2), .huur(.mila, maand: 3, euros: 650))
        try await house.tell([.verhuureenheden: 100, .jaaromzet: 7_800_000, .machtigingen: 62])
        try await house.pay(.euros(600), from: .noor, kenmerk: house.kenmerk(of: .noor))
        let (noor, bram, mila) = (
            try await house.zaak(of: .noor), try await house.zaak(of: .bram), try await house.zaak(of: .mila)
        )
        try await house.act { act in
            try Betalingsregeling.Agreement(
                zaak: bram.id, perMaand: .euros(200), eersteDag: Zonnedorp.day(2026, 3, 10), door: .anja
            ).run(in: act)
            guard let service = act.playbook.diensten["vordering.afboeken"] else { throw ZaakRefusal.unknownZaak }
            _ = try service(Dienstvraag(zaak: mila, stap: "afboeken", invoer: ["reden": "oninbaar"]), act)
        }
        try await house.move(to: Moment(Zonnedorp.day(2026, 3, 10), hour: 9))
        try await house.pay(.euros(200), from: .bram, kenmerk: house.kenmerk(of: .bram))
        try await house.move(to: Moment(Zonnedorp.day(2026, 3, 20), hour: 9))
        try await house.act { try $0.record("status_gezet", of: noor.id, ["status": "deurwaarder"]) }
        try await house.move(to: Moment(Zonnedorp.day(2026, 3, 31), hour: 9))
        return house
    }

    @Test(arguments: TestDatabase.all)
    func `a quarter that was lived gives its figures`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await lived(db)
            let alle = try await house.tellingen(kwartaal)
            let values = Kpi.allCases.reduce(into: [:]) { $0[$1] = $1.cijfer(alle).getal?.text }
            #expect(values[.afgeboekteHuur] == "0.83")
            #expect(values[.afboekingen] == "650.00")
            #expect(values[.automatischeIncasso] == "62.00")
            #expect(values[.nieuweRegelingen] == "33.33")
            #expect(values[.lopendeRegelingen] == "1.00")
            #expect(values[.nagekomenTermijnen] == "100.00")
            #expect(values[.nagekomenRegelingen] == "100.00")
            #expect(values[.deurwaarderzaken] == "1")
            #expect(values[.doorstroom] == "100.00")
            #expect(values[.betaaltermijn] == "54.25")
            #expect(values[.achterstand] == "1.28")
            #expect(Kpi.achterstandZittend.cijfer(alle).waarde == .onbekend(.vertrokkenen))
            #expect(alle[.dossiersLopend] == Telling(aantal: 1, zaken: 1, gewicht: 11))
            #expect(alle[.inAchterstand].aantal == 3)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the zaken behind a part add up to it, for one creditor and for all`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await lived(db)
            let (recht, today) = (try ShippedContent.shared.get().recht, house.clock.today)
            for periode in kwartaal.reeks(2) + [kwartaal.jaarTerug, Periode(.maand, around: kwartaal.tot)] {
                for schuldeiser in [nil, Zonnedorp.code] {
                    let alle = try await house.tellingen(periode, schuldeiser)
                    for deel in Onderdeel.allCases {
                        let zaken = try await house.read {
                            try $0.sturing(recht, on: today).zaken(achter: deel, periode, schuldeiser: schuldeiser)
                        }
                        #expect(zaken.count == Int(alle[deel].zaken), "\(deel) in \(periode)")
                        #expect(zaken.map(\.telling.aantal).reduce(0, +) == alle[deel].aantal, "\(deel) in \(periode)")
                        #expect(zaken.map(\.telling.bedrag).sum == alle[deel].bedrag, "\(deel) in \(periode)")
                    }
                }
            }
            // What stands open today is read from the claims; tomorrow's look back at the same day reads their ledgers.
            let back = try await house.tellingen(kwartaal, today: today + 1)
            #expect(back == (try await house.tellingen(kwartaal)))
            let nobody = try await house.tellingen(kwartaal, "ander")
            #expect(nobody.delen.values.allSatisfy { $0 == Telling() })
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what a night kept of periods that are over is what they were counted to be, and is written once`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await lived(db)
            try await house.move(to: Moment(Zonnedorp.day(2026, 4, 20), hour: 9))
            let recht = try ShippedContent.shared.get().recht
            let book = Periodeboek(office: house.office, recht: recht)
            #expect(try await book.run(on: house.clock.today) > 0)
            #expect(try await book.run(on: house.clock.today) == 0)
            for periode in kwartaal.reeks(2) + [Periode(.maand, around: kwartaal.tot)] {
                for who in [nil, Zonnedorp.code] {
                    let kept = try await house.tellingen(periode, who, kept: true)
                    #expect(kept == (try await house.tellingen(periode, who)))
                }
            }
            try await house.act { try $0.tx.run("UPDATE periodestanden SET aantal = 77") }
            #expect(try await house.tellingen(kwartaal, kept: true)[.vervallen].aantal == 77)
            let now = Periode(.kwartaal, around: house.clock.today)
            #expect(try await house.tellingen(now, kept: true)[.vervallen].aantal == 0)
            // Counted anew, it is right again, and what it said before is kept.
            _ = try await book.run(on: house.clock.today)
            let again = try await house.tellingen(kwartaal, kept: true)
            #expect(again[.vervallen].aantal != 77)
            #expect(again.geteld?.eerder.contains { $0.onderdeel == .vervallen && $0.telling.aantal == 77 } == true)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who left is kept apart once a creditor tells of it`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 2), .huur(.bram, maand: 2))
            try await house.tell([.jaaromzet: 12_000_000])
            var post = Post.huur(.noor, maand: 2).item
            post.debtor.left = Zonnedorp.day(2026, 3, 15)
            let item = post
            try await house.act { _ = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: item).run(in: $0) }
            let february = Periode(.maand, around: Zonnedorp.day(2026, 2, 1))
            let before = try await house.tellingen(february)
            let after = try await house.tellingen(kwartaal)
            #expect([before[.achterstandZittend].aantal, before[.achterstandVertrokken].aantal] == [2, 0])
            #expect([after[.achterstandZittend].aantal, after[.achterstandVertrokken].aantal] == [1, 1])
            #expect(Kpi.achterstandZittend.cijfer(after).getal?.text == "0.50")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an instalment paid after its grace is late, and one within it is not judged yet`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.bram, maand: 2))
            let zaak = try await house.zaak(of: .bram).id
            try await house.act { act in
                try Betalingsregeling.Agreement(
                    zaak: zaak, perMaand: .euros(200), eersteDag: Zonnedorp.day(2026, 3, 4), door: .anja
                ).run(in: act)
            }
            func march(_ day: Int) async throws -> Tellingen {
                let until = Periode(.kwartaal, around: Zonnedorp.day(2026, 3, 1)).until(Zonnedorp.day(2026, 3, day))
                return try await house.tellingen(until)
            }
            #expect(try await march(8)[.termijnen].aantal == 0)
            #expect(try await march(9)[.termijnen].aantal == 1)
            try await house.move(to: Moment(Zonnedorp.day(2026, 3, 11), hour: 9))
            try await house.pay(.euros(200), from: .bram, kenmerk: house.kenmerk(of: .bram))
            let late = try await march(31)
            #expect([late[.termijnen].aantal, late[.termijnenOpTijd].aantal] == [1, 0])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what the organisation tells counts from its day on, and for all only when all told it`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.tell([.verhuureenheden: 100], on: Zonnedorp.day(2026, 1, 1))
            try await house.tell([.verhuureenheden: 120], on: Zonnedorp.day(2026, 3, 1))
            func told(_ month: Int, _ who: String? = nil) async throws -> Int64? {
                try await house.read {
                    try $0.kerncijfers.values(on: Zonnedorp.day(2026, month, 28), schuldeiser: who)[.verhuureenheden]
                }
            }
            #expect(try await told(2) == 100)
            #expect(try await told(3) == 120)
            var other = Schuldeiser.zonnedorp
            other = Schuldeiser(
                code: "maandorp", naam: "Maandorp", adres: other.adres, kvk: "", iban: other.iban, telefoon: "",
                email: "", website: "")
            let second = other
            try await house.act { try $0.tx.schuldeisers.put(second) }
            #expect(try await told(3) == nil)
            #expect(try await told(3, Zonnedorp.code) == 120)
        }
    }
}

extension TestHouse {
    fileprivate func tellingen(
        _ periode: Periode, _ schuldeiser: String? = nil, today: Day? = nil, kept: Bool = false
    ) async throws -> Tellingen {
        let day = today ?? clock.today
        let recht = try ShippedContent.shared.get().recht
        return try await read {
            try $0.sturing(recht, on: day).tellingen(periode, schuldeiser: schuldeiser, kept: kept)
        }
    }

    fileprivate func tell(_ figures: [Kerncijfer: Int64], on day: Day = Zonnedorp.day(2026, 1, 1)) async throws {
        try await act { act in
            for (kind, value) in figures {
                try Vermelding(
                    schuldeiser: Zonnedorp.code, soort: kind, dag: day, waarde: value, door: "anja", moment: act.now
                ).run(in: act)
            }
        }
    }
}
