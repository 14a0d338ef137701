import Basics
import Database
import Exchange
import Foundation
import Incasso
import Journal
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Handover to the bailiff")
struct OverdrachtTests {
    static let bailiff = Deurwaarder(
        code: "voorbeeld", naam: "Deurwaarder Voorbeeld",
        adres: Adres(regel: "Kade 1", postcode: "1234 AA", plaats: "Zonnedorp"), telefoon: "010", email: "x@x.example")

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
    func `each status moves its step once, and what cannot be says why`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let today = house.clock.today
            let csv = """
                kenmerk;status;datum;uitkomst
                \(zaak.nummer);gedagvaard;\(today);
                \(zaak.nummer);gesommeerd;\(today);geen_reactie
                \(zaak.nummer);gesommeerd;\(today);geen_reactie
                \(zaak.nummer);verzonnen;\(today);
                ZAAK-2026-999999;gesommeerd;\(today);geen_reactie
                """
            let results = try await house.report(csv)
            #expect(results.map(\.uitkomst) == [.geweigerd, .verwerkt, .bekend, .geweigerd, .geweigerd])
            #expect(results[0].waarom == "wacht_niet|B.1.1")
            #expect(results[3].waarom == "onbekende_status|verzonnen")
            #expect(results[4].waarom == "onbekende_zaak")
            #expect(try await house.taken(of: .noor).isEmpty)
            #expect(try await house.read { try $0.deurwaarderberichten.newest(limit: 10).count } == 5)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a bailiff moves only its own zaken, and fields that are wrong are named`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let json = "[{\"kenmerk\": \"\(zaak.nummer)\", \"status\": \"B.1.1\", \"uitkomst\": \"geen_reactie\"}]"
            #expect(try await house.report(json, als: "ander").map(\.waarom) == ["niet_van_u"])
            #expect(try await house.report(json, als: "voorbeeld").map(\.waarom) == ["ongeldig|sommatieOp"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak taken back goes on with personal contact, and its reason stays`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            await #expect(throws: ZaakRefusal.reasonMissing) {
                try await house.act { try Overdracht.Recall(zaak: zaak.id, reden: " ").run(in: $0) }
            }
            try await house.act { try Overdracht.Recall(zaak: zaak.id, reden: "hulp gevonden").run(in: $0) }
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.2.2"])
            #expect(try await house.zaak(of: .noor).status == "minnelijk")
            let one = try await house.read { try $0.overdrachten.all(of: zaak.id).first }
            #expect(one?.staat == .teruggehaald && one?.reden == "hulp gevonden")
            let again = "kenmerk;status;datum;uitkomst\n\(zaak.nummer);gesommeerd;\(house.clock.today);geen_reactie\n"
            #expect(try await house.report(again).map(\.waarom) == ["niet_overgedragen"])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what holds for a person whose zaak is with a bailiff is told, once`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            try await house.act { act in
                for kind in [SpecialStateKind.bewind, .wsnp] {
                    try Toestand.Beginning(
                        partij: zaak.partij, soort: kind, begin: act.today, bewijs: "register", door: .anja
                    ).run(in: act)
                }
            }
            #expect(try await house.taken(of: .noor).map(\.stap).count { $0 == "deurwaarder_inlichten" } == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a key is known by its hash alone, and a new one ends the old`(on database: TestDatabase) async throws {
        try await database.with { db in
            try await db.write { try $0.deurwaarders.put(OverdrachtTests.bailiff, sleutel: "een") }
            #expect(try await db.read { try $0.deurwaarders.find(sleutel: "een")?.code } == "voorbeeld")
            try await db.write { try $0.deurwaarders.put(OverdrachtTests.bailiff, sleutel: "twee") }
            #expect(try await db.read { try $0.deurwaarders.find(sleutel: "een") } == nil)
            try await db.write { try $0.deurwaarders.put(OverdrachtTests.bailiff) }
            #expect(try await db.read { try $0.deurwaarders.find(sleutel: "twee")?.heeftSleutel } == true)
        }
    }

    @Test(arguments: TestDatabase.all)
    func
        `a person chooses the bailiff at the handover; the creditor's own stands ready, and one of several must be named`(
            on database: TestDatabase
        ) async throws
    {
        try await database.with { db in
            let house = try await TestHouse(db)
            try await house.act { try $0.tx.deurwaarders.put(OverdrachtTests.bailiff) }
            let other = Deurwaarder(
                code: "tweede", naam: "Tweede", adres: OverdrachtTests.bailiff.adres, telefoon: "", email: "")
            try await house.act { try $0.tx.deurwaarders.put(other) }
            try await house.take(.huur(.noor))
            try await house.walkToHandover(.noor)
            try await house.doe("signaal_afleveren", of: .noor, Voordracht.afgeleverd(house))
            try await house.doe("A.2.5", of: .noor, Voordracht.goed)
            let decision = ["uitkomst": "overdragen", "toelichting": "Laatste middel."]
            await #expect(throws: TaakRefusal.self) { try await house.doe("overdracht-akkoord", of: .noor, decision) }
            try await house.act { act in
                var creditor = Schuldeiser.zonnedorp
                creditor.deurwaarder = "voorbeeld"
                try act.tx.schuldeisers.put(creditor)
            }
            let zaak = try await house.zaak(of: .noor)
            #expect(
                try await house.act { try $0.playbook.keuzefeiten(zaak, $0)["deurwaarderStandaard"] } == "voorbeeld")
            try await house.doe("overdracht-akkoord", of: .noor, decision.merging(["deurwaarder": "tweede"]) { $1 })
            try await house.move(days: 17)
            #expect(try await house.read { try $0.overdrachten.running(for: zaak.id)?.deurwaarder } == "tweede")
            let announced = try await house.brieven(to: .noor).last { $0.sjabloon == "overdracht_aangekondigd" }
            #expect(announced?.tekst.contains("Tweede") == true)
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

    @Test(arguments: ["", "[1]", "{", "a;b\n1;2", "kenmerk;status\n;x", "kenmerk;kenmerk\n1;2"])
    func `a file of statuses that cannot be read is refused whole`(text: String) {
        #expect(throws: FileFault.self) { try BailiffReport.read(Array(text.utf8)) }
    }
}

extension TestHouse {
    /// The whole way to the bailiff; the process waits for the summons.
    func handOver(_ debiteur: Debiteur) async throws -> Zaak {
        try await act { try $0.tx.deurwaarders.put(OverdrachtTests.bailiff) }
        try await take(.huur(debiteur))
        try await walkToHandover(debiteur)
        try await doe("signaal_afleveren", of: debiteur, Voordracht.afgeleverd(self))
        try await doe("A.2.5", of: debiteur, Voordracht.goed)
        try await doe(
            "overdracht-akkoord", of: debiteur, ["uitkomst": "overdragen", "toelichting": "Laatste middel."])
        try await move(days: 17)
        return try await zaak(of: debiteur)
    }

    func deviate(_ taak: Taak, to step: String, als: Bevoegdheid = .onbegrensd) async throws {
        try await act {
            try Zaak.Deviation(taak: taak.id, naarStap: step, reden: "omdat", door: .anja, als: als).run(in: $0)
        }
    }

    func report(_ text: String, als deurwaarder: String? = nil) async throws -> [Deurwaarderbericht] {
        let post = Deurwaarderpost(office: office, deurwaarder: deurwaarder, actor: .system("test"), bron: "test")
        return try await post.run(try BailiffReport.read(Array(text.utf8)))
    }
}
