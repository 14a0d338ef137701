import Basics
import Bibliotheek
import Database
import Foundation
import Incasso
import Journal
import Procesbot
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Advice in the house")
struct AdviesTests {
    @Test(arguments: TestDatabase.all)
    func `advice on a zaak knows where its process stands and where the person lives, as far as one may see`(
        on kind: TestDatabase
    ) async throws {
        try await AdviesTests.withLibrary(on: kind) { house, room in
            let zaak = try await house.zaak(of: .noor)
            let all = try await room.advies(
                Raadpleging("Wat is de volgende stap?", zaak: zaak.id, inzicht: Inzicht(klant: true, bedragen: true)),
                on: house.clock.today, in: house.office.playbook)
            let facts = all.advies.facts
            #expect(facts.contains { $0.origin == "zaak" && $0.fact.hasPrefix("stap ") }, "\(facts.map(\.fact))")
            #expect(facts.contains { $0.origin == "klant" && $0.fact.contains("Zonnedorp") })
            let few = try await room.advies(
                Raadpleging("Wat is de volgende stap?", zaak: zaak.id, inzicht: Inzicht(klant: false, bedragen: false)),
                on: house.clock.today, in: house.office.playbook)
            #expect(!few.advies.facts.contains { $0.origin == "klant" || $0.fact.contains("euro") })
        }
    }

    @Test(arguments: TestDatabase.all)
    func `under bewind no call is proposed, and nothing is closed as paid while money is open`(
        on kind: TestDatabase
    ) async throws {
        try await AdviesTests.withLibrary(on: kind) { house, room in
            let zaak = try await house.zaak(of: .noor)
            try await house.begin(.bewind, of: zaak.partij)
            for question in ["Hoe doe ik de belronde?", "Er is maar deels betaald, mag de zaak dicht?"] {
                let advice = try await room.advies(
                    Raadpleging(question, zaak: zaak.id, inzicht: Inzicht(klant: true, bedragen: true)),
                    on: house.clock.today, in: house.office.playbook
                ).advies
                let proposed = (advice.route + advice.also).filter { !$0.isExcluded }.map(\.step)
                #expect(!proposed.contains { $0.contains("belronde (") || $0.contains("resultaat voldaan") })
                let steps = advice.route.map(\.step)
                #expect(steps.contains { $0.hasPrefix("Nu niet, want") }, "\(question): \(steps)")
            }
        }
    }

    @Test func `while a crisis waits nothing is handed over, and the adviser says why`() async throws {
        let crisis = Klantpost { _, _ in [Klantbericht(isCrisis: true, soorten: [])] }
        try await AdviesTests.withLibrary(on: .memory, changing: { $0.diensten.keep(crisis) }) { house, room in
            let zaak = try await house.zaak(of: .noor)
            let asked = Raadpleging(
                "Hoe draag ik over aan de deurwaarder?", zaak: zaak.id, inzicht: Inzicht(klant: true, bedragen: true))
            let advice = try await room.advies(asked, on: house.clock.today, in: house.office.playbook).advies
            let steps = advice.route.map(\.step)
            #expect(steps.contains { $0.hasPrefix("Nu niet, want er wacht een crisis") }, "\(steps)")
        }
    }

    @Test func `a fact that is denied, unknown or otherwise changes the advice at once`() async throws {
        try await AdviesTests.withLibrary(on: .memory) { house, room in
            let question = "Klant woont in Rotterdam en heeft schulden bij anderen. Welke route?"
            func ask(_ corrections: [Correction]) async throws -> Advice {
                try await room.advies(
                    Raadpleging(question, correcties: corrections, inzicht: Inzicht(klant: true, bedragen: true)),
                    on: house.clock.today, in: house.office.playbook
                ).advies
            }
            let first = try await ask([])
            #expect(first.route.first?.step.contains("Route C") == true)
            let town = try #require(first.facts.first { $0.fact.contains("Rotterdam") })
            let moved = try await ask([
                Correction(fact: town.fact, says: .changed("Klant woont in Delft, één andere schuldeiser, geen crisis"))
            ])
            #expect(moved.route.first?.step.contains("Route C") != true)
            #expect(moved.facts.contains { $0.corrects == town.fact })
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a person adopts: the advice is with the zaak as a document, and the journal names the person`(
        on kind: TestDatabase
    ) async throws {
        try await AdviesTests.withLibrary(on: kind) { house, room in
            let zaak = try await house.zaak(of: .noor)
            let plank = try Boekenplank(AdviserContent(folder: Shelf.content + "/adviseur"))
            let asked = Raadpleging(
                "Klant heeft al een budgetcoach. Verwijs ik door?", zaak: zaak.id,
                inzicht: Inzicht(klant: true, bedragen: true))
            let stand = try await house.read { try $0.bronnen.stand() }
            let decision = Adviesbesluit(
                asked, besluit: .overgenomen, reden: "", stand: stand, door: Medewerker("anja"), stappen: [1])
            try await house.act { act in try decision.run(in: act, plank) { $0.route.map(\.step).joined() } }
            let kept = try await house.read { try ($0.adviezen.all(of: zaak.id), $0.documenten.all(of: zaak.id)) }
            #expect(kept.0.map(\.besluit) == [.overgenomen])
            #expect(kept.1.contains { $0.soort == "advies" })
            #expect(try await house.story(of: zaak).contains("advies_overgenomen"))
            let old = Adviesbesluit(asked, besluit: .overgenomen, reden: "", stand: "other", door: Medewerker("anja"))
            await #expect(throws: AdviesRefusal.libraryChanged) {
                try await house.act { act in _ = try old.run(in: act, plank) { _ in "" } }
            }
            let whole = Adviesbesluit(
                asked, besluit: .overgenomen, reden: "", stand: stand, door: Medewerker("anja"), stappen: [99])
            await #expect(throws: AdviesRefusal.noStepChosen) {
                try await house.act { act in _ = try whole.run(in: act, plank) { _ in "" } }
            }
            let silent = Adviesbesluit(asked, besluit: .afgewezen, reden: " ", stand: stand, door: Medewerker("anja"))
            await #expect(throws: ZaakRefusal.reasonMissing) {
                try await house.act { act in _ = try silent.run(in: act, plank) { _ in "" } }
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `feedback reaches the list, is mended once, and becomes a test question`(on kind: TestDatabase) async throws {
        try await AdviesTests.withLibrary(on: kind) { house, room in
            let plank = try Boekenplank(AdviserContent(folder: Shelf.content + "/adviseur"))
            let asked = Raadpleging("Hoe lang mag een memo zijn?", inzicht: Inzicht(klant: true, bedragen: true))
            let giving = Terugkoppeling.Giving(
                asked, stap: 1, oordeel: .verouderd, toelichting: "Dat is nu 150 woorden.", gedaan: "Gevraagd.",
                door: Medewerker("anja"))
            let id = try await house.act { act in try giving.run(in: act, plank) }
            let mending = Terugkoppeling.Closing(
                terugkoppeling: id, .hersteld, uitleg: "Versie 2.", door: Medewerker("cora"))
            try await house.act { try mending.run(in: $0) }
            await #expect(throws: AdviesRefusal.unknownAdvice) { try await house.act { try mending.run(in: $0) } }
            let making = Testvraag.Making(
                of: id, bronnen: ["04 §4.3"], woorden: ["120 woorden"], weigeren: false, door: Medewerker("cora"))
            try await house.act { try making.run(in: $0) }
            let one = try #require(
                try await house.read { tx in
                    #expect(try Terugkoppelingslijst().count(in: tx) == 0)
                    var list = Terugkoppelingslijst()
                    (list.uitkomst, list.oordeel, list.zoek, list.door) = (.hersteld, .verouderd, "150", "anja")
                    return try list.all(in: tx, limit: 5).first
                })
            #expect((one.oordeel, one.stap, one.hersteldDoor, one.isTestvraag) == (.verouderd, 1, "cora", true))
            try await house.act { try Meetopdracht.Ordering(door: Medewerker("cora")).run(in: $0) }
            try await Meetwerk(plank, Testvragen()).run(in: house.office.database, at: house.clock.now)
            let measured = try #require(try await house.read { try $0.metingen.newest(limit: 1).first }).uitkomst
            #expect(measured["routes"]["of"].integer == 1 && measured["routes"]["right"].integer == 1)
            #expect(measured["lists"][0]["list"].text == "eigen")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a remark that is rejected stands apart, with why`(on kind: TestDatabase) async throws {
        try await AdviesTests.withLibrary(on: kind) { house, _ in
            let plank = try Boekenplank(AdviserContent(folder: Shelf.content + "/adviseur"))
            let asked = Raadpleging("Hoe lang mag een memo zijn?", inzicht: Inzicht(klant: true, bedragen: true))
            let giving = Terugkoppeling.Giving(
                asked, stap: nil, oordeel: .onduidelijk, toelichting: "Te lang.", gedaan: "", door: Medewerker("anja"))
            let id = try await house.act { act in try giving.run(in: act, plank) }
            let closing = Terugkoppeling.Closing(
                terugkoppeling: id, .afgewezen, uitleg: "Zo staat het in de wet.", door: Medewerker("cora"))
            try await house.act { try closing.run(in: $0) }
            let counts = try await house.read { tx in
                try [nil, .hersteld, .afgewezen].map { (outcome: Terugkoppeling.Uitkomst?) in
                    var list = Terugkoppelingslijst()
                    list.uitkomst = outcome
                    return try list.count(in: tx)
                }
            }
            #expect(counts == [0, 0, 1])
        }
    }

    /// A house with the shipped library and a zaak of Noor, whose first taak waits.
    static func withLibrary(
        on kind: TestDatabase, changing change: @escaping @Sendable (inout Playbook) -> Void = { _ in },
        _ body: @escaping @Sendable (TestHouse, Leeszaal) async throws -> Void
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db, changing: change)
            let shipped = try ShippedLibrary(content: Shelf.content)
            try await house.act { act in try shipped.run(in: act) }
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            try await body(house, try Shelf.room(db))
        }
    }
}
