import Basics
import Incasso
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
            try await house.take(.huur(.noor))
            let zaak = try await house.zaak(of: .noor)
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
    func `where a letter is stands in its own column, and its proof is proof alone`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let zaak = try await house.zaak(of: .noor)
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
