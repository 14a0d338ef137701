import Basics
import Database
import Jobs
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Incasso

@Suite("Uit de Knoop")
struct KnoopTests {
    @Test(arguments: TestDatabase.all)
    func `one act pauses everything for sixty days, names one contact and opens the guidance`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let knoop = try await house.unknot(zaak)
            #expect(knoop.einde - knoop.begin == 59)
            #expect(try await house.read { try $0.zaken.find(zaak.id)?.opgeschort } != nil)
            let own = try #require(try await house.read { try $0.zaken.find(knoop.zaak) })
            #expect(own.opgeschort == nil && own.behandelaar == .anja && own.status == "pauze")
            #expect(try await house.waits(knoop) == ["U.1"])
            await #expect(throws: KnoopRefusal.alreadyRuns) { _ = try await house.unknot(zaak) }
            let letters = try await house.read { try $0.brieven.all(of: zaak.id).count }
            try await house.move(days: 45)
            #expect(try await house.read { try $0.brieven.all(of: zaak.id).count } == letters)
            #expect(try await house.waits(knoop).contains("gesprek-30"))
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the pause never ends by itself; on day 55 a person is asked`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let knoop = try await house.unknot(zaak)
            try await house.move(days: 54)
            #expect(try await house.waits(knoop) == ["U.5"])
            try await house.move(days: 60)
            #expect(try await house.read { try $0.pauzes.running(for: zaak.partij) } != nil)
            #expect(try await house.read { try $0.zaken.find(zaak.id)?.opgeschort } != nil)
        }
    }

    @Test(arguments: TestDatabase.all, Knoop.Uitkomst.allCases)
    func
        `it ends in one act with a choice; each zaak asks a person first, and aftercare follows after 1, 3 and 6 months`(
            on database: TestDatabase, _ uitkomst: Knoop.Uitkomst
        ) async throws
    {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let knoop = try await house.unknot(zaak)
            try await house.move(days: 10)
            try await house.act {
                try Knoop.Closing(knoop: knoop.id, uitkomst: uitkomst, toelichting: "besproken").run(in: $0)
            }
            let end = house.clock.today
            #expect(try await house.read { try $0.pauzes.running(for: zaak.partij) } == nil)
            #expect(try await house.read { try $0.taken.waiting(for: zaak.id) }.map(\.stap) == ["A.4.1"])
            for months in [1, 3, 6] {
                try await house.move(days: end.adding(months: months) - house.clock.today + 1)
                #expect(try await house.waits(knoop) == ["U.6"], "after \(months) months")
                let taak = try #require(try await house.read { try $0.taken.waiting(for: knoop.zaak) }.first)
                try await house.complete(taak, ["gaat": "goed", "toelichting": "Het gaat."])
            }
            let own = try await house.read { try $0.zaken.find(knoop.zaak) }
            #expect(own?.resultaat == uitkomst.rawValue && own?.isOpen == false)
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all, Knoop.Uitkomst.allCases)
    func `the first letter after the pause says why it comes now, the next one no more`(
        on database: TestDatabase, _ uitkomst: Knoop.Uitkomst
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            #expect(try await house.rest(in: "aanmaning", on: zaak) == .null)
            let knoop = try await house.unknot(zaak)
            try await house.move(days: 10)
            try await house.act {
                try Knoop.Closing(knoop: knoop.id, uitkomst: uitkomst, toelichting: "besproken").run(in: $0)
            }
            let end = house.clock.today
            let told = try await house.rest(in: "aanmaning", on: zaak)
            #expect(told["tot"].day == end && told["is_\(uitkomst.rawValue)"] == true)
            let taak = try #require(try await house.read { try $0.taken.waiting(for: zaak.id) }.first)
            let goOn = ["soort": "hulp", "uitkomst": "hervatten", "toelichting": "Hulp is klaar."]
            try await house.complete(taak, goOn)
            #expect(try await house.ask("aanmaning", on: zaak) == "done")
            try await house.move(days: 4)
            let sent = try await house.read { try $0.brieven.all(of: zaak.id) }.compactMap(\.verzonden?.day)
            #expect(sent.contains { $0 >= end })
            #expect(try await house.rest(in: "aanmaning", on: zaak) == .null)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `no warm handover without consent, none with more than the policy names, and nothing falls in between`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let knoop = try await house.unknot(try await house.zaak(of: .noor))
            await #expect(throws: KnoopRefusal.consentMissing) { _ = try await house.refer(knoop, consent: " ") }
            await #expect(throws: KnoopRefusal.tooMuchShared) { _ = try await house.refer(knoop, ["bsn"]) }
            for few in [[], ["oorzaak"], ["naam"], ["voorkeurskanaal"], ["naam", "telefoon"]] {
                await #expect(throws: KnoopRefusal.reachMissing, "no phone of Noor is known: \(few)") {
                    _ = try await house.refer(knoop, few)
                }
            }
            #expect(try await house.read { try $0.doorverwijzingen.all(of: knoop.id) } == [], "nothing was sent")
            let one = try await house.refer(knoop)
            try await house.move(to: Moment(one.uiterlijk, hour: 12))
            #expect(try await house.waits(knoop).contains("udk_escalatie") == false)
            try await house.move(days: 1)
            #expect(try await house.waits(knoop).contains("udk_escalatie"))
            let taak = try #require(
                try await house.read { try $0.taken.waiting(for: knoop.zaak) }.first { $0.stap == "udk_escalatie" })
            try await house.complete(taak, ["gedaan": "gebeld", "toelichting": "Belt terug."])
            try await house.move(days: 8)
            #expect(try await house.waits(knoop).contains("udk_escalatie"), "asked again while nobody accepted")
            try await house.act {
                try Doorverwijzing.Answer(doorverwijzing: one.id, staat: .aangenomen, wie: "Kees", reden: "").run(
                    in: $0)
            }
            #expect(try await house.read { try $0.jobs.find(key: "doorverwijzing:\(one.id.text)") } == nil)
            try await house.act {
                try Doorverwijzing.Answer(doorverwijzing: one.id, staat: .ingetrokken, wie: "", reden: "klant").run(
                    in: $0)
            }
            #expect(try await house.waits(knoop).contains("udk_intrekking"))
        }
    }

    @Test(arguments: TestDatabase.all)
    func
        `a partner reads what the house holds: the cause, debts elsewhere and the overview; what nobody knows is not sent`(
            on database: TestDatabase
        ) async throws
    {
        try await database.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            try await house.doe(
                "A.2.2", of: .noor, Antwoord.wilRegeling.merging(["oorzaak": "schulden"]) { $1 })
            let knoop = try await house.unknot(try await house.zaak(of: .noor))
            let held = try await house.act { try $0.meegaven(of: knoop) }
            guard case .gekozen(let cause) = held["oorzaak"] else {
                Issue.record("\(held)")
                return
            }
            #expect(cause.nl.contains("schulden") && held["schuldenElders"] == .onbekend)
            await #expect(throws: KnoopRefusal.nothingToShare(["schuldenElders", "hardeDatum"])) {
                _ = try await house.refer(knoop, ["naam", "voorkeurskanaal", "schuldenElders", "hardeDatum"])
            }

            try await house.act {
                try SchuldElders.Recording(
                    knoop: knoop.id, schuldeiser: "Energie Voorbeeld", omschrijving: "", bedrag: .euros(300),
                    stand: .bekend, door: .anja
                ).run(in: $0)
            }
            let all = ["naam", "voorkeurskanaal", "oorzaak", "schuldenElders", "overzicht"]
            let one = try await house.refer(knoop, all, filled: ["oorzaak": "Baan kwijt."])
            try await house.act {
                try Doorverwijzing.Answer(doorverwijzing: one.id, staat: .aangenomen, wie: "Kees", reden: "").run(
                    in: $0)
            }
            let seen = try #require(try await house.act { try $0.partnerblik(one.id) })
            let told = Dictionary(uniqueKeysWithValues: seen.gedeeld.map { ($0.gegeven, $0.waarde) })
            #expect(told["oorzaak"] == .tekst("Baan kwijt."))
            guard case .schulden(let debts) = told["overzicht"] else {
                Issue.record("\(told)")
                return
            }
            #expect(debts.map(\.bedrag) == [.euros(600), .euros(300)])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the overview keeps debts elsewhere as told, changes them and takes them off`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let knoop = try await house.unknot(try await house.zaak(of: .noor))
            try await house.act {
                try SchuldElders.Recording(
                    knoop: knoop.id, schuldeiser: "Energie", omschrijving: "", bedrag: .euros(300), stand: .incasso,
                    door: .anja
                ).run(in: $0)
            }
            let one = try #require(try await house.read { try $0.schuldenElders.all(of: knoop.id) }.first)
            try await house.act {
                try SchuldElders.Recording(
                    schuld: one.id, knoop: knoop.id, schuldeiser: "Energie", omschrijving: "gas", bedrag: nil,
                    stand: .regeling, door: .anja
                ).run(in: $0)
            }
            let changed = try await house.read { try $0.schuldenElders.all(of: knoop.id) }
            #expect(changed.map(\.bedrag) == [nil] && changed.map(\.stand) == [.regeling])
            try await house.act { try SchuldElders.Removal(schuld: one.id).run(in: $0) }
            #expect(try await house.read { try $0.schuldenElders.all(of: knoop.id) } == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a pause is extended once, with a reason`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let knoop = try await house.unknot(zaak)
            try await house.act { try Knoop.Extension(knoop: knoop.id, reden: "intake volgt").run(in: $0) }
            #expect(try await house.read { try $0.pauzes.running(for: zaak.partij)?.einde } == knoop.einde + 30)
            await #expect(throws: KnoopRefusal.alreadyExtended) {
                try await house.act { try Knoop.Extension(knoop: knoop.id, reden: "nog eens").run(in: $0) }
            }
        }
    }
}

extension TestHouse {
    func unknot(_ zaak: Zaak) async throws -> Knoop {
        try await act { act in
            try Knoop.Beginning(partij: zaak.partij, contact: .anja, reden: "drie vorderingen", door: .anja).run(
                in: act)
        }
    }

    /// What a letter would say of a pause that ended.
    fileprivate func rest(in template: String, on zaak: Zaak) async throws -> JSON {
        let recht = try ShippedContent.shared.get().recht
        return try await act { act in
            let (zaak, partij) = (try #require(try act.tx.zaken.find(zaak.id)), try act.tx.partijen.find(zaak.partij))
            let person = try #require(partij)
            let reader = Lezer(naam: person.naam, adres: person.adres, email: nil, isDebiteur: true)
            return try act.letterFacts(
                template, for: zaak, person, lezer: reader, claims: act.tx.vorderingen.all(of: zaak.id), recht: recht,
                termEnds: nil)["rust"]
        }
    }

    func waits(_ knoop: Knoop) async throws -> [String] {
        try await read { try $0.taken.waiting(for: knoop.zaak).map(\.stap) }
    }

    func refer(
        _ knoop: Knoop, _ gegevens: [String] = ["naam", "voorkeurskanaal"], filled: [String: String] = [:],
        consent: String = "mondeling"
    ) async throws -> Doorverwijzing {
        let recht = try ShippedContent.shared.get().recht
        return try await act { act in
            try Doorverwijzing.Offering(
                knoop: knoop.id, partner: "geldfit", gegevens: gegevens, inhoud: filled, toestemming: consent,
                toestemmingOp: act.today, door: .anja
            ).run(in: act, recht: recht)
        }
    }
}
