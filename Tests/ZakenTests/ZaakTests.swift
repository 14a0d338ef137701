import Basics
import Engine
import Incasso
import Jobs
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Closing, reopening, deviating")
struct ZaakTests {
    @Test(arguments: TestDatabase.all)
    func `a zaak that was closed by a person opens again with its taken`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let (zaak, taak) = try await house.waiting(.noor)

            try await house.act {
                try Zaak.Closure(zaak: zaak.id, resultaat: "ingetrokken", reden: "fout van ons").run(in: $0)
            }
            let closed = try await house.zaak(zaak)
            #expect([closed.status, closed.resultaat] == ["afgehandeld", "ingetrokken"])
            #expect(closed.afgesloten == house.clock.today)
            #expect(try await house.taken(of: .noor).isEmpty)
            await #expect(throws: ZaakRefusal.alreadyClosed) { try await house.complete(taak, Antwoord.nietBereikt) }

            try await house.act { try Zaak.Reopening(zaak: zaak.id, reden: "toch niet").run(in: $0) }
            #expect(try await house.zaak(zaak).isOpen)
            #expect(try await house.zaak(zaak).resultaat == nil)
            #expect(try await house.zaak(zaak).status == zaak.status)
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.2.2"])
            try await house.doe("A.2.2", of: .noor, Antwoord.nietBereikt)
            try await house.move(days: 2)
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.2.2"])
            #expect(house.mishaps.all == [])
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `its clocks stand again as well`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let due = try await house.timers(of: zaak).map(\.due)
            #expect(due.count == 1)

            try await house.act {
                try Zaak.Closure(zaak: zaak.id, resultaat: "ingetrokken", reden: "vergissing").run(in: $0)
            }
            #expect(try await house.timers(of: zaak).isEmpty)
            try await house.move(days: 3)
            try await house.act { try Zaak.Reopening(zaak: zaak.id, reden: "vergissing").run(in: $0) }

            #expect(try await house.timers(of: zaak).map(\.due) == due)
            try await house.move(days: 14)
            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == ["herinnering", "aanmaning"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak that closed by itself opens again where it stood`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            try await house.pay(.euros(600), from: .noor)
            let zaak = try await house.zaak(of: .noor)
            #expect(!zaak.isOpen)

            try await house.act { try Zaak.Reopening(zaak: zaak.id, reden: "betaling gestorneerd").run(in: $0) }

            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.2.2"])
            #expect(try await house.zaak(zaak).resultaat == nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `closing and reopening are refused without a reason, with an unknown result, or twice`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            func close(_ result: String, _ reason: String) async throws {
                try await house.act { try Zaak.Closure(zaak: zaak.id, resultaat: result, reden: reason).run(in: $0) }
            }

            await #expect(throws: ZaakRefusal.reasonMissing) { try await close("ingetrokken", "") }
            await #expect(throws: ZaakRefusal.unknownResultaat("weg")) { try await close("weg", "x") }
            await #expect(throws: ZaakRefusal.notClosed) {
                try await house.act { try Zaak.Reopening(zaak: zaak.id, reden: "x").run(in: $0) }
            }
            try await close("onterecht", "dubbel")
            await #expect(throws: ZaakRefusal.alreadyClosed) { try await close("onterecht", "dubbel") }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a deviation goes to another step and stays in the record with its reason`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let (zaak, taak) = try await house.waiting(.noor)

            await #expect(throws: ZaakRefusal.reasonMissing) { try await house.wijkAf(taak, naar: "A.2.3", reden: "") }
            try await house.wijkAf(taak, naar: "A.2.3", reden: "Neemt nooit op, woont om de hoek.")

            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.2.3"])
            #expect(try await house.read { try $0.taken.find(taak.id)?.staat } == .ingetrokken)
            let kept = try #require(try await house.read { try $0.afwijkingen.all(of: zaak.id).first })
            #expect([kept.vanStap, kept.naarStap, kept.door] == ["A.2.2", "A.2.3", "anja"])
            #expect(kept.reden == "Neemt nooit op, woont om de hoek.")
            #expect(try await house.story(of: zaak).contains("afgeweken"))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a colleague’s taak is taken over with a reason before one deviates with it`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let (zaak, taak) = try await house.waiting(.noor)
            let casemanager = Bevoegdheid(groepen: ["incasso", "klantenservice"], rechten: ["taak.doen"])
            let deviation = Zaak.Deviation(
                taak: taak.id, naarStap: "A.2.3", reden: "Woont om de hoek.", door: .bart, als: casemanager)
            try await house.act { try Taak.Taking(taak: taak.id, door: .anja, als: casemanager).run(in: $0) }

            await #expect(throws: TaakRefusal.takenBy(.anja)) { try await house.act { try deviation.run(in: $0) } }
            #expect(try await house.taken(of: .noor).map(\.id) == [taak.id])
            #expect(try await house.read { try $0.afwijkingen.all(of: zaak.id).isEmpty })

            try await house.act {
                try Taak.Takeover(taak: taak.id, door: .bart, als: casemanager, reden: "anja is ziek").run(in: $0)
            }
            try await house.act { try deviation.run(in: $0) }
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.2.3"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a deviation to a step that is not there changes nothing`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let (zaak, taak) = try await house.waiting(.noor)

            await #expect(throws: EngineRefusal.self) { try await house.wijkAf(taak, naar: "Z.9", reden: "omdat") }

            #expect(try await house.taken(of: .noor) == [taak])
            #expect(try await house.read { try $0.afwijkingen.all(of: zaak.id).isEmpty })
        }
    }
}

extension TestHouse {
    func waiting(_ debiteur: Debiteur) async throws -> (Zaak, Taak) {
        guard let taak = try await taken(of: debiteur).first else { throw TaakRefusal.unknownTaak }
        return (try await zaak(of: debiteur), taak)
    }

    func wijkAf(_ taak: Taak, naar stap: String, reden: String, als: Bevoegdheid = .onbegrensd) async throws {
        try await act {
            try Zaak.Deviation(taak: taak.id, naarStap: stap, reden: reden, door: .anja, als: als).run(in: $0)
        }
    }
}
