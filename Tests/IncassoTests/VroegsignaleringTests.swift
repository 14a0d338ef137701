import Basics
import Database
import Exchange
import Incasso
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Early warning: the four steps, the gate and the signal")
struct VroegsignaleringTests {
    static let gemeente = Gemeente.metDeHand

    @Test(arguments: TestDatabase.all)
    func `an objection after the municipality was told asks a person to tell it of that, once`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            for proof in ["mail van de klant", "nog een mail"] {
                try await house.act { act in
                    try Signaalbewijs.Adding(
                        zaak: zaak.id, soort: .bezwaar, dag: act.today, bewijs: proof, door: .anja
                    ).run(in: act)
                }
            }
            let asked = try await house.taken(of: .noor).filter { $0.stap == "bezwaar_melden" }
            #expect(asked.map(\.uiterlijk) == [house.clock.today + 1])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `letters that left and calls that were made prove the steps by themselves`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let before = try await house.voorwerk(of: .noor)
            #expect(before.evidence.reminded == nil || before.stukken(.herinnering).allSatisfy { $0.document != nil })
            try await house.move(days: 28)
            try await house.doe("A.2.2", of: .noor, Antwoord.nietBereikt)
            let found = try await house.voorwerk(of: .noor)
            #expect(found.evidence.reminded != nil)
            #expect(found.evidence.offered != nil)
            #expect(found.evidence.helpPointedOut != nil)
            #expect(found.evidence.attempts.map(\.channel) == ["telefoon"])
            #expect(found.evidence.attempts.map(\.part) == [.middag])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the handover is refused while something is missing, with the article, and opens when all is there`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let refused = try await house.serve("overdracht.dossier", on: zaak)
            #expect(refused.hasPrefix("gate overdracht") && refused.contains("contact (Bgs art. 2 a)"), "\(refused)")
            #expect(refused.contains("veertiendagenbrief (BW 6:96 lid 6)"))
            try await house.walkToHandover(.noor)
            let poort = try await house.poort(.overdracht, of: .noor)
            #expect(poort.ontbrekend.map(\.punt) == [.signaal])
            await #expect(throws: PoortRefusal.self) { try await house.doe("A.2.5", of: .noor, Voordracht.goed) }
            #expect(try await house.taken(of: .noor).contains { $0.stap == "A.2.5" })
            try await house.doe("signaal_afleveren", of: .noor, Voordracht.afgeleverd(house))
            try await house.doe("A.2.5", of: .noor, Voordracht.goed)
            #expect(try await house.taken(of: .noor).map(\.stap) == ["overdracht-akkoord"])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the signal is a file of the exchange model, with the name and address taken apart`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.walkToHandover(.noor)
            let zaak = try await house.zaak(of: .noor)
            let file = try await house.read { tx -> JSON in
                let signal = try #require(try tx.signalen.all(of: zaak.id).first)
                let document = try #require(try tx.documenten.find(signal.document))
                return try JSON(parsing: try #require(try tx.documenten.content(of: document.versie)))
            }
            let signal = file["leveringen"][0]["vroegsignalen"][0]
            #expect(file["leveringen"][0]["gemeentecode"].text == "9999")
            #expect(signal["signaalpartner"]["type"].text == "Huur")
            #expect(signal["bedrag"].integer == 600)
            #expect(signal["client"]["Achternaam"].text == "Zandoog")
            #expect(signal["client"]["Straatnaam"].text == "Beukenlaan")
            #expect(signal["client"]["Huisnummer"].text == "12")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an objection is respected: no signal, recorded, and no step that is missing`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.act { act in
                try act.tx.gemeenten.put(VroegsignaleringTests.gemeente)
                try Signaalbewijs.Adding(
                    zaak: zaak.id, soort: .bezwaar, dag: act.today, bewijs: "mail van de klant", door: .anja
                ).run(in: act)
            }
            #expect(try await house.serve("signaal.gemeente", on: zaak) == "done")
            #expect(try await house.read { try $0.signalen.all(of: zaak.id) } == [])
            #expect(try await house.story(of: zaak).contains("signaal_niet_gegeven"))
            let line = try await house.poort(.overdracht, of: .noor).regels.first { $0.punt == .signaal }
            #expect(line?.staat == .nietNodig("bezwaar"))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `proof that someone adds counts, and taken back it counts no more`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let added = try await house.act { act in
                try Signaalbewijs.Adding(
                    zaak: zaak.id, soort: .contact, dag: act.today, kanaal: "balie", dagdeel: .ochtend, bereikt: true,
                    bewijs: "aan de balie gesproken", door: .anja
                ).run(in: act)
            }
            #expect(!(try await house.poort(.signaal, of: .noor)).ontbrekend.map(\.punt).contains(.contact))
            try await house.act { try Signaalbewijs.Withdrawal(bewijs: added.id, reden: "andere klant").run(in: $0) }
            #expect(try await house.poort(.signaal, of: .noor).ontbrekend.map(\.punt).contains(.contact))
            await #expect(throws: SignaalRefusal.proofMissing) {
                try await house.act { act in
                    _ = try Signaalbewijs.Adding(
                        zaak: zaak.id, soort: .schuldhulp, dag: act.today, bewijs: " ", door: .anja
                    ).run(in: act)
                }
            }
        }
    }

    @Test(arguments: TestDatabase.all, [(201, "bevestigd", 0), (422, "geweigerd", 1)])
    func `the answer of the municipality is kept, and a refusal asks a person`(
        on database: TestDatabase, _ answer: (code: Int, state: String, taken: Int)
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let calling = Gemeente(code: "9999", naam: "Zonnedorp", plaatsen: ["Zonnedorp"], adres: "https://x.example")
            try await house.take(.huur(.noor))
            try await house.walkToHandover(.noor, gemeente: calling)
            let zaak = try await house.zaak(of: .noor)
            let signal = try #require(try await house.read { try $0.signalen.all(of: zaak.id).first })
            #expect(signal.taak == nil && signal.staat == .klaar)
            #expect(try await house.poort(.overdracht, of: .noor).ontbrekend.map(\.punt) == [.signaal])
            try await house.act { try Signaal.Answer(signaal: signal.id, code: answer.code, tekst: "{}").run(in: $0) }
            #expect(try await house.read { try $0.signalen.find(signal.id)?.staat.rawValue } == answer.state)
            let asked = try await house.taken(of: .noor).count { $0.stap == "signaal_afleveren" }
            #expect(asked == answer.taken)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a town without a municipality is a mishap that names what to do`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.prove(zaak)
            try await house.act { try $0.tx.gemeenten.put(Gemeente(code: "9999", naam: "Elders", plaatsen: [])) }
            #expect(try await house.serve("signaal.gemeente", on: zaak) == "municipality-unknown")
        }
    }
}

extension TestHouse {
    func voorwerk(of debiteur: Debiteur) async throws -> Voorwerk {
        let (zaak, recht) = (try await zaak(of: debiteur), try ShippedContent.shared.get().recht)
        return try await act { try $0.voorwerk(of: zaak, recht: recht) }
    }

    func poort(_ handeling: CollectionAct, of debiteur: Debiteur) async throws -> Poort {
        let (zaak, recht) = (try await zaak(of: debiteur), try ShippedContent.shared.get().recht)
        return try await act { try $0.poort(handeling, on: zaak, recht: recht) }
    }
}
