import Basics
import Database
import Foundation
import Incasso
import Jobs
import Journal
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

/// What must hold: no letter, cost or handover for a claim that was paid, paused or disputed before the letter was made
/// final; and none that waited leaves after. Two nodes with connections of their own work on one database.
///
/// `ONTKNOOP_INTERLEAVINGS` says how many seeds are tried; each is 40 people over two rounds on each database.
@Suite("No reminder after payment", .serialized)
struct InterleavingTests {
    static let seeds: ClosedRange<UInt64> =
        1...(ProcessInfo.processInfo.environment["ONTKNOOP_INTERLEAVINGS"].flatMap { UInt64($0) } ?? 2)

    @Test(arguments: TestDatabase.shared, seeds)
    func `nothing leaves after payment, pause or dispute, whichever comes first on two nodes`(
        on kind: TestDatabase, seed: UInt64
    ) async throws {
        try await kind.at { location in
            try await TestDatabase.open(location) { first in
                try await TestDatabase.open(location) { second in
                    try await InterleavingTests.play(TestHouse(first), TestHouse(second), seed: seed)
                }
            }
        }
    }

    private static func play(_ one: TestHouse, _ other: TestHouse, seed: UInt64) async throws {
        let people = (1...40).map(Debiteur.nummer)
        try await one.act { act in
            for person in people {
                _ = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: Post.huur(person).item).run(in: act)
            }
        }
        try await one.settle()
        var random = SeededRandom(seed: seed)
        for _ in 0..<2 {
            one.clock.move(to: one.clock.now.adding(days: 14))
            other.clock.move(to: one.clock.now)
            let acts = people.map { ($0, Disturbance.allCases.randomElement(using: &random) ?? .nothing) }.shuffled(
                using: &random)
            try await race(one, other, acts)
        }
        try await one.move(days: 1)
        for person in people { try await check(person, in: one, seed) }
        #expect(try await one.flaws() == [], "seed \(seed)")
    }

    fileprivate enum Disturbance: CaseIterable { case pay, pause, dispute, nothing }

    private static func race(_ one: TestHouse, _ other: TestHouse, _ acts: [(Debiteur, Disturbance)]) async throws {
        let now = one.clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for house in [one, other] { group.addTask { _ = try await house.runner().runDue(now: now) } }
            for (index, (person, disturbance)) in acts.enumerated() {
                let house = index.isMultiple(of: 2) ? one : other
                group.addTask { try await house.disturb(person, disturbance) }
            }
            try await group.waitForAll()
        }
    }

    /// The chain of a zaak is the order in which things really happened to it.
    private static func check(_ person: Debiteur, in house: TestHouse, _ seed: UInt64) async throws {
        var stops: Set<String> = []
        for entry in try await house.entries(of: try await house.zaak(of: person)) {
            let template = entry.content["sjabloon"].text ?? ""
            switch entry.kind {
            case "betaling_ontvangen", "zaak_gepauzeerd", "toestand_begonnen": stops.insert(entry.kind)
            case "zaak_hervat": stops.remove("zaak_gepauzeerd")
            case "brief_opgemaakt", "brief_verzonden":
                guard template != "betaling_ontvangen" else { continue }
                #expect(stops.isEmpty, "seed \(seed): \(person.naam) had \(stops) and got \(template)")
            case "geboekt":
                guard entry.content["soort"].text == "kosten" else { continue }
                #expect(stops.isEmpty, "seed \(seed): \(person.naam) had \(stops) and got costs")
            default: break
            }
        }
    }
}

extension TestHouse {
    fileprivate func disturb(_ person: Debiteur, _ what: InterleavingTests.Disturbance) async throws {
        let zaak = try await zaak(of: person)
        guard zaak.isOpen else { return }
        let today = clock.today
        do {
            switch what {
            case .pay: try await pay(.euros(600), from: person, kenmerk: try await kenmerk(of: person))
            case .pause:
                try await act {
                    _ = try Pauze.Beginning(partij: zaak.partij, einde: today + 100, reden: "rust", door: .anja).run(
                        in: $0)
                }
            case .dispute:
                try await act {
                    _ = try Toestand.Beginning(
                        partij: zaak.partij, soort: .betwisting, begin: today, bewijs: "mail", door: .anja
                    ).run(in: $0)
                }
            case .nothing: break
            }
        } catch ZaakRefusal.alreadyPaused {
        } catch ToestandRefusal.alreadyHolds {
        }
    }
}
