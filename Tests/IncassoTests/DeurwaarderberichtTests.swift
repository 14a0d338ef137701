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

@Suite("What passes between us and the bailiff")
struct DeurwaarderberichtTests {
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
            #expect(try await house.report(json, als: "ander").map(\.waarom) == ["onbekende_zaak"])
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
            #expect(try await Set(house.taken(of: .noor).map(\.stap)) == ["A.2.2", "deurwaarder_teruggehaald"])
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
    func `a payment to us while the bailiff has the zaak is told, once, and what was told is not asked again`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let reference = try await house.kenmerk(of: .noor)
            let paid = try await house.pay(.euros(50), from: .noor, kenmerk: reference)
            try await house.pay(.euros(25), from: .noor, kenmerk: reference)
            let tasks = { try await house.taken(of: .noor).filter { $0.stap == "deurwaarder_betaling" } }
            #expect(try await tasks().count == 1)
            let open = { try await house.read { try $0.deurwaardermeldingen.waiting(limit: 10) } }
            #expect(try await Set(open().map(\.bedrag)) == [.euros(50), .euros(25)])
            try await house.complete(
                try #require(try await tasks().first),
                ["ingelichtOp": "\(house.clock.today)", "toelichting": "Gebeld met het kantoor."])
            #expect(try await open().isEmpty)

            // The bank takes one back: the bailiff hears of that too, by the call that fetches it.
            try await house.act {
                try Betaling.Reversal(betaling: paid.id, reden: "MD06", isTeruggegaan: true).run(in: $0)
            }
            #expect(try await open().map(\.soort) == [.betalingTerug])
            let since = house.clock.today - 30
            let fetched = try await house.act {
                try Deurwaardermelding.Fetching(deurwaarder: "voorbeeld", sinds: since).run(in: $0).map(\.melding.soort)
            }
            #expect(fetched.count == 3 && Set(fetched) == [.betaling, .betalingTerug])
            #expect(try await open().isEmpty)
            #expect(try await tasks().isEmpty)
            let other = try await house.act {
                try Deurwaardermelding.Fetching(deurwaarder: "ander", sinds: since).run(in: $0).count
            }
            #expect(other == 0)
            #expect(try await house.read { try $0.deurwaardermeldingen.all(of: zaak.id).count } == 3)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `paid in full, or taken back, the bailiff must still hear it; before a handover nobody must`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.mila))
            try await house.pay(.euros(100), from: .mila)
            let open = { try await house.read { try $0.deurwaardermeldingen.waiting(limit: 10).map(\.soort) } }
            #expect(try await open().isEmpty)

            let zaak = try await house.handOver(.noor)
            try await house.act { try Overdracht.Recall(zaak: zaak.id, reden: "hulp gevonden").run(in: $0) }
            #expect(try await open() == [.teruggehaald])
            await #expect(throws: ZaakRefusal.reasonMissing) { try await house.tell(zaak, " ") }
            try await house.tell(zaak, "gebeld")
            #expect(try await open().isEmpty)
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.2.2"])
            await #expect(throws: OverdrachtRefusal.nothingToTell) { try await house.tell(zaak, "nog eens") }
        }
    }

    @Test(arguments: TestDatabase.all, [true, false])
    func `a bailiff is told to stop by a taak, or fetches it, whichever is first`(
        on database: TestDatabase, byTaak: Bool
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            try await house.act { try Overdracht.Recall(zaak: zaak.id, reden: "hulp gevonden").run(in: $0) }
            let today = house.clock.today
            let asked = try #require(
                try await house.taken(of: .noor).first { $0.stap == "deurwaarder_teruggehaald" })
            #expect(asked.uiterlijk == today + 1)
            if byTaak {
                try await house.complete(asked, ["ingelichtOp": "\(today)", "toelichting": "Gebeld; er liep niets."])
            } else {
                try await house.act {
                    _ = try Deurwaardermelding.Fetching(deurwaarder: "voorbeeld", sinds: today).run(in: $0)
                }
            }
            #expect(try await house.read { try $0.deurwaardermeldingen.waiting(limit: 10) } == [])
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.2.2"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak that is paid in full at the bailiff closes, and the bailiff has yet to hear of it`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let open = try await house.vorderingen(of: .noor).map(\.saldo.totaal).sum
            try await house.pay(open, from: .noor)
            #expect(try await house.zaak(of: .noor).isOpen == false)
            let waiting = try await house.read { try $0.deurwaardermeldingen.waiting(limit: 10) }
            #expect(waiting.map(\.bedrag) == [open])
            try await house.tell(zaak, "gemaild")
            #expect(try await house.read { try $0.deurwaardermeldingen.waiting(limit: 10) } == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `one line that goes wrong does not keep the others of a bailiff's file out`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let broken = Broken()
            let house = try await TestHouse(db) { playbook in
                let real = playbook.feiten
                playbook.feiten = { zaak, act in
                    if broken.isBroken { throw ZaakRefusal.unknownStatus("kapot") }
                    return try real(zaak, act)
                }
            }
            let zaak = try await house.handOver(.noor)
            let csv = """
                kenmerk;status;sommatieOp;uitkomst
                \(zaak.nummer);gesommeerd;\(house.clock.today);geen_reactie
                \(zaak.nummer);verzonnen;\(house.clock.today);geen_reactie
                """
            broken.set(true)
            #expect(
                try await house.report(csv, als: "voorbeeld").map(\.waarom)
                    == ["storing|ZaakRefusal", "onbekende_status|verzonnen"])
            broken.set(false)
            #expect(try await house.report(csv, als: "voorbeeld").map(\.uitkomst) == [.verwerkt, .geweigerd])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what a bailiff spent is known, and is no debt of the customer before a court awards it`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let before = try await house.zaak(of: .noor).bedrag
            let today = house.clock.today
            try await house.deviate(try #require(try await house.taken(of: .noor).first), to: "B.2.1")
            try await house.settle()
            try await house.doe(
                "B.2.1", of: .noor,
                ["betekendOp": "\(today)", "zittingOp": "\(today + 30)", "kostenDagvaarding": "112.37"])
            let costs = try await house.read { try $0.deurwaarderkosten(of: zaak.id) }
            #expect(costs.map(\.stap) == ["B.2.1"] && costs.map(\.bedrag) == [Money(cents: 11_237)])
            #expect(try await house.zaak(of: .noor).bedrag == before)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a key is known by its hash alone, and a new one ends the old`(on database: TestDatabase) async throws {
        try await database.with { db in
            try await db.write { try $0.deurwaarders.put(Deurwaarder.voorbeeld, sleutel: "een") }
            #expect(try await db.read { try $0.deurwaarders.find(sleutel: "een")?.code } == "voorbeeld")
            try await db.write { try $0.deurwaarders.put(Deurwaarder.voorbeeld, sleutel: "twee") }
            #expect(try await db.read { try $0.deurwaarders.find(sleutel: "een") } == nil)
            try await db.write { try $0.deurwaarders.put(Deurwaarder.voorbeeld) }
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
            try await house.act { try $0.tx.deurwaarders.put(Deurwaarder.voorbeeld) }
            let other = Deurwaarder(
                code: "tweede", naam: "Tweede", adres: Deurwaarder.voorbeeld.adres, telefoon: "", email: "")
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

    @Test(arguments: ["", "[1]", "{", "a;b\n1;2", "kenmerk;status\n;x", "kenmerk;kenmerk\n1;2"])
    func `a file of statuses that cannot be read is refused whole`(text: String) {
        #expect(throws: FileFault.self) { try BailiffReport.read(Array(text.utf8)) }
    }
}

extension TestHouse {
    fileprivate func tell(_ zaak: Zaak, _ how: String) async throws {
        try await act { try Deurwaardermelding.Telling(zaak: zaak.id, hoe: how, door: .anja).run(in: $0) }
    }

    func report(_ text: String, als deurwaarder: String? = nil) async throws -> [Deurwaarderbericht] {
        let post = Deurwaarderpost(office: office, deurwaarder: deurwaarder, actor: .system("test"), bron: "test")
        return try await post.run(try BailiffReport.read(Array(text.utf8)))
    }
}

/// Whether something is broken now.
private final class Broken: Sendable {
    private let state = Mutex(false)

    var isBroken: Bool { state.withLock { $0 } }
    func set(_ now: Bool) { state.withLock { $0 = now } }
}
