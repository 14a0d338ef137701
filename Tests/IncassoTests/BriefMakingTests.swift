import Basics
import Incasso
import Jobs
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Making a letter, whoever asks for it")
struct BriefMakingTests {
    @Test(arguments: TestDatabase.all)
    func `one refusal says why there is no letter`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.mila))
            let (noor, mila) = (try await house.zaak(of: .noor), try await house.zaak(of: .mila))
            await #expect(throws: BriefRefusal.noWords) {
                try await house.make(
                    Brief.Making(zaak: noor.id, sjabloon: Brief.antwoord, woorden: .init(onderwerp: "Re", tekst: " ")))
            }
            try await house.pay(.euros(600), from: .noor)
            await #expect(throws: (any Error).self) {
                try await house.make(.init(zaak: noor.id, sjabloon: "aanmaning"))
            }
            let person = mila.partij
            try await house.act { act in
                try Toestand.Beginning(
                    partij: person, soort: .wsnp, begin: act.today, bewijs: "register", door: .anja
                ).run(in: act)
            }
            do {
                try await house.make(.init(zaak: mila.id, sjabloon: "aanmaning", isMetDeHand: true))
                Issue.record("a letter left against the law")
            } catch let refusal as BriefRefusal {
                #expect(refusal == .exception || refusal.code.hasPrefix("forbidden"))
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a letter by hand is made once while it waits; the drawing is not held up by it`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            house.clock.move(to: Moment(house.clock.today, hour: 22))
            let byHand = Brief.Making(zaak: zaak.id, sjabloon: "aanmaning", isMetDeHand: true)
            let made = try await house.make(byHand)
            #expect(made.waits && made.staat == .wacht)
            await #expect(throws: BriefRefusal.waits) { try await house.make(byHand) }
            #expect(try await house.make(.init(zaak: zaak.id, sjabloon: "aanmaning")).id != made.id)
            let answer = Brief.Making(
                zaak: zaak.id, sjabloon: Brief.antwoord, isMetDeHand: true,
                woorden: .init(onderwerp: "Re: vraag", tekst: "Dat klopt."))
            let (first, second) = (try await house.make(answer), try await house.make(answer))
            #expect(first.id != second.id)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a letter whose turn comes on a day without contact waits for the next`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let (house, recht) = (try await TestHouse(db), try ShippedContent.shared.get().recht)
            let zaak = try await house.zaak(with: .huur(.noor))
            let letter = try await house.make(Brief.Making(zaak: zaak.id, sjabloon: "aanmaning"))
            var late = house.clock.now
            while recht.contact.refusal(at: late, after: []) == nil { late = late.adding(days: 1) }
            house.clock.move(to: late)
            try await house.runner().runDue(now: late)
            let job = try #require(try await house.read { try $0.jobs.find(key: letter.sendingKey) })
            #expect(try await house.read { try $0.brieven.find(letter.id)?.verzonden } == nil)
            #expect(job.due == recht.contact.nextMoment(from: late))
            #expect(try await house.story(of: zaak).contains("brief_uitgesteld"))
            try await house.move(to: job.due)
            #expect(try await house.read { try $0.brieven.find(letter.id)?.verzonden } != nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a 14-day letter that leaves late gets the term of its new day, and no costs come before it left`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let (house, recht) = (try await TestHouse(db), try ShippedContent.shared.get().recht)
            let zaak = try await house.zaak(with: .huur(.noor))
            let letter = try await house.make(Brief.Making(zaak: zaak.id, sjabloon: Brief.veertiendagenbrief))
            var late = house.clock.now.adding(days: 40)
            while recht.contact.refusal(at: late, after: []) != nil { late = late.adding(days: 1) }
            house.clock.move(to: late)
            #expect(try await house.serve("incasso.kosten", on: zaak) == "later \(late.day + 1)")
            for _ in 1...2 { try await house.runner().runDue(now: late) }
            let sent = try #require(try await house.read { try $0.brieven.find(letter.id) })
            #expect(sent.verzonden?.day == late.day)
            let (before, after) = (try #require(letter.termijnEinde), try #require(sent.termijnEinde))
            #expect(before < late.day && after - late.day >= 15)
            #expect(try await house.read { try $0.documenten.find(sent.document)?.versie.nummer } == 2)
            let from = try #require(sent.kostenVanaf)
            #expect(from == after + 1)
            #expect(try await house.serve("incasso.kosten", on: zaak) == "later \(from)")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `where a letter is stands in its own column, and its proof is proof alone`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            house.clock.move(to: Moment(house.clock.today, hour: 22))
            let (one, two) = (
                try await house.make(.init(zaak: zaak.id, sjabloon: "aanmaning")),
                try await house.make(.init(zaak: zaak.id, sjabloon: "aanmaning"))
            )
            try await house.act { act in
                try act.tx.brieven.sent(one.id, proof: "outbox een.pdf", isLaidDown: true, at: act.now)
                try act.tx.brieven.sent(two.id, proof: "outbox of the server", at: act.now)
            }
            let found = try await house.read { tx in try [one, two].map { try tx.brieven.find($0.id)?.staat } }
            #expect(found == [.klaargelegd, .verzonden])
            let how = try await house.read { try $0.brieven.deliveries(of: zaak.id) }
            guard case .klaargelegd = how[one.document], case .verzonden = how[two.document] else {
                Issue.record("\(how)")
                return
            }
        }
    }
}

extension TestHouse {
    @discardableResult
    fileprivate func make(_ letter: Brief.Making) async throws -> Brief { try await act { try letter.run(in: $0) } }
}
