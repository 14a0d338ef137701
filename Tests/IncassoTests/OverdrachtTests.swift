import Basics
import Database
import Exchange
import Foundation
import Incasso
import Journal
import Klanten
import Recht
import Synchronization
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Handover to the bailiff")
struct OverdrachtTests {
    @Test(arguments: TestDatabase.all)
    func `the dossier holds the inventory, the specification, the facts and every letter that left`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let packing = try #require(
                try await house.read { tx -> Overdracht.Packing? in
                    guard let one = try tx.overdrachten.running(for: zaak.id) else { return nil }
                    return try Overdracht.Packing(of: one.id, in: tx)
                })
            #expect(packing.overdracht.deurwaarder == "voorbeeld")
            // From the handover on interest is on the account, and the specification that goes along says so.
            #expect(try await house.vorderingen(of: .noor).allSatisfy { $0.saldo.rente > .zero })
            #expect(packing.specificatie.contains("vragen wij nu"))
            #expect(packing.inventaris.contains("Deurwaarder Voorbeeld") && packing.inventaris.contains("Bgs art. 2 a"))
            #expect(packing.specificatie.contains("1-2026") || packing.specificatie.contains("2026"))
            let names = packing.stukken.map(\.bestand)
            #expect(names.contains { $0.contains("veertiendagenbrief") } && names.contains { $0.contains("aanmaning") })
            #expect(names.contains { $0.hasPrefix("bewijzen/") })
            #expect(Set(names).count == names.count)
            let facts = try JSON(parsing: packing.gegevens)
            #expect(facts["poort"].elements?.isEmpty == false && facts["vorderingen"][0]["mutaties"].elements != nil)
            let open = try await house.vorderingen(of: .noor).map(\.saldo.totaal).sum
            #expect(facts["open"]["totaal"].money == open && facts["schuldeiser"]["iban"].text != nil)
            #expect(facts["vorderingen"][0]["renteOpbouw"].elements?.isEmpty == false)
            #expect(facts["vorderingen"][0]["kostenOpbouw"].elements?.isEmpty == false)
            #expect(
                facts["besluit"]["reden"].text == "Laatste middel." && facts["contacten"].elements?.isEmpty == false)
            let left = (facts["brieven"].elements ?? []).first { $0["sjabloon"].text == "veertiendagenbrief" }
            let letter = try await house.brieven(to: .noor).first { $0.sjabloon == "veertiendagenbrief" }
            #expect(left?["verzonden"].day == letter?.verzonden?.day)
            try await house.act {
                try Overdracht.Packed(
                    overdracht: packing.overdracht.id, inventaris: [1], specificatie: [2], zip: [3]
                ).run(in: $0)
            }
            #expect(try await house.read { try $0.overdrachten.find(packing.overdracht.id)?.dossier } != nil)
            #expect(try await house.story(of: zaak).contains("dossier_klaar"))
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `no road leads past the gate: not a deviation to the bailiff's part, the summons, or the eviction`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let summon = try #require(try await house.taken(of: .noor).first)
            try await house.take(.huur(.mila))
            try await house.move(days: 28)
            let call = try #require(try await house.taken(of: .mila).first)
            for step in ["B", "dossier"] {
                await #expect(throws: PoortRefusal.self) { try await house.deviate(call, to: step) }
            }
            let plain = Bevoegdheid(groepen: ["incasso", "klantenservice"], rechten: ["zaak.afwijken"])
            for step in ["B", "afboeken-akkoord", "A.2.5"] {
                await #expect(throws: TaakRefusal.needsTeamlead(step: step)) {
                    try await house.deviate(call, to: step, als: plain)
                }
            }
            let person = zaak.partij
            try await house.act { act in
                try Toestand.Beginning(
                    partij: person, soort: .moratoriumSmal, begin: act.today, verwachtEinde: act.today + 60,
                    bewijs: "vonnis", door: .anja
                ).run(in: act)
            }
            for step in ["B.2.3", "wacht-ontruiming", "B.2.5"] {
                await #expect(throws: (any Error).self) { try await house.deviate(summon, to: step) }
            }
            #expect(try await house.read { try $0.afwijkingen.all(of: zaak.id).isEmpty })
        }
    }

    @Test(arguments: TestDatabase.all)
    func `nobody deviates out of the bailiff's part while the bailiff has the zaak, only once it is taken back`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let letters = try await house.read { try $0.brieven.all(of: zaak.id).count }
            let summon = try #require(try await house.taken(of: .noor).first)
            for step in ["A.1.1", "A.1.2", "A.2.1", "A.2.1.aanmanen", "A.2.2", "A.2.3", "A.2.4", "A.3", "A.4", "C.1"] {
                await #expect(throws: OverdrachtRefusal.stillWithBailiff) {
                    try await house.deviate(summon, to: step)
                }
            }
            #expect(try await house.read { try $0.afwijkingen.all(of: zaak.id).isEmpty })
            #expect(try await house.read { try $0.brieven.all(of: zaak.id).count } == letters)
            try await house.act { try Overdracht.Recall(zaak: zaak.id, reden: "wij bellen zelf weer").run(in: $0) }
            let call = try #require(try await house.taken(of: .noor).first { $0.stap == "A.2.2" })
            try await house.deviate(call, to: "A.2.3")
            #expect(try await house.taken(of: .noor).contains { $0.stap == "A.2.3" })
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the letter that starts the costs is not sent past the check before them, but by a team lead`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let call = try #require(try await house.taken(of: .noor).first)
            let plain = Bevoegdheid(groepen: ["incasso", "klantenservice"], rechten: ["zaak.afwijken"])
            await #expect(throws: TaakRefusal.pastCheck("Controleren vóór kosten")) {
                try await house.deviate(call, to: "A.2.4", als: plain)
            }
            // Nor is the step itself begun anew: its term would begin again.
            for step in [call.stap, "wacht-veertien", "al-veertien", "signaal"] {
                await #expect(throws: TaakRefusal.notOffered(step: step)) {
                    try await house.deviate(call, to: step, als: plain)
                }
            }
            try await house.deviate(call, to: "voor-kosten", als: plain)
            let check = try #require(try await house.taken(of: .noor).first)
            #expect(check.stap == "voor-kosten")
            await #expect(throws: TaakRefusal.pastCheck("Controleren vóór kosten")) {
                try await house.deviate(check, to: "A.2.4", als: plain)
            }
            var lead = plain
            lead.rechten.insert("zaak.afwijken.zwaar")
            try await house.deviate(check, to: "A.2.4", als: lead)
            #expect(try await house.brieven(to: .noor).contains { $0.sjabloon == "veertiendagenbrief" })
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a judgment gives its claims twenty years, and what comes after it interrupts that`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let today = house.clock.today
            let recht = try ShippedContent.shared.get().recht
            func end() async throws -> Day? {
                let claim = try #require(try await house.vorderingen(of: .noor).first)
                return try await house.read { try $0.verjaring(of: claim, recht: recht)?.ends }
            }
            #expect(try await end().map { $0 < today.adding(years: 6) } == true)
            try await house.act { act in
                guard let taak = try act.tx.taken.waiting(for: zaak.id).first else { return }
                try Zaak.Deviation(
                    taak: taak.id, naarStap: "B.2.2", reden: "de rechter besliste", door: .anja, als: .onbegrensd
                ).run(in: act)
            }
            try await house.settle()
            try await house.doe(
                "B.2.2", of: .noor,
                [
                    "zaaknummer": "1/2", "vonnisOp": today.description, "uitkomst": "betalen",
                    "hoofdsomToegewezen": "600.00", "kostenToegewezen": "0",
                ])
            #expect(try await end() == today.adding(years: 20))
        }
    }
}

extension TestHouse {
    func deviate(_ taak: Taak, to step: String, als: Bevoegdheid = .onbegrensd) async throws {
        try await act {
            try Zaak.Deviation(taak: taak.id, naarStap: step, reden: "omdat", door: .anja, als: als).run(in: $0)
        }
    }
}
