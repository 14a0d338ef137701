import Basics
import Bibliotheek
import Database
import Procesbot
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Changes that are measured before they count")
struct VoorstelTests {
    private static let old = "# Uitstel\n\n## 1 Duur van uitstel\n\nUitstel duurt hooguit 14 dagen.\n"
    private static let new = "# Uitstel\n\n## 1 Duur van uitstel\n\nUitstel duurt hooguit 21 dagen.\n"
    private static let questions = [
        TestQuestion(
            id: "D1", vraag: "Hoe lang duurt uitstel?", bronnen: ["uitstel.md 1"],
            woorden: ["14 dagen"]),
        TestQuestion(id: "W1", vraag: "Wat krijgt de hond te eten?", weigering: "ja"),
    ]

    /// A house with the first version in its library, and what measures there.
    private func open(_ db: Database) async throws -> (house: TestHouse, plank: Boekenplank, measure: Proefmeting) {
        let house = try await TestHouse(db)
        let first = try Shelf.file("uitstel.md", Self.old)
        try await house.act { act in try Bron.Filing(naam: "uitstel.md", file: first, door: "cora").run(in: act) }
        let plank = Boekenplank(try AdviserContent(folder: Shelf.content + "/adviseur"))
        return (house, plank, Proefmeting(plank, Self.questions))
    }

    private func measure(_ id: Identifier<Wijzigingsvoorstel>, _ proof: Proefmeting, _ house: TestHouse, _ db: Database)
        async throws -> Wijzigingsvoorstel
    {
        try await proof.run(["voorstel": .string(id.text)], in: db, at: house.clock.now)
        return try #require(try await db.read { try $0.voorstellen.find(id) })
    }

    @Test(arguments: TestDatabase.all)
    func `a new version that makes a question worse is seen before it counts, and asks for a tick`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let (house, plank, proof) = try await open(db)
            let second = try Shelf.file("uitstel.md", Self.new)
            let id = try await house.act { act in
                try Wijzigingsvoorstel.Proposing(
                    .bron(Bron.Filing(naam: "uitstel.md", file: second, door: "cora")), door: Medewerker("cora")
                ).run(in: act)
            }
            let one = try await measure(id, proof, house, db)
            let worse = try #require(one.uitslag?.verschillen.filter { $0.gevolg == .slechter })
            #expect(worse.map(\.id) == ["D1"])
            #expect((one.gesteld, one.vragen) == (2, 2))
            #expect(try await db.read { try $0.bronnen.newest().map(\.nummer) } == [1])

            func publish(_ anyway: Bool) async throws {
                try await house.act { act in
                    _ = try Wijzigingsvoorstel.Publication(
                        voorstel: id, ondanks: anyway, stand: plank.measured(act.tx), door: Medewerker("cora")
                    ).run(in: act)
                }
            }
            await #expect(throws: VoorstelRefusal.worse(1)) { try await publish(false) }
            try await publish(true)
            #expect(try await db.read { try $0.bronnen.newest().map(\.nummer) } == [2])
            await #expect(throws: VoorstelRefusal.decided) { try await publish(true) }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what is thrown away leaves the library as it was, and its file is kept no longer`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let (house, _, _) = try await open(db)
            let second = try Shelf.file("uitstel.md", Self.new)
            let id = try await house.act { act in
                try Wijzigingsvoorstel.Proposing(
                    .bron(Bron.Filing(naam: "uitstel.md", file: second, door: "cora")), door: Medewerker("cora")
                ).run(in: act)
            }
            let hash = second.document.hash
            #expect(try await db.read { try $0.inhoud.bytes(hash) } != nil)
            try await house.act { act in
                try Wijzigingsvoorstel.Discarding(voorstel: id, door: Medewerker("cora")).run(in: act)
            }
            #expect(try await db.read { try $0.inhoud.bytes(hash) } == nil)
            #expect(try await db.read { try $0.bronnen.newest().map(\.nummer) } == [1])
            #expect(try await db.read { try $0.voorstellen.open(limit: 5).isEmpty })
        }
    }

    @Test func `measuring that a person stops tells nothing, and can begin again`() async throws {
        try await TestDatabase.memory.with { db in
            let (house, plank, proof) = try await open(db)
            let id = try await house.act { act in
                try Wijzigingsvoorstel.Proposing(
                    .wijziging(.woorden(["uitstel", "zwoffel"], onder: nil)), door: Medewerker("cora")
                ).run(in: act)
            }
            try await house.act { try Wijzigingsvoorstel.Stopping(voorstel: id).run(in: $0) }
            let stopped = try await measure(id, proof, house, db)
            #expect(stopped.uitslag == nil && !stopped.isMeasuring)
            #expect(try await db.read { try stopped.doubt(plank.measured($0)) } == .unmeasured)
            try await house.act { try Wijzigingsvoorstel.Remeasuring(voorstel: id).run(in: $0) }
            #expect(try await measure(id, proof, house, db).uitslag != nil)
        }
    }

    @Test func `words and the lapse of a source are measured as well, each on the day on which they count`()
        async throws
    {
        try await TestDatabase.memory.with { db in
            let (house, _, _) = try await open(db)
            let plank = Boekenplank(try AdviserContent(folder: Shelf.content + "/adviseur"))
            let asked = [TestQuestion(id: "Z1", vraag: "Hoe lang duurt een zwoffel?", woorden: ["14 dagen"])]
            let words = try await house.act { act in
                try Wijzigingsvoorstel.Proposing(
                    .wijziging(.woorden(["uitstel", "zwoffel"], onder: nil)), door: Medewerker("cora")
                ).run(in: act)
            }
            let better = try await measure(words, Proefmeting(plank, asked), house, db)
            #expect(better.uitslag?.verschillen.map(\.gevolg) == [.beter])

            let bron = try #require(try await db.read { try $0.bronnen.newest().first?.bron.id })
            let today = house.clock.today
            let lapse = try await house.act { act in
                try Wijzigingsvoorstel.Proposing(.wijziging(.einde(bron, today + 5)), door: Medewerker("cora")).run(
                    in: act)
            }
            let worse = try await measure(lapse, Proefmeting(plank, Self.questions), house, db)
            #expect(worse.uitslag?.verschillen.map(\.id) == ["D1"])
        }
    }

    @Test func `a measurement that was overtaken is told from one that still holds`() async throws {
        try await TestDatabase.memory.with { db in
            let (house, plank, proof) = try await open(db)
            let id = try await house.act { act in
                try Wijzigingsvoorstel.Proposing(
                    .wijziging(.woorden(["uitstel", "respijt"], onder: nil)), door: Medewerker("cora")
                ).run(in: act)
            }
            let one = try await measure(id, proof, house, db)
            #expect(one.doubt(try await db.read { try plank.measured($0) }) == nil)
            let other = try Shelf.file("anders.md", "# Anders\n\n## 1 Iets\n\nEen regel.\n")
            try await house.act { act in try Bron.Filing(naam: "anders.md", file: other, door: "cora").run(in: act) }
            #expect(one.doubt(try await db.read { try plank.measured($0) }) == .overtaken)
            try await house.act { act in try Wijzigingsvoorstel.Remeasuring(voorstel: id).run(in: act) }
            let again = try await measure(id, proof, house, db)
            #expect(again.doubt(try await db.read { try plank.measured($0) }) == nil)
        }
    }
}
