import Basics
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("What a person tells the process")
struct MeldingTests {
    @Test(arguments: TestDatabase.all)
    func `a customer who asks for an arrangement stops the reminders and gets a taak`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))

            try await house.meld("RegelingVerzocht", over: zaak, "Klant belde: kan pas na vakantiegeld betalen.")

            #expect(try await house.taken(of: .noor).allSatisfy { $0.stap.hasPrefix("A.3") })
            #expect(try await house.story(of: zaak).contains("gemeld"))
            let letters = try await house.brieven(to: .noor).count
            try await house.move(days: 40)
            #expect(try await house.brieven(to: .noor).count == letters)
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an exception stops collection until a person looks`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))

            try await house.meld("UitzonderingGemeld", over: zaak, "Bewindvoerder schreef.")

            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.4.1"])
            #expect(try await house.zaak(zaak).status == "uitzondering")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak that the creditor withdraws closes as withdrawn`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let zaak = try await house.zaak(of: .noor)

            try await house.meld("ZaakIngetrokken", over: zaak, "Verkeerde huurder.")

            let closed = try await house.zaak(zaak)
            #expect(closed.resultaat == "ingetrokken")
            #expect(try await house.taken(of: .noor).isEmpty)
            #expect(try await house.timers(of: closed).isEmpty)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what nobody waits for, without a reason, or while the zaak stands still, is refused and changes nothing`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let story = try await house.story(of: zaak)

            await #expect(throws: ZaakRefusal.reasonMissing) {
                try await house.meld("RegelingVerzocht", over: zaak, " ")
            }
            await #expect(throws: ZaakRefusal.notAwaited("VorderingVoldaan")) {
                try await house.meld("VorderingVoldaan", over: zaak, "niet aan een mens")
            }
            #expect(try await house.story(of: zaak) == story)

            try await house.act {
                try Zaak.Suspension(zaak: zaak.id, bekijkOp: house.clock.today + 60, reden: "wacht op antwoord").run(
                    in: $0)
            }
            await #expect(throws: ZaakRefusal.standsStill) { try await house.meld("RegelingVerzocht", over: zaak, "x") }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a taak for two groups is in the list of each, once`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.meld("RegelingVerzocht", over: zaak, "Belde.")
            let taak = try #require(try await house.taken(of: .noor).first)
            #expect(taak.groepen.names == ["incasso", "klantenservice"])

            for groups in [["incasso"], ["klantenservice"], ["incasso", "klantenservice"]] {
                let found = try await house.read {
                    try Werkvoorraad(van: .groepen(groups)).lines(in: $0).map(\.taak.id)
                }
                #expect(found == [taak.id], "\(groups)")
            }
            #expect(try await house.read { try Werkvoorraad(van: .groepen(["teamleider"])).lines(in: $0).isEmpty })
            #expect(try await house.read { try Werkvoorraad(van: .niemand(["incas"])).lines(in: $0).isEmpty })
        }
    }
}

extension TestHouse {
    fileprivate func meld(_ bericht: String, over zaak: Zaak, _ reden: String) async throws {
        try await act { try Zaak.Melding(zaak: zaak.id, bericht: bericht, reden: reden).run(in: $0) }
    }
}
