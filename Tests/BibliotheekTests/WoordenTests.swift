import Basics
import Bibliotheek
import Database
import Procesbot
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Words of the field that a process owner adds")
struct WoordenTests {
    @Test(arguments: TestDatabase.all)
    func `a word that nobody knew is understood at once, and no longer once it is taken away`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let room = try Shelf.room(db)
            let source = try Shelf.file("uitstel.md", "# Uitstel\n\n## 1 Duur\n\nUitstel duurt hooguit 14 dagen.\n")
            try await house.act { act in try Bron.Filing(naam: "uitstel", file: source, door: "cora").run(in: act) }
            let question = Raadpleging(
                "Hoe lang duurt een zwoffel?", inzicht: Inzicht(klant: true, bedragen: true))
            func isRefused() async throws -> Bool {
                try await room.advies(question, on: house.clock.today, in: house.office.playbook).advies
                    .refused != nil
            }
            #expect(try await isRefused())

            let groep = try await house.act { act in
                try Woordgroep.Adding(woorden: ["uitstel", "zwoffel"], onder: nil, door: Medewerker("cora")).run(
                    in: act)
            }
            #expect(try await !isRefused())

            try await house.act { act in try Woordgroep.Ending(groep: groep.id).run(in: act) }
            #expect(try await isRefused())
        }
    }

    @Test(arguments: TestDatabase.all)
    func `one word alone, too many, and the same again are refused`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            func add(_ words: [String], onder: String? = nil) async throws {
                try await house.act { act in
                    _ = try Woordgroep.Adding(woorden: words, onder: onder, door: Medewerker("cora")).run(in: act)
                }
            }
            await #expect(throws: WoordRefusal.tooFew(2)) { try await add(["uitstel", " ", "Uitstel"]) }
            await #expect(throws: WoordRefusal.tooFew(1)) { try await add([], onder: "hulp") }
            await #expect(throws: WoordRefusal.tooMany(words: 20, letters: 60)) {
                try await add((1...21).map { "woord\($0)" })
            }
            try await add(["uitstel", "respijt"])
            await #expect(throws: WoordRefusal.known) { try await add(["respijt", "Uitstel"]) }
            try await add(["respijt", "uitstel"], onder: "ruimte")
            #expect(try await db.read { try $0.woordgroepen.all().count } == 2)
            await #expect(throws: WoordRefusal.unknown) {
                try await house.act { act in try Woordgroep.Ending(groep: act.newID()).run(in: act) }
            }
        }
    }
}
