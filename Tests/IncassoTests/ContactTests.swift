import Basics
import Database
import Jobs
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Incasso

@Suite("When a letter may leave")
struct ContactTests {
    /// The moment at which it is asked, and the day on which it leaves; Monday 2 March 2026 is the first day.
    static let moments: [(Moment, Moment)] = [
        (Moment(Zonnedorp.day(2026, 3, 3), hour: 10), Moment(Zonnedorp.day(2026, 3, 3), hour: 10)),
        (Moment(Zonnedorp.day(2026, 3, 3), hour: 21), Moment(Zonnedorp.day(2026, 3, 4), hour: 7)),
        (Moment(Zonnedorp.day(2026, 3, 4), hour: 5), Moment(Zonnedorp.day(2026, 3, 4), hour: 7)),
        (Moment(Zonnedorp.day(2026, 3, 8), hour: 12), Moment(Zonnedorp.day(2026, 3, 9), hour: 7)),
        (Moment(Zonnedorp.day(2026, 4, 6), hour: 12), Moment(Zonnedorp.day(2026, 4, 7), hour: 7)),
    ]

    @Test(arguments: TestDatabase.all, moments)
    func `a letter waits for the hours and days of contact, and says why`(
        on kind: TestDatabase, _ asked: (at: Moment, leaves: Moment)
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.act { act in
                try act.tx.run(
                    """
                    UPDATE brieven SET verzonden = \(Moment(act.today + -30)), opgemaakt = \(act.today + -30),
                        staat = 'verzonden'
                    """)
                try act.tx.jobs.drop(subject: .zaak(zaak.id))
            }
            house.clock.move(to: asked.at)
            #expect(try await house.ask("aanmaning", on: zaak) == "done")
            let due = try await house.read { try $0.jobs.planned(for: .zaak(zaak.id)).map(\.due) }
            #expect(due == [asked.leaves])
            let story = try await house.story(of: zaak)
            #expect(story.contains("brief_uitgesteld") == (asked.at != asked.leaves))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a fourth message within fourteen days waits, over all zaken of the person`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            for _ in 0..<5 { #expect(try await house.ask("aanmaning", on: zaak) == "done") }
            let due = try await house.read { try $0.jobs.planned(for: .zaak(zaak.id)) }.filter {
                $0.kind == Brief.sendingKind
            }
            .map(\.due.day)
            for (index, day) in due.enumerated() {
                #expect(due.count { $0 == day } == 1)
                #expect(due[index...].count { $0 - day < 14 } <= 3)
            }
        }
    }

    @Test(arguments: TestDatabase.all, Contact.Initiatiefnemer.allCases)
    func `a contact counts for how often someone is approached when we sought it`(
        on kind: TestDatabase, by seeker: Contact.Initiatiefnemer
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let contact = Contact(kanaal: "telefoon", reden: "Vraag over de huur", initiatiefnemer: seeker)
            let before = try await house.act { try $0.contacts(with: zaak.partij).count }
            try await house.act { try Contact.Recording(zaak: zaak.id, contact: contact, gevoelig: []).run(in: $0) }
            let after = try await house.act { try $0.contacts(with: zaak.partij).count }
            #expect(after - before == (seeker == .wij ? 1 : 0))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `three presses on one button are one contact; another word or a later minute is another`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            func press(_ reason: String) async throws {
                let contact = Contact(kanaal: "telefoon", reden: reason, initiatiefnemer: .wij)
                try await house.act {
                    try Contact.Recording(zaak: zaak.id, contact: contact, gevoelig: []).run(in: $0)
                    try Notitie.Writing(zaak: zaak.id, tekst: reason, door: .anja).run(in: $0)
                }
            }
            for _ in 1...3 { try await press("Vraag over de huur") }
            try await press("Vraag over het bedrag")
            #expect(try await house.story(of: zaak).count { $0 == "contact" } == 2)
            #expect(try await house.story(of: zaak).count { $0 == "notitie" } == 2)
            house.clock.move(to: house.clock.now.adding(seconds: 61))
            try await press("Vraag over het bedrag")
            #expect(try await house.story(of: zaak).count { $0 == "contact" } == 3)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a letter that waited does not leave when all was paid meanwhile`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            house.clock.move(to: Moment(house.clock.today, hour: 22))
            #expect(try await house.ask("aanmaning", on: zaak) == "done")
            try await house.pay(.euros(600), from: .noor)
            try await house.move(days: 2)
            let letter = try #require(try await house.brieven(to: .noor).first { $0.sjabloon == "aanmaning" })
            #expect(letter.verzonden == nil)
            #expect(letter.staat == .ingetrokken(.voldaan) && letter.bewijs == nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a complaint must be confirmed within two working days`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            house.clock.move(to: Moment(Zonnedorp.day(2026, 3, 6), hour: 12))
            let recht = try house.recht()
            let last = try await house.act {
                try Klacht.Receipt(zaak: zaak.id, tekst: "te laat").run(in: $0, recht: recht)
            }
            #expect(last == Zonnedorp.day(2026, 3, 10))
            #expect(try await house.taken(of: .noor).contains { $0.stap == "klacht" && $0.uiterlijk == last })
        }
    }
}

@Suite("Claims that lapse")
struct VerjaringTests {
    @Test(arguments: TestDatabase.all)
    func `a claim that has lapsed is not collected without a decision`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.init(.noor, "OUD", vervalt: Zonnedorp.day(2020, 1, 1), .euros(300)))
            let zaak = try await house.zaak(of: .noor)
            let claim = try #require(try await house.vorderingen(of: .noor).first)
            #expect(try await house.ask("aanmaning", on: zaak).contains("lapsed"))
            #expect(try await house.serve("overdracht.dossier", on: zaak).contains("lapsed"))
            let recht = try house.recht()
            let list = { try await house.read { try $0.verjaringslijst(on: house.clock.today, recht: recht) } }
            let before = try await list()
            #expect(before.bijgewerkt == nil && before.regels.isEmpty)
            try await Nachtloop(office: house.office, recht: recht).run(on: house.clock.today)
            #expect(try await list().regels.map(\.verjaring.ends) == [Zonnedorp.day(2025, 1, 1)])
            try await house.act {
                try Vordering.Verjaringsbesluit(vordering: claim.id, reden: "klant erkent", door: .anja).run(in: $0)
            }
            #expect(try await house.ask("aanmaning", on: zaak) == "done")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what lapses stands on the list, also behind many older claims that do not`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            for index in 0..<12 {
                try await house.take(
                    .init(.noor, "OUD-\(index)", vervalt: Zonnedorp.day(2021, 3, 10) + index, .euros(10)))
            }
            for claim in try await house.vorderingen(of: .noor) {
                try await house.act { act in
                    try Vordering.Stuiting(
                        vordering: claim.id, dag: act.today - 20, soort: .erkenning, bewijs: "brief", door: .anja
                    ).run(in: act)
                }
            }
            try await house.take(.init(.mila, "STRAKS", vervalt: house.clock.today.adding(years: -5) + 30, .euros(90)))
            let recht = try house.recht()
            try await Nachtloop(office: house.office, recht: recht).run(on: house.clock.today)
            let list = try await house.read {
                try $0.verjaringslijst(on: house.clock.today, recht: recht, limit: 5)
            }
            #expect(list.regels.map(\.vordering.factuurnummer) == ["STRAKS"] && list.aantal == 1)
            #expect(list.bijgewerkt == house.clock.today)

            try await house.pay(.euros(90), from: .mila)
            let after = try await house.read { try $0.verjaringslijst(on: house.clock.today, recht: recht) }
            #expect(after.regels.isEmpty && after.aantal == 0)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `letters that left, payments and recorded acts interrupt, each with its proof`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.init(.noor, "OUD", vervalt: Zonnedorp.day(2021, 6, 1), .euros(300)))
            let recht = try house.recht()
            let claim = try #require(try await house.vorderingen(of: .noor).first)
            func end() async throws -> Day? { try await house.read { try $0.verjaring(of: claim, recht: recht)?.ends } }
            #expect(try await end() == Zonnedorp.day(2026, 6, 1))
            try await house.move(days: 16)
            let sent = try #require(try await house.brieven(to: .noor).first { $0.sjabloon == "aanmaning" }?.verzonden)
            #expect(try await end() == sent.day.adding(years: 5))
            try await house.pay(.euros(50), from: .noor, kenmerk: claim.kenmerk)
            #expect(try await end() == house.clock.today.adding(years: 5))
            try await house.move(days: 30)
            let day = house.clock.today
            try await house.act {
                try Vordering.Stuiting(vordering: claim.id, dag: day, soort: .erkenning, bewijs: "mail", door: .anja)
                    .run(in: $0)
            }
            #expect(try await end() == day.adding(years: 5))
            await #expect(throws: VerjaringRefusal.dayToCome) {
                try await house.act {
                    try Vordering.Stuiting(
                        vordering: claim.id, dag: day + 1, soort: .erkenning, bewijs: "mail", door: .anja
                    ).run(in: $0)
                }
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `every amount of the specification is the sum of its lines`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.noor, maand: 1))
            let zaak = try await house.zaak(of: .noor)
            #expect(try await house.ask("veertiendagenbrief", on: zaak) == "done")
            try await house.pay(.euros(200), from: .noor, kenmerk: try await house.kenmerk(of: .noor))
            // The letter leaves.
            try await house.move(days: 4)
            house.clock.move(to: house.clock.now.adding(days: 30))
            #expect(try await house.serve("incasso.kosten", on: zaak) == "done")
            let recht = try house.recht()
            let specs = try await house.read { try $0.specificaties(of: zaak, on: house.clock.today, recht: recht) }
            #expect(specs.count == 2)
            let costs = try #require(specs[0].kosten?.berekening)
            #expect(costs.costs == .euros(150))
            #expect(specs.map { $0.vordering.saldo.kosten }.sum == costs.total)
            for spec in specs {
                let interest = try #require(spec.rente)
                let parts = interest.segments.map(\.interest).reduce(ExactMoney.zero, +)
                #expect(parts.rounded == interest.interest)
            }
            #expect(try await house.ask("specificatie", on: zaak) == "done")
        }
    }
}

extension TestHouse {
    func recht() throws -> RechtTables { try ShippedContent.shared.get().recht }
}
