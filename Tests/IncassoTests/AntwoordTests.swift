import Basics
import Database
import Incasso
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("What people answer begins and ends states in the one table")
struct AntwoordTests {
    @Test(arguments: TestDatabase.all)
    func `an exception that someone records in A.4.1 stands in the one table, for all zaken of the person`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.needingHelp()
            let ruling = house.clock.today - 40
            try await house.doe("A.4.1", of: .noor, Antwoord.inWsnp(sinds: ruling))
            let state = try #require(try await house.read { try $0.toestanden.all(of: zaak.partij).first })
            #expect(state.soort == .wsnp && state.begin == ruling && state.bewijs == "insolventieregister")
            #expect(try await house.ask("aanmaning", on: zaak).contains("Fw 299"))

            // Looked at again it is not recorded twice; over, it ends and the zaak goes on.
            try await house.move(days: 31)
            try await house.doe("A.4.1", of: .noor, Antwoord.inWsnp(sinds: ruling))
            #expect(try await house.read { try $0.toestanden.all(of: zaak.partij).count } == 1)
            try await house.move(days: 31)
            var over = Antwoord.inWsnp(sinds: ruling)
            over["uitkomst"] = "hervatten"
            try await house.doe("A.4.1", of: .noor, over)
            #expect(try await house.read { try $0.toestanden.find(state.id)?.opgeheven } == house.clock.today)
            #expect(try await house.zaak(of: .noor).status == "minnelijk")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a decision on one state leaves another as it was`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let (sooner, later) = (house.clock.today + 10, house.clock.today + 12)
            let first = try await house.begin(.wsnp, of: zaak.partij, until: sooner)
            let second = try await house.begin(.faillissement, of: zaak.partij, until: later)
            try await house.move(days: 14)
            let asked = try await house.taken(of: .noor).filter { $0.stap == "toestand_einde" }
            #expect(Set(asked.map { String($0.waarom.prefix { $0 != "," }) }) == ["wsnp", "faillissement"])
            let taak = try #require(asked.first { $0.waarom.hasPrefix("faillissement") })

            try await house.complete(taak, ["uitkomst": "voorbij", "toelichting": "Opgeheven."])

            #expect(try await house.read { try $0.toestanden.find(second.id)?.opgeheven } == house.clock.today)
            #expect(try await house.read { try $0.toestanden.find(first.id)?.opgeheven } == nil)
        }
    }

    @Test(arguments: TestDatabase.all, [(SpecialStateKind.bewind, "bewind"), (.moratoriumSmal, "moratorium-smal")])
    func `who is protected stays so when the zaak goes on`(
        on database: TestDatabase, _ state: (kind: SpecialStateKind, word: String)
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.move(days: 28)
            try await house.doe("A.2.2", of: .noor, ["uitkomst": "hulp", "toelichting": "Vraagt hulp."])
            let held = try await house.begin(state.kind, of: zaak.partij)
            try await house.doe(
                "A.4.1", of: .noor,
                [
                    "soort": state.word, "sinds": "\(house.clock.today)", "uitkomst": "hervatten",
                    "toelichting": "Hulp is gestopt.",
                ])
            #expect(try await house.read { try $0.toestanden.find(held.id)?.opgeheven } == nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak does not go on past a state that forbids both letters and calls`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.begin(.msnp, of: zaak.partij)
            let goOn = ["soort": "hulp", "uitkomst": "hervatten", "toelichting": "Hulp is gestopt."]
            await #expect(throws: ToestandRefusal.self) { try await house.doe("A.4.1", of: .noor, goOn) }
            await #expect(throws: ToestandRefusal.self) {
                try await house.doe("A.4.1", of: .noor, goOn.merging(["uitkomst": "regeling"]) { $1 })
            }
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.4.1"])
            #expect(try await house.zaak(of: .noor).status == "uitzondering")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who disputes in a call is left alone until someone answered`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.move(days: 28)
            try await house.doe(
                "A.2.2", of: .noor, ["uitkomst": "betwist", "oorzaak": "fout", "toelichting": "Dubbel."])
            for service in ["incasso.kosten", "signaal.gemeente"] {
                #expect(try await house.serve(service, on: zaak).contains("betwisting"), "\(service)")
            }
            #expect(try await house.ask("aanmaning", on: zaak).contains("Bki art. 4.1"))
            try await house.doe(
                "A.4.1", of: .noor,
                ["soort": "betwist", "uitkomst": "hervatten", "toelichting": "Nagekeken en uitgelegd."])
            #expect(try await house.zaak(of: .noor).status == "minnelijk")
            #expect(try await house.ask("aanmaning", on: zaak) == "done")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a dispute lasts until an arrangement is agreed, not until one is chosen`(on database: TestDatabase)
        async throws
    {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.disputed()
            let choose = ["soort": "betwist", "uitkomst": "regeling", "toelichting": "Wil toch in delen."]
            try await house.doe("A.4.1", of: .noor, choose)
            #expect(try await house.serve("incasso.kosten", on: zaak).contains("betwisting"))

            // No arrangement comes of it: the zaak stands still again, no letter is tried.
            try await house.spreekAf(met: .noor)
            try await house.doe(
                "A.3.2", of: .noor,
                [
                    "uitkomst": "geen_regeling", "andereSchulden": "nee", "hulpAangeboden": "ja",
                    "toelichting": "Ziet er toch van af.",
                ])
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.4.1"])
            #expect(try await house.zaak(of: .noor).status == "uitzondering")
            #expect(try await house.held(by: zaak) == [.betwisting])

            try await house.doe("A.4.1", of: .noor, choose)
            try await house.spreekAf(met: .noor)
            try await house.doe("A.3.2", of: .noor, Antwoord.regeling(.euros(100), vanaf: house.clock.today + 10))
            #expect(try await house.read { try $0.regelingen.running(for: zaak.id) } != nil)
            #expect(try await house.held(by: zaak) == [])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a night asks anew what an older answer left open: a state past its end, and a zaak that waits for none`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.needingHelp()
            try await house.doe("A.4.1", of: .noor, Antwoord.inWsnp(sinds: house.clock.today - 40))
            // As an older version left it: the answer on the form, and nothing in the table.
            try await house.act { try $0.tx.run("DELETE FROM toestanden WHERE partij_id = \(zaak.partij)") }
            #expect(try await house.taken(of: .noor) == [])
            try await house.night()
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.4.1"])

            // As an older version left it: asked at its end, answered with a remark, and nothing decided.
            let state = try await house.begin(.wsnp, of: zaak.partij, until: house.clock.today + 3)
            try await house.move(days: 5)
            let asked = try #require(try await house.taken(of: .noor).first { $0.stap == "toestand_einde" })
            try await house.act { act in
                try act.tx.taken.complete(asked, by: "anja", outcome: ["toelichting": "Nog niet bekend."], at: act.now)
            }
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.4.1"])
            try await house.night()
            try await house.move(days: 1)
            #expect(try await house.taken(of: .noor).map(\.stap).contains("toestand_einde"))
            #expect(try await house.read { try $0.toestanden.find(state.id)?.opgeheven } == nil)
            let before = try await house.taken(of: .noor).count
            try await house.night()
            try await house.move(days: 1)
            #expect(try await house.taken(of: .noor).count == before)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who handles it, named in A.4.1, is whom the letters go to`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.move(days: 28)
            try await house.doe("A.2.2", of: .noor, ["uitkomst": "hulp", "toelichting": "Heeft een bewindvoerder."])
            var answer = Antwoord.inWsnp(sinds: house.clock.today - 40)
            answer["soort"] = "bewind"
            answer["contactpersoon"] = "Bewind Voorbeeld"
            try await house.doe("A.4.1", of: .noor, answer)
            #expect(
                try await house.read { try $0.toestanden.all(of: zaak.partij).first?.aan?.naam } == "Bewind Voorbeeld")

            // Looked at again the address is added; naming the same person without it takes nothing away.
            answer.merge(["contactRegel": "Kade 1", "contactPostcode": "1234 AA", "contactPlaats": "Zonnedorp"]) { $1 }
            for _ in 1...2 {
                try await house.move(days: 31)
                try await house.doe("A.4.1", of: .noor, answer)
                answer["contactRegel"] = ""
            }
            let state = try #require(try await house.read { try $0.toestanden.all(of: zaak.partij).first })
            #expect(state.aan?.adres?.regel == "Kade 1" && state.aan?.adres?.plaats == "Zonnedorp")
            #expect(try await house.read { try $0.toestanden.all(of: zaak.partij).count } == 1)
        }
    }

    @Test(arguments: ["uitzondering", "toestand_einde"])
    func `who may not change what is known of a person ends no state`(form: String) async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let state = try await house.begin(.wsnp, of: zaak.partij, until: house.clock.today + 1)
            try await house.move(days: 3)
            let taak = try #require(try await house.taken(of: .noor).first { $0.formulier == form })
            let als = Bevoegdheid(groepen: taak.groepen.names, rechten: ["taak.doen", "zaak.bijwerken"])
            let answer = [
                "soort": "wsnp", "uitkomst": form == "uitzondering" ? "hervatten" : "voorbij", "toelichting": "x",
            ]
            await #expect(throws: TaakRefusal.rightMissing("klant.bijwerken")) {
                try await house.act {
                    try Taak.Completion(taak: taak.id, invoer: answer, door: .bart, als: als).run(in: $0)
                }
            }
            #expect(try await house.read { try $0.toestanden.find(state.id)?.opgeheven } == nil)
        }
    }
}

extension Antwoord {
    /// Waiting, because of a statutory debt settlement.
    fileprivate static func inWsnp(sinds day: Day) -> [String: String] {
        [
            "soort": "wsnp", "sinds": "\(day)", "bewijs": "insolventieregister", "uitkomst": "wachten",
            "wachttijd": "P30D", "toelichting": "Vordering ingediend.",
        ]
    }
}

extension TestHouse {
    /// A zaak whose customer said in a call to be in a debt settlement.
    fileprivate func needingHelp() async throws -> Zaak {
        try await take(.huur(.noor))
        try await move(days: 28)
        try await doe("A.2.2", of: .noor, ["uitkomst": "hulp", "toelichting": "Zegt in de WSNP te zitten."])
        return try await zaak(of: .noor)
    }

    /// A zaak whose customer said in a call that it is not right.
    fileprivate func disputed() async throws -> Zaak {
        try await take(.huur(.noor))
        try await move(days: 28)
        try await doe("A.2.2", of: .noor, ["uitkomst": "betwist", "oorzaak": "fout", "toelichting": "Dubbel."])
        return try await zaak(of: .noor)
    }

    /// The states that hold for the person of a zaak.
    fileprivate func held(by zaak: Zaak) async throws -> [SpecialStateKind] {
        try await read { try $0.toestanden.all(of: zaak.partij).filter { $0.opgeheven == nil }.map(\.soort) }
    }

    fileprivate func night() async throws {
        try await Nachtloop(office: office, recht: try ShippedContent.shared.get().recht).run(on: clock.today)
    }
}
