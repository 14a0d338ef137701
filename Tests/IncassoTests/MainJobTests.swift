import Basics
import Exchange
import Incasso
import Jobs
import Journal
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("The main job, end to end")
struct MainJobTests {
    @Test(arguments: TestDatabase.all)
    func `open items become a zaak that closes by itself when all is paid`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let lines = [Post.huur(.noor, maand: 1), .huur(.noor, maand: 2), .huur(.bram)].map(\.line)
            let report = try await house.importPosten(postenbestand(lines))
            #expect(report.staat == .klaar)
            #expect([report.gelezen, report.nieuw, report.bekend, report.afgewezen] == [3, 3, 0, 0])

            try await house.settle()
            let zaak = try await house.zaak(of: .noor)
            #expect(zaak.nummer == "ZAAK-2026-000001")
            #expect(zaak.bedrag == .euros(1_200))
            #expect(zaak.status == "minnelijk")
            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == ["herinnering"])

            try await house.move(days: 14)
            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == ["herinnering", "aanmaning"])
            try await house.move(days: 14)
            let taak = try #require(try await house.taken(of: .noor).first)
            #expect(
                [taak.stap, taak.groepen.names.joined(separator: "+"), taak.formulier] == [
                    "A.2.2", "incasso+klantenservice", "belronde",
                ])

            try await house.act { try Taak.Taking(taak: taak.id, door: .anja, als: .onbegrensd).run(in: $0) }
            try await house.complete(taak, Antwoord.wilRegeling)
            try await house.maakRegeling(.euros(400), met: .noor)
            #expect(try await house.brieven(to: .noor).last?.sjabloon == "regeling_bevestigd")
            #expect(try await house.zaak(of: .noor).status == "regeling")

            let kenmerk = try await house.kenmerk(of: .noor)
            try await house.importAfschrift([Overboeking(van: .noor, .euros(400), "Huur \(kenmerk)", ref: "R1")])
            let regeling = try await house.read { try $0.regelingen.running(for: zaak.id) }
            #expect(regeling?.termijnen.map(\.open) == [.zero, .euros(400), .euros(400)])
            #expect(try await house.zaak(of: .noor).bedrag == .euros(800))

            try await house.move(days: 1)
            try await house.importAfschrift([Overboeking(van: .noor, .euros(800), "", ref: "R2")])
            let closed = try await house.zaak(of: .noor)
            #expect(closed.afgesloten == house.clock.today)
            #expect([closed.status, closed.resultaat] == ["afgehandeld", "voldaan"])
            #expect(try await house.brieven(to: .noor).last?.sjabloon == "betaling_ontvangen")
            #expect(try await house.taken(of: .noor).isEmpty)
            #expect(try await house.timers(of: closed).isEmpty)
            #expect(try await house.zaak(of: .bram).isOpen)
            #expect(try await house.flaws() == [])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who pays all while a taak waits is called by nobody`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let taak = try #require(try await house.taken(of: .noor).first)

            try await house.pay(.euros(600), from: .noor)

            #expect(try await house.zaak(of: .noor).resultaat == "voldaan")
            #expect(try await house.read { try $0.taken.find(taak.id)?.staat } == .ingetrokken)
            await #expect(throws: ZaakRefusal.alreadyClosed) { try await house.complete(taak, Antwoord.geenAfspraak) }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an arrangement that is kept closes nothing while later rent is open`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.wilRegeling(.noor)
            try await house.maakRegeling(.euros(300), met: .noor)
            try await house.take(.huur(.noor, maand: 3, euros: 500))

            try await house.pay(.euros(600), from: .noor, kenmerk: try await house.kenmerk(of: .noor))

            let zaak = try await house.zaak(of: .noor)
            #expect(zaak.isOpen)
            #expect(zaak.bedrag == .euros(500))
            #expect(try await house.read { try $0.regelingen.all(of: zaak.id).map(\.staat) } == [.voldaan])
            try await house.pay(.euros(500), from: .noor)
            #expect(try await house.zaak(of: .noor).resultaat == "voldaan")
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who pays before the first letter gets none`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.act { act in
                _ = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: Post.huur(.noor).item).run(in: act)
            }

            try await house.pay(.euros(600), from: .noor)
            try await house.move(days: 60)

            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == [])
            let zaak = try await house.zaak(of: .noor)
            #expect([zaak.status, zaak.resultaat] == ["afgehandeld", "voldaan"])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `each letter is a document, leaves once and by the way the person chose`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram))

            let paper = try #require(try await house.brieven(to: .noor).first)
            let mail = try #require(try await house.brieven(to: .bram).first)
            #expect(paper.kanaal == .brief)
            #expect(mail.kanaal == .email)
            #expect(mail.aan == Debiteur.bram.email)
            for brief in [paper, mail] {
                #expect(brief.verzonden != nil)
                let html = try await house.text(of: brief)
                #expect(html.contains("600,00"))
                #expect(html.contains("Woonstichting Zonnedorp"))
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the record tells who did what, in chains that hold`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            try await house.doe("A.2.2", of: .noor, Antwoord.nietBereikt)

            let entries = try await house.entries(of: try await house.zaak(of: .noor))
            #expect(entries.first?.kind == "zaak_geopend")
            #expect(entries.map(\.number) == (1...Int64(entries.count)).map(\.self))
            let told = Set(entries.map(\.kind))
            for kind in [
                "geboekt", "status_gezet", "stap_begonnen", "brief_opgemaakt", "taak_ontstaan", "taak_afgerond",
            ] {
                #expect(told.contains(kind), "\(kind) is not in the record")
            }
            #expect(entries.filter { $0.kind == "brief_opgemaakt" }.allSatisfy { $0.actor == .system("proces") })
            #expect(try await house.flaws() == [])
        }
    }
}

extension TestHouse {
    @discardableResult
    func importPosten(_ text: String) async throws -> Importverslag {
        try await Postenimport(office: office, schuldeiser: Zonnedorp.code)
            .run(ImportFile(text), named: "posten.csv", by: "anja")
    }

    @discardableResult
    func importAfschrift(_ entries: [Overboeking]) async throws -> Importverslag {
        try await Afschriftimport(office: office).run(
            ImportFile(afschrift(entries)), named: "afschrift.xml", by: "anja")
    }

    /// From a claim to the call in which its debtor wants an arrangement.
    func wilRegeling(_ debiteur: Debiteur) async throws {
        try await take(.huur(debiteur))
        try await move(days: 28)
        try await doe("A.2.2", of: debiteur, Antwoord.wilRegeling)
    }

    /// The talk about an arrangement is planned for today.
    func spreekAf(met debiteur: Debiteur) async throws {
        try await doe("A.3.1", of: debiteur, Antwoord.afspraak(op: clock.today))
    }

    /// From a claim to the form in which its arrangement is agreed.
    func bespreekRegeling(met debiteur: Debiteur) async throws {
        try await wilRegeling(debiteur)
        try await spreekAf(met: debiteur)
    }

    /// From the wish for an arrangement to its confirmation.
    func maakRegeling(_ perMaand: Money, met debiteur: Debiteur) async throws {
        try await spreekAf(met: debiteur)
        try await doe("A.3.2", of: debiteur, Antwoord.regeling(perMaand, vanaf: clock.today + 7))
    }

    func timers(of zaak: Zaak) async throws -> [Job] {
        try await read { try $0.jobs.planned(for: .zaak(zaak.id)).filter { $0.kind == ZaakTimer.kind } }
    }

    func text(of brief: Brief) async throws -> String {
        try await read { tx in
            guard let document = try tx.documenten.find(brief.document),
                let bytes = try tx.documenten.content(of: document.versie)
            else { return "" }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
