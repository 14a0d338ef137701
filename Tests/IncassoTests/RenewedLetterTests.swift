import Basics
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("The costs of a 14-day letter that left late")
struct RenewedLetterTests {
    /// Days on which the house begins, and the days that the program was off while the letter waited: terms over Easter, King's
    /// Day, Whitsun, Christmas and New Year, shorter and longer than the drawing waits.
    static let calendars = [
        ("2026-03-02", 9), ("2026-03-02", 24), ("2026-05-04", 40), ("2026-06-01", 1), ("2026-10-26", 20),
        ("2026-11-16", 24), ("2026-11-30", 33), ("2027-02-08", 26),
    ]

    @Test(arguments: TestDatabase.all, calendars)
    func `costs come by themselves and once, on the day that they may, and no mishap asks a person`(
        on kind: TestDatabase, _ calendar: (begin: String, off: Int)
    ) async throws {
        try await kind.with { db in
            let begin = try #require(Day(calendar.begin))
            let house = try await TestHouse(db, at: Moment(begin, hour: 9))
            try await house.take(.huur(.noor))
            try await house.naarVeertiendagenbrief(.noor)
            let planned = try #require(try await house.brieven(to: .noor).last)
            #expect(planned.verzonden == nil)
            let drawn = house.clock.today + 23

            house.clock.move(to: house.clock.now.adding(days: Int64(calendar.off)))
            let costs = try await house.firstCosts(of: .noor, within: 60)

            let letter = try await house.read { try $0.brieven.find(planned.id) }
            let (sent, from) = (try #require(letter?.verzonden), try #require(letter?.kostenVanaf))
            #expect(from > sent.day + 15)
            #expect(costs == max(from, drawn))
            #expect(try await house.zaak(of: .noor).isOpen)
            try await house.move(days: 60)
            #expect(try await house.kosten(of: .noor) == .euros(90))
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what is paid within the renewed term costs nothing, and the step is done without a person`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaakWithLateLetter()
            #expect(try await house.story(of: zaak).contains("kosten_wachten"))
            let letter = try #require(try await house.brieven(to: .noor).last)
            try await house.move(to: Moment(try #require(letter.termijnEinde), hour: 8))
            try await house.pay(.euros(600), from: .noor)
            #expect(try await house.zaak(of: .noor).resultaat == "voldaan")
            try await house.move(days: 30)
            #expect(try await house.kosten(of: .noor) == .zero)
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a second letter that left late has its own costs, though those of the first were charged long ago`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.naarVeertiendagenbrief(.noor)
            try await house.move(days: 40)
            try await house.nogEenVeertiendagenbrief(.huur(.noor, maand: 5, euros: 500))
            house.clock.move(to: house.clock.now.adding(days: 24))
            try await house.move(days: 60)
            #expect(try await house.vorderingen(of: .noor).map(\.saldo.kosten) == [.euros(90), .euros(75)])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak that is closed and opened again while its costs wait still gets them`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaakWithLateLetter()
            try await house.act { act in
                try Zaak.Closure(zaak: zaak.id, resultaat: "ingetrokken", reden: "vergissing").run(in: act)
                try Zaak.Reopening(zaak: zaak.id, reden: "toch niet").run(in: act)
            }
            try await house.move(days: 40)
            #expect(try await house.kosten(of: .noor) == .euros(90))
            #expect(house.mishaps.all == [])
        }
    }
}

extension TestHouse {
    /// A zaak whose 14-day letter lay ready while the program was off, and has just left.
    fileprivate func zaakWithLateLetter() async throws -> Zaak {
        try await take(.huur(.noor))
        try await naarVeertiendagenbrief(.noor)
        clock.move(to: clock.now.adding(days: 24))
        try await move(days: 3)
        return try await zaak(of: .noor)
    }

    /// The first day on which costs stand on the zaak, looked at each evening; nothing may have gone wrong on the way.
    fileprivate func firstCosts(of debiteur: Debiteur, within days: Int) async throws -> Day? {
        for _ in 0..<days {
            try await move(to: Moment(clock.today, hour: 23))
            let mishaps = try await taken(of: debiteur).filter { $0.soort == .storing }
            #expect(mishaps.isEmpty && self.mishaps.all == [])
            guard try await kosten(of: debiteur) == .zero else { return clock.today }
            try await move(to: Moment(clock.today + 1, hour: 1))
        }
        return nil
    }
}
