import Basics
import Database
import Engine
import Incasso
import Journal
import Klanten
import Synchronization
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Taken")
struct TaakTests {
    /// A house on the day that noor is to be called, with the taak of that.
    private static func called(_ db: Database) async throws -> (house: TestHouse, taak: Taak) {
        let house = try await TestHouse(db)
        try await house.take(.huur(.noor))
        try await house.move(days: 28)
        return (house, try #require(try await house.taken(of: .noor).first))
    }

    @Test(arguments: TestDatabase.all)
    func `who comes second is told who did the taak and when`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let (house, taak) = try await Self.called(db)
            let done = house.clock.now

            try await house.complete(taak, Antwoord.nietBereikt, door: .anja)
            house.clock.move(to: done.adding(minutes: 5))

            await #expect(throws: TaakRefusal.alreadyDone(by: "anja", at: done)) {
                try await house.complete(taak, Antwoord.geenAfspraak, door: .bart)
            }
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `of two at once one wins, and the process goes on once`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram), .huur(.mila))
            try await house.move(days: 28)
            for debiteur in Debiteur.allen {
                let taak = try #require(try await house.taken(of: debiteur).first)
                async let anja = house.attempt(taak, door: .anja)
                async let bart = house.attempt(taak, door: .bart)
                let outcomes = await [anja, bart]

                #expect(outcomes.filter { $0 == nil }.count == 1)
                let winner = outcomes[0] == nil ? "anja" : "bart"
                #expect(outcomes.compactMap(\.self) == [.alreadyDone(by: winner, at: house.clock.now)])
                let story = try await house.story(of: try await house.zaak(of: debiteur))
                #expect(story.filter { $0 == "taak_afgerond" }.count == 1)
            }
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `whatever changes in a taak raises its version, also what lists sort by`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let (house, taak) = try await Self.called(db)

            try await house.act { try $0.tx.taken.note(bedrag: .zero, for: taak.zaak) }

            #expect(try await house.taken(of: .noor).first?.versie == taak.versie + 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the next taak of a zaak stays with who did the one before, where it is for their group`(
        on kind: TestDatabase
    ) async throws {
        for (groups, stays) in [(["incasso", "klantenservice"], true), (["bezoekers"], false)] {
            try await kind.with { db in
                let (house, taak) = try await Self.called(db)
                var als = Bevoegdheid(groepen: groups, rechten: ["taak.doen"])
                if !stays { als.rechten.insert("taak.verdelen") }
                let call = Taak.Completion(
                    taak: taak.id, invoer: ["uitkomst": "regeling", "toelichting": "in delen"], door: .bart, als: als)

                try await house.act { try call.run(in: $0) }

                let next = try #require(try await house.taken(of: .noor).first)
                #expect(next.id != taak.id)
                #expect(next.behandelaar == (stays ? .bart : nil))
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who has a taak gives it back to the group; nobody does so for a colleague`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let (house, taak) = try await Self.called(db)
            try await house.act { try Taak.Taking(taak: taak.id, door: .anja, als: .onbegrensd).run(in: $0) }

            await #expect(throws: TaakRefusal.takenBy(.anja)) {
                try await house.act { try Taak.Return(taak: taak.id, door: .bart).run(in: $0) }
            }
            try await house.act { try Taak.Return(taak: taak.id, door: .anja).run(in: $0) }

            #expect(try await house.taken(of: .noor).first?.behandelaar == nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what a colleague has is taken over before it is done; who divides work may do it`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let (house, taak) = try await Self.called(db)
            let colleague = Bevoegdheid(groepen: ["incasso", "klantenservice"], rechten: ["taak.doen"])
            let lead = Bevoegdheid(groepen: ["incasso"], rechten: ["taak.doen", "taak.verdelen"])
            try await house.act { try Taak.Taking(taak: taak.id, door: .anja, als: colleague).run(in: $0) }
            func doing(als: Bevoegdheid) -> Taak.Completion {
                Taak.Completion(taak: taak.id, invoer: Antwoord.nietBereikt, door: .bart, als: als)
            }
            let (mine, asLead) = (doing(als: colleague), doing(als: lead))

            await #expect(throws: TaakRefusal.takenBy(.anja)) { try await house.act { try mine.run(in: $0) } }
            #expect(try await house.taken(of: .noor).first?.staat == .open)
            await #expect(throws: Undone.self) {
                try await house.act { act in
                    try asLead.run(in: act)
                    throw Undone()
                }
            }
            try await house.act {
                try Taak.Takeover(taak: taak.id, door: .bart, als: colleague, reden: "anja is ziek").run(in: $0)
            }
            try await house.act { try mine.run(in: $0) }
            #expect(try await house.taken(of: .noor).first?.id != taak.id)
        }
    }

    /// Undoes what an act did, once it was seen that it may be done.
    private struct Undone: Error {}

    @Test(arguments: TestDatabase.all)
    func `a taak that a colleague has taken cannot be taken, but can be given`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let (house, taak) = try await Self.called(db)
            try await house.act { try Taak.Taking(taak: taak.id, door: .anja, als: .onbegrensd).run(in: $0) }

            await #expect(throws: TaakRefusal.takenBy(.anja)) {
                try await house.act { try Taak.Taking(taak: taak.id, door: .bart, als: .onbegrensd).run(in: $0) }
            }
            try await house.act { try Taak.Assignment(taak: taak.id, aan: .bart).run(in: $0) }
            #expect(try await house.taken(of: .noor).first?.behandelaar == .bart)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a form that is not filled as asked is refused field by field, and nothing changes`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let (house, taak) = try await Self.called(db)

            await #expect(throws: TaakRefusal.invalid([FieldRefusal(field: "uitkomst", reason: .missing)])) {
                try await house.complete(taak, [:])
            }
            await #expect(throws: TaakRefusal.invalid([FieldRefusal(field: "beloofdOp", reason: .notADay)])) {
                try await house.complete(taak, ["uitkomst": "betaalt", "beloofdOp": "morgen"])
            }
            #expect(try await house.taken(of: .noor) == [taak])
        }
    }
}

extension TestHouse {
    /// What someone who tries is told; nothing when it worked.
    func attempt(_ taak: Taak, door: Medewerker) async -> TaakRefusal? {
        do {
            try await complete(taak, Antwoord.nietBereikt, door: door)
            return nil
        } catch let refusal as TaakRefusal {
            return refusal
        } catch {
            Issue.record("\(error)")
            return .unknownTaak
        }
    }
}
