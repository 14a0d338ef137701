import Basics
import Incasso
import Jobs
import Klanten
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Pause, suspension, extension")
struct PauzeTests {
    @Test(arguments: TestDatabase.all)
    func `a pause stops every clock of a person and moves all by the real days`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 5)
            let before = try await house.zaak(of: .noor)
            let other = try await house.act { act in
                guard let noor = try act.tx.partijen.find(before.partij) else { throw ZaakRefusal.unknownZaak }
                return try Zaak.Opening(zaaktype: "incasso", partij: noor, omschrijving: "Tweede zaak").run(in: act)
            }
            let timer = try #require(try await house.timers(of: before).first)
            let begin = house.clock.now

            try await house.pauzeer(.noor, tot: house.clock.today + 19)
            #expect(try await house.timers(of: before).map(\.state) == [.suspended])
            try await house.move(days: 19)
            #expect(try await house.sjablonen(before) == ["herinnering"])
            #expect(try await house.zaak(before).opgeschort == begin.day)
            try await house.move(days: 1)

            let after = try await house.zaak(before)
            #expect(after.opgeschort == nil)
            #expect(after.streefdatum == before.streefdatum + 20)
            #expect(try await house.zaak(other).streefdatum == other.streefdatum + 20)
            let moved = try #require(try await house.timers(of: before).first)
            #expect(moved.due - timer.due == Moment(begin.day + 20) - begin)
            try await house.move(days: 14)
            #expect(try await house.sjablonen(before) == ["herinnering", "aanmaning"])
            #expect(house.mishaps.all == [])
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a taak rests while its person is paused, and has the lost days back when someone ends it`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let taak = try #require(try await house.taken(of: .noor).first)
            let pauze = try await house.pauzeer(.noor, tot: house.clock.today + 30)
            #expect(try await house.taken(of: .noor).map(\.staat) == [.rust])
            await #expect(throws: TaakRefusal.resting) { try await house.complete(taak, Antwoord.nietBereikt) }
            #expect(try await house.read { try Werkvoorraad(van: .groepen(["incasso"])).lines(in: $0).isEmpty })

            try await house.move(days: 3)
            try await house.act { try Pauze.Ending(pauze: pauze.id).run(in: $0) }

            let woken = try #require(try await house.taken(of: .noor).first)
            #expect(woken.staat == .open)
            #expect(woken.uiterlijk == taak.uiterlijk + 3)
            try await house.complete(taak, Antwoord.nietBereikt)
            try await house.move(days: 40)
            #expect(house.mishaps.all == [])
            await #expect(throws: ZaakRefusal.notPaused) {
                try await house.act { try Pauze.Ending(pauze: pauze.id).run(in: $0) }
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what comes in during a pause waits as well`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.pay(.euros(600), from: .noor)
            try await house.pauzeer(.noor, tot: house.clock.today + 10)

            try await house.take(.huur(.noor, maand: 3))
            try await house.move(days: 9)
            let zaak = try await house.zaak(of: .noor)
            #expect(zaak.bedrag == .euros(600))
            #expect(zaak.opgeschort != nil)
            #expect(try await house.brieven(to: .noor).isEmpty)

            try await house.move(days: 3)
            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == ["herinnering"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a letter that was made but has not left stays in while its person is paused`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.letLettersLie(days: 14)
            #expect(try await house.brieven(to: .noor).last?.verzonden == nil)

            try await house.pauzeer(.noor, tot: house.clock.today + 5)
            try await house.move(days: 4)
            #expect(try await house.brieven(to: .noor).last?.verzonden == nil)

            try await house.move(days: 3)
            #expect(try await house.brieven(to: .noor).last?.verzonden != nil)
        }
    }

    @Test(arguments: TestDatabase.all, [0, 2])
    func `the end of a pause does not wake a zaak that someone suspended before`(
        on kind: TestDatabase, daysBefore: Int
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.act {
                try Zaak.Suspension(zaak: zaak.id, bekijkOp: house.clock.today + 60, reden: "wacht op rechter").run(
                    in: $0)
            }
            try await house.move(days: daysBefore)
            try await house.pauzeer(.noor, tot: house.clock.today + 5)
            try await house.move(days: 10)

            #expect(try await house.zaak(zaak).opgeschort == Zonnedorp.begin)
            try await house.act { try Zaak.Resumption(zaak: zaak.id).run(in: $0) }
            #expect(try await house.zaak(zaak).streefdatum == zaak.streefdatum + 10 + daysBefore)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a suspended zaak asks on its day whether it can go on, and again if not`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            for day in [house.clock.today, house.clock.today + 400] {
                await #expect(throws: ZaakRefusal.reviewNotAhead(house.clock.today + 365)) {
                    try await house.act { try Zaak.Suspension(zaak: zaak.id, bekijkOp: day, reden: "x").run(in: $0) }
                }
            }
            let day = house.clock.today + 14
            try await house.act {
                try Zaak.Suspension(zaak: zaak.id, bekijkOp: day, reden: "wacht op gemeente").run(in: $0)
            }
            try await house.move(days: 13)
            #expect(try await house.taken(of: .noor).isEmpty)
            try await house.move(days: 2)
            #expect(try await house.taken(of: .noor).map(\.formulier) == ["opschorting_bekijken"])

            let later = house.clock.today + 10
            try await house.doe(
                "opschorting_bekijken", of: .noor,
                ["uitkomst": "langer", "bekijkOp": "\(later)", "toelichting": "Nog geen antwoord."])
            try await house.move(to: Moment(later, hour: 12))
            #expect(try await house.zaak(zaak).opgeschort != nil)
            try await house.doe(
                "opschorting_bekijken", of: .noor, ["uitkomst": "hervatten", "toelichting": "Er is antwoord."])
            #expect(try await house.zaak(zaak).opgeschort == nil)
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who resumes a zaak before its day is not asked any more`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let day = house.clock.today + 3
            try await house.act { try Zaak.Suspension(zaak: zaak.id, bekijkOp: day, reden: "x").run(in: $0) }
            try await house.move(days: 1)
            try await house.act { try Zaak.Resumption(zaak: zaak.id).run(in: $0) }
            try await house.move(days: 5)
            #expect(try await house.taken(of: .noor).isEmpty)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `suspending and resuming move the streefdatum by the real days, extending by a reason`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            await #expect(throws: ZaakRefusal.reasonMissing) {
                try await house.act {
                    try Zaak.Suspension(zaak: zaak.id, bekijkOp: house.clock.today + 60, reden: "").run(in: $0)
                }
            }
            try await house.act {
                try Zaak.Suspension(zaak: zaak.id, bekijkOp: house.clock.today + 60, reden: "wacht op gemeente").run(
                    in: $0)
            }
            await #expect(throws: ZaakRefusal.alreadySuspended) {
                try await house.act {
                    try Zaak.Suspension(zaak: zaak.id, bekijkOp: house.clock.today + 60, reden: "nog eens").run(in: $0)
                }
            }
            try await house.move(days: 17)
            #expect(try await house.brieven(to: .noor).count == 1)
            try await house.act { try Zaak.Resumption(zaak: zaak.id).run(in: $0) }
            #expect(try await house.zaak(zaak).streefdatum == zaak.streefdatum + 17)

            let later = zaak.streefdatum + 60
            try await house.act { try Zaak.Extension(zaak: zaak.id, tot: later, reden: "zoekt werk").run(in: $0) }
            #expect(try await house.zaak(zaak).streefdatum == later)
            await #expect(throws: ZaakRefusal.deadlineNotLater(later)) {
                try await house.act { try Zaak.Extension(zaak: zaak.id, tot: later, reden: "weer").run(in: $0) }
            }
            let told = try await house.story(of: zaak)
            #expect(["zaak_opgeschort", "zaak_hervat", "zaak_verlengd"].allSatisfy(told.contains))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a pause without a reason, in the past or on top of another is refused`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let today = house.clock.today

            await #expect(throws: ZaakRefusal.reasonMissing) { try await house.pauzeer(.noor, tot: today, reden: "") }
            await #expect(throws: ZaakRefusal.pauseEndsBeforeToday) { try await house.pauzeer(.noor, tot: today - 1) }
            try await house.pauzeer(.noor, tot: today)
            await #expect(throws: ZaakRefusal.alreadyPaused) { try await house.pauzeer(.noor, tot: today + 1) }
        }
    }
}

extension TestHouse {
    @discardableResult
    func pauzeer(_ debiteur: Debiteur, tot einde: Day, reden: String = "opname") async throws -> Pauze {
        let partij = try await zaak(of: debiteur).partij
        return try await act {
            try Pauze.Beginning(partij: partij, einde: einde, reden: reden, door: .anja).run(in: $0)
        }
    }

    func sjablonen(_ zaak: Zaak) async throws -> [String] {
        try await read { try $0.brieven.all(of: zaak.id).map(\.sjabloon) }.reversed()
    }

    func zaak(_ zaak: Zaak) async throws -> Zaak { try await read { try $0.zaken.find(zaak.id) } ?? zaak }

    func timers(of zaak: Zaak) async throws -> [Job] {
        try await read { try $0.jobs.planned(for: .zaak(zaak.id)).filter { $0.kind == ZaakTimer.kind } }
    }

    /// Lets the clocks of processes run on while the post room is closed.
    func letLettersLie(days: Int) async throws {
        clock.move(to: clock.now.adding(days: Int64(days)))
        let runner = runner(without: Brief.sendingKind)
        try await runner.runDue(now: clock.now)
    }
}
