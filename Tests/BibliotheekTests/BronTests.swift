import Basics
import Bibliotheek
import Database
import Foundation
import Journal
import Procesbot
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Sources of the library")
struct BronTests {
    /// The decision table that ships, with something behind it, as it is published from a day on.
    private static func klantsegment(_ added: String, from day: Day) throws -> Publicatie {
        let shipped = try String(contentsOfFile: Shelf.content + "/beslissingen/klantsegment.dmn", encoding: .utf8)
        return Publicatie(
            .beslissing, code: "klantsegment", naam: "Klantsegment", bron: shipped + added, vanaf: day,
            voorgangers: [LibraryDocument.hash(of: Array(shipped.utf8))])
    }

    @Test(arguments: TestDatabase.all)
    func `a source keeps its versions, and only the one in force is cited`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let first = try Shelf.file("uitstel.md", "# Uitstel\n\n## 1 Duur\n\nUitstel duurt hooguit 14 dagen.\n")
            let second = try Shelf.file(
                "uitstel.md", "# Uitstel\n\n## 1 Duur\n\nUitstel duurt hooguit 21 dagen.\n")
            try await house.act { act in
                try Bron.Filing(naam: "uitstel.md", file: first, door: "cora").run(in: act)
                try Bron.Filing(naam: "uitstel.md", file: second, geldigVan: act.today + 10, door: "cora").run(in: act)
            }
            let today = house.clock.now.day
            try await db.read { tx in
                let newest = try tx.bronnen.newest().map(\.nummer)
                let now = try tx.bronnen.inForce(on: today).map(\.nummer)
                let later = try tx.bronnen.inForce(on: today + 10).map(\.nummer)
                #expect((newest, now, later) == ([2], [1], [2]))
            }
        }
    }

    @Test func `a source that would end before it begins is refused`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let file = try Shelf.file("a.md", "# A\n\nEen regel.\n")
            let today = house.clock.now.day
            await #expect(throws: BronRefusal.endsBeforeItBegins(today + 30, today)) {
                try await house.act { act in
                    try Bron.Filing(naam: "a", file: file, geldigVan: act.today + 30, geldigTot: act.today, door: "x")
                        .run(in: act)
                }
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a table that is published from a later day is cited from then on; until then the one before it is`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let later = house.clock.today + 10
            try await house.act { act in
                try ShippedLibrary(content: Shelf.content).run(in: act)
                try Bron.follow(Self.klantsegment("<!-- anders -->", from: later), in: act)
            }
            let (today, name) = (house.clock.today, "beslissingen/klantsegment.dmn")
            try await db.read { tx in
                let now = try tx.bronnen.inForce(on: today).filter { $0.bron.naam == name }.map(\.nummer)
                let then = try tx.bronnen.inForce(on: later).filter { $0.bron.naam == name }.map(\.nummer)
                #expect((now, then) == ([1], [2]))
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `no version ends before it begins: not by a person, and not where two are published or withdrawn on a day`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let today = house.clock.today
            let (one, two) = (
                try Self.klantsegment("<!-- een -->", from: today), try Self.klantsegment("<!-- twee -->", from: today)
            )
            try await house.act { act in
                try ShippedLibrary(content: Shelf.content).run(in: act)
                try Bron.follow(one, in: act)
                try Bron.follow(two, in: act)
            }
            let name = "beslissingen/klantsegment.dmn"
            let source = try #require(try await db.read { try $0.bronnen.find(naam: name) })
            let days = try await db.read { try $0.bronnen.versions(of: source.id) }
            #expect(days.allSatisfy { version in version.geldigTot.map { $0 >= version.geldigVan ?? $0 } ?? true })
            let cited = try await db.read { try $0.bronnen.inForce(on: today).filter { $0.bron.naam == name } }
            #expect(cited.map(\.nummer) == [3])
            await #expect(throws: BronRefusal.endsBeforeItBegins(today, today - 1)) {
                try await house.act { try Bron.Expiry(bron: source.id, tot: $0.today - 1).run(in: $0) }
            }
            try await house.act { try Bron.lapse(two, in: $0) }
            let later = try await db.read { try $0.bronnen.inForce(on: today + 1).filter { $0.bron.naam == name } }
            #expect(later.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the same file twice is refused, and so is a file without a passage`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let file = try Shelf.file("a.md", "# A\n\nEen regel.\n")
            let empty = try Shelf.file("b.md", "\n\n")
            try await house.act { act in try Bron.Filing(naam: "a", file: file, door: "x").run(in: act) }
            await #expect(throws: BronRefusal.unchanged(1)) {
                try await house.act { act in
                    try Bron.Filing(naam: "a", file: file, door: "x").run(in: act)
                }
            }
            await #expect(throws: BronRefusal.empty) {
                try await house.act { act in
                    try Bron.Filing(naam: "b", file: empty, door: "x").run(in: act)
                }
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `advice follows a new version at once, and an expired source is not cited`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let room = try Shelf.room(db)
            let question = Raadpleging("Hoe lang duurt uitstel?", inzicht: Inzicht(klant: true, bedragen: true))
            let today = house.clock.now.day
            let playbook = house.office.playbook
            let refused = try await room.advies(question, on: today, in: playbook).advies.refused
            #expect(refused != nil)
            let source = try await house.act { act in
                try Bron.Filing(
                    naam: "u.md",
                    file: Shelf.file("u.md", "# Uitstel\n\n## 1 Duur van uitstel\n\nUitstel duurt hooguit 14 dagen.\n"),
                    door: "x"
                ).run(in: act).bron
            }
            let answer = try await room.advies(question, on: today, in: playbook)
            #expect(answer.advies.route.first?.sources.first?.quote.contains("14 dagen") == true)
            try await house.act { act in
                try Bron.Expiry(bron: source.id, tot: act.today - 1).run(in: act)
            }
            let expired = try await room.advies(question, on: today, in: playbook).advies.refused
            #expect(expired != nil)
        }
    }

    @Test func `what ships is added once, and a person's version stays in its place`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let shipped = try ShippedLibrary(content: Shelf.content)
            try await house.act { try shipped.run(in: $0) }
            try await house.act { try shipped.run(in: $0) }
            let names = try await db.read { try $0.bronnen.newest().map(\.bron.naam) }
            #expect(names.contains("02-routekeuze-intern-of-extern.md"))
            #expect(names.contains("processen/incasso.bpmn"))
            let numbers = try await db.read { try $0.bronnen.newest().map(\.nummer) }
            #expect(Set(numbers) == [1])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `whose a source is, how long it holds and what it is for change without a file, and stand in the journal`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let file = try Shelf.file("a.md", "# A\n\nEen regel.\n")
            let today = house.clock.today
            let id = try await house.act { act in
                try Bron.Filing(naam: "a", file: file, geldigTot: today + 90, door: "x").run(in: act).bron.id
            }
            func describe(_ from: Day?, _ to: Day?) async throws {
                try await house.act { act in
                    try Bron.Redescribing(
                        bron: id, eigenaar: "Cora", geldigVan: from, geldigTot: to, zaaktypen: ["huurincasso"],
                        stappen: ["Bel de klant"]
                    ).run(in: act)
                }
            }
            try await describe(nil, today + 90)
            try await describe(nil, today + 90)
            await #expect(throws: BronRefusal.endsBeforeItBegins(today + 5, today)) {
                try await describe(today + 5, today)
            }
            try await db.read { tx in
                let one = try #require(try tx.bronnen.newest().first)
                #expect((one.eigenaar, one.zaaktypen, one.stappen) == ("Cora", "huurincasso", "Bel de klant"))
                let told = try tx.journal.entries(of: Subject(kind: "bron", id: id.text), limit: 10)
                #expect(told.map(\.kind) == ["bron_gegevens", "bron_versie"])
            }

            try await house.act { act in try Bron.Expiry(bron: id, tot: act.today).run(in: act) }
            try await house.act { act in try Bron.Revival(bron: id).run(in: act) }
            #expect(try await db.read { try $0.bronnen.newest().first?.geldigTot } == today + 90)
        }
    }

    @Test func `inside a line that changed, the words that differ are marked`() {
        let difference = Verschil(van: "- Vergoed hooguit 7,50 per dag.", naar: "- Vergoed hooguit 8,25 per dag.")
        let marked = difference.regels.map { $0.delen.filter(\.isAnders).map(\.tekst) }
        #expect(marked == [["7,50"], ["8,25"]])
        #expect(difference.regels.map(\.tekst) == difference.regels.map { $0.delen.map(\.tekst).joined() })
        let other = Verschil(van: "De poes krijgt 40 gram.", naar: "Bel altijd eerst de teamleider op.")
        #expect(other.regels.allSatisfy { $0.delen.allSatisfy { !$0.isAnders } })
    }

    @Test func `lines that went and came are told apart from those that stayed`() {
        let difference = Verschil(van: "een\ntwee\ndrie", naar: "een\ntwee en half\ndrie\nvier")
        #expect(difference.regels.filter { $0.soort == .weg }.map(\.tekst) == ["twee"])
        #expect(difference.regels.filter { $0.soort == .nieuw }.map(\.tekst) == ["twee en half", "vier"])
        #expect(Verschil(van: "a", naar: "a").isEmpty)
    }
}

/// Small files and rooms for these tests.
enum Shelf {
    static let content =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/Content"

    static func file(_ name: String, _ text: String) throws -> SourceFile {
        let path = FileManager.default.temporaryDirectory.appending(path: "bron-\(UUID().uuidString)")
        try Data(text.utf8).write(to: path)
        let file = try SourceFile.read(path.path, named: name, as: name)
        try FileManager.default.removeItem(at: path)
        return file
    }

    static func room(_ database: Database) throws -> Leeszaal {
        Leeszaal(database, Boekenplank(try AdviserContent(folder: content + "/adviseur")))
    }
}
