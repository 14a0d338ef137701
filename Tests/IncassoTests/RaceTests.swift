import Basics
import Incasso
import Jobs
import Journal
import Klanten
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Payments and pauses against due letters")
struct RaceTests {
    /// Letters that ask for nothing.
    static let polite: Set<String> = ["betaling_ontvangen", "afgeboekt"]

    @Test(arguments: TestDatabase.servers, UInt64(1)...3)
    func `no letter is made for who has paid or is paused, with two nodes at work`(
        on kind: TestDatabase, seed: UInt64
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let people = (1...16).map(Debiteur.nummer)
            try await house.act { act in
                for person in people {
                    _ = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: Post.huur(person).item).run(in: act)
                }
            }
            try await house.settle()
            var random = SeededRandom(seed: seed)
            for _ in 0..<2 {
                house.clock.move(to: house.clock.now.adding(days: 14))
                try await house.race(people.filter { _ in Bool.random(using: &random) }, by: seed)
            }

            try await house.move(days: 1)
            for person in people { try await check(person, in: house) }
            #expect(try await house.flaws() == [])
        }
    }

    /// The chain of a zaak is the order in which things really happened to it.
    private func check(_ person: Debiteur, in house: TestHouse) async throws {
        var (isPaid, isPaused) = (false, false)
        var letters: [String] = []
        for entry in try await house.entries(of: try await house.zaak(of: person)) {
            switch entry.kind {
            case "betaling_ontvangen": isPaid = true
            case "zaak_gepauzeerd": isPaused = true
            case "zaak_hervat": isPaused = false
            case "brief_opgemaakt":
                let template = entry.content["sjabloon"].text ?? ""
                letters.append(template)
                if !RaceTests.polite.contains(template) {
                    #expect(!isPaid, "\(person.naam) had paid and got \(template)")
                    #expect(!isPaused, "\(person.naam) was paused and got \(template)")
                }
            default: break
            }
        }
        #expect(Set(letters).count == letters.count, "\(person.naam) got \(letters)")
    }
}

extension TestHouse {
    /// Two nodes do what is due while money comes in from some people and others are paused.
    fileprivate func race(_ some: [Debiteur], by seed: UInt64) async throws {
        let now = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<2 { group.addTask { _ = try await self.runner().runDue(now: now) } }
            for (index, person) in some.enumerated() {
                group.addTask {
                    guard try await self.zaak(of: person).isOpen else { return }
                    if (UInt64(index) + seed).isMultiple(of: 2) {
                        _ = try await self.payAll(person)
                    } else {
                        _ = try await self.pauseUntilFar(person)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func payAll(_ person: Debiteur) async throws {
        let reference = try await kenmerk(of: person)
        try await pay(.euros(600), from: person, kenmerk: reference)
    }

    private func pauseUntilFar(_ person: Debiteur) async throws {
        let partij = try await zaak(of: person).partij
        let today = clock.today
        do {
            try await act {
                _ = try Pauze.Beginning(partij: partij, einde: today + 100, reden: "rust", door: .anja).run(in: $0)
            }
        } catch ZaakRefusal.alreadyPaused {}
    }
}
