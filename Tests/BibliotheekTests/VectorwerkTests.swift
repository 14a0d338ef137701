import Basics
import Bibliotheek
import Database
import Procesbot
import Synchronization
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("What passages mean")
struct VectorwerkTests {
    /// A model that says what passages mean by their letters, and remembers what it was asked.
    private final class Model: Sendable {
        let asked = Mutex<[String]>([])
        /// How many texts it still answers, and how many numbers it answers with.
        let patience = Mutex(Int.max)
        let size = Mutex(3)

        struct Tired: Error {}

        func answer(_ texts: [String]) throws -> [Meaning] {
            guard patience.withLock({ $0 >= texts.count }) else { throw Tired() }
            patience.withLock { $0 -= texts.count }
            asked.withLock { $0 += texts }
            return texts.compactMap { text in
                Meaning((0..<size.withLock(\.self)).map { Float(text.utf8.count % ($0 + 2)) + 1 })
            }
        }

        func work(_ name: String = "klein") -> Vectorwerk { Vectorwerk(model: name) { try self.answer($0) } }
    }

    private static func shelve(_ house: TestHouse, _ name: String, _ passages: ClosedRange<Int>) async throws {
        let text = passages.map { "## Kop \($0)\n\nVraag uitstel \($0) per brief aan bij loket \($0).\n" }.joined(
            separator: "\n")
        let file = try Shelf.file(name, "# Uitstel\n\n" + text)
        try await house.act { act in try Bron.Filing(naam: name, file: file, door: "x").run(in: act) }
    }

    @Test(arguments: TestDatabase.all)
    func `only what is new or changed is asked, and what is gone is forgotten`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let (house, model) = (try await TestHouse(db), Model())
            let (work, now) = (model.work(), house.clock.now)
            try await Self.shelve(house, "u.md", 1...3)
            try await work.look(in: db, at: now)
            try await work.look(in: db, at: now)
            #expect(model.asked.withLock(\.count) == 3)
            try await Self.shelve(house, "u.md", 2...4)
            try await work.look(in: db, at: now)
            #expect(model.asked.withLock(\.count) == 4)
            try await model.work().look(in: db, at: now)
            #expect(model.asked.withLock(\.count) == 4)
            #expect(try await db.read { try $0.passagevectoren.hashes(of: "klein").count } == 3)
            try await model.work("groot").look(in: db, at: now)
            #expect(model.asked.withLock(\.count) == 7)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what was asked stays when the model gives up, and the next look goes on`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let (house, model) = (try await TestHouse(db), Model())
            let (work, now) = (model.work(), house.clock.now)
            try await Self.shelve(house, "u.md", 1...100)
            model.patience.withLock { $0 = 70 }
            await #expect(throws: Model.Tired.self) { try await work.look(in: db, at: now) }
            #expect(try await db.read { try $0.passagevectoren.hashes(of: "klein").count } == 64)
            model.patience.withLock { $0 = 100 }
            try await work.look(in: db, at: now)
            #expect(model.asked.withLock(\.count) == 100)
        }
    }

    @Test func `another model by the same name is refused`() async throws {
        try await TestDatabase.memory.with { db in
            let (house, model) = (try await TestHouse(db), Model())
            let (work, now) = (model.work(), house.clock.now)
            try await Self.shelve(house, "u.md", 1...2)
            try await work.look(in: db, at: now)
            model.size.withLock { $0 = 5 }
            try await Self.shelve(house, "v.md", 3...3)
            await #expect(throws: VectorFault.wrongDimension(known: 3, came: 5)) {
                try await work.look(in: db, at: now)
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the adviser knows what was learned without a new start, and says of which stand its advice is`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let (house, model) = (try await TestHouse(db), Model())
            let room = Leeszaal(
                db, Boekenplank(try AdviserContent(folder: Shelf.content + "/adviseur"), model: "klein"))
            let today = house.clock.now.day
            try await Self.shelve(house, "u.md", 1...3)
            #expect(try await room.adviser(on: today).library.meaningCount == 0)
            try await model.work().look(in: db, at: house.clock.now)
            #expect(try await room.adviser(on: today).library.meaningCount == 3)

            var question = Raadpleging("Hoe vraag ik uitstel aan?", inzicht: Inzicht(klant: true, bedragen: true))
            let playbook = house.office.playbook
            let plain = try await room.advies(question, on: today, in: playbook)
            question.betekenis = Meaning([1, 2, 3])
            let fused = try await room.advies(question, on: today, in: playbook)
            #expect(plain.advies.refused == nil && fused.advies.refused == nil && plain.stand != fused.stand)
        }
    }
}
