import Basics
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Incasso

@Suite("Instalments that get another day")
struct VerplaatsingTests {
    @Test(arguments: 0..<200)
    func `skipping and promising move days and never a cent`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let first = Day(number: 20_000) + Int.random(in: 0..<400, using: &random)
        let open = Money(cents: Int64.random(in: 1_000...300_000, using: &random))
        var regeling = Betalingsregeling(
            id: Identifier(at: Moment(milliseconds: 0), random: &random),
            zaak: Identifier(at: Moment(milliseconds: 0), random: &random), staat: .lopend, overeengekomen: first,
            door: "t",
            termijnen: try Betalingsregeling.monthly(.euros(50), from: first, for: open), versie: 0)
        for _ in 0..<5 {
            let today = first + Int.random(in: -20..<300, using: &random)
            _ = regeling.receive(Money(cents: Int64.random(in: 0...9_000, using: &random)), on: today)
            let (paid, next) = (regeling.termijnen.map(\.voldaan), regeling.volgende?.nummer)
            if Bool.random(using: &random) {
                regeling.skip(on: today)
            } else {
                regeling.promise(by: today + 3, on: today)
            }
            #expect(regeling.bedrag == open && regeling.termijnen.map(\.voldaan) == paid, "seed \(seed)")
            #expect(regeling.volgende?.nummer == next, "seed \(seed)")
            #expect(regeling.termijnen.allSatisfy { !$0.isMissed(on: today, grace: 0) }, "seed \(seed)")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an arrangement below the smallest instalment, or of more than ten years, is refused at its amount`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.bespreekRegeling(met: .noor)
            let taak = try #require(try await house.taken(of: .noor).first { $0.stap == "A.3.2" })
            for cents: Int64 in [50, 499] {
                do {
                    try await house.complete(taak, Antwoord.regeling(Money(cents: cents), vanaf: house.clock.today))
                    Issue.record("accepted at \(cents) cents a month")
                } catch TaakRefusal.invalid(let fields) { #expect(fields.map(\.field) == ["perMaand"]) }
            }
            try await house.complete(taak, Antwoord.regeling(.euros(5), vanaf: house.clock.today))
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.3.2.akkoord"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an arrangement lapses only after a talk or three tries, and by the team lead`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.wilRegeling(.noor)
            try await house.maakRegeling(.euros(100), met: .noor)
            try await house.move(days: 20)
            let zaak = try await house.zaak(of: .noor).id
            let lapse = ["uitkomst": "vervallen", "gesproken": "nee", "toelichting": "Niet te bereiken."]
            let taak = try #require(try await house.taken(of: .noor).first { $0.stap == "contact-termijn" })
            do {
                try await house.complete(taak, lapse)
                Issue.record("accepted without a talk")
            } catch TaakRefusal.invalid(let fields) { #expect(fields.map(\.field) == ["gesproken"]) }
            for number in 1...3 {
                let contact = Contact(kanaal: "telefoon", reden: "Poging \(number)", initiatiefnemer: .wij)
                try await house.act { try Contact.Recording(zaak: zaak, contact: contact, gevoelig: []).run(in: $0) }
            }
            try await house.complete(taak, lapse)
            #expect(try await house.read { try $0.regelingen.running(for: zaak) } != nil)
            let decision = try #require(try await house.taken(of: .noor).first { $0.stap == "besluit-vervallen" })
            #expect(decision.groepen.names == ["teamleider"])
            try await house.complete(decision, ["uitkomst": "vervallen", "toelichting": "Drie pogingen."])
            #expect(try await house.read { try $0.regelingen.running(for: zaak) } == nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who skips an instalment hears nothing until the next, who promises a day nothing until then`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.wilRegeling(.noor)
            try await house.maakRegeling(.euros(100), met: .noor)
            let zaak = try await house.zaak(of: .noor).id
            let first = try #require(try await house.volgende(zaak))
            try await house.move(days: 20)
            try await house.doe("contact-termijn", of: .noor, ["uitkomst": "doorgaan", "gesproken": "ja"])
            let skipped = try #require(try await house.volgende(zaak))
            #expect(skipped == first.adding(months: 1))

            try await house.move(to: Moment(skipped + 2, hour: 12))
            #expect(try await house.taken(of: .noor).isEmpty)
            try await house.move(days: 5)
            let day = house.clock.today + 10
            try await house.doe(
                "contact-termijn", of: .noor, ["uitkomst": "betaalt", "betaaldag": "\(day)", "gesproken": "ja"])
            #expect(try await house.volgende(zaak) == day)
            try await house.move(to: Moment(day + 2, hour: 12))
            #expect(try await house.taken(of: .noor).isEmpty)
            try await house.move(days: 5)
            #expect(try await house.taken(of: .noor).map(\.stap) == ["contact-termijn"])
            #expect(house.mishaps.all == [])
        }
    }
}

extension TestHouse {
    fileprivate func volgende(_ zaak: Identifier<Zaak>) async throws -> Day? {
        try await read { try $0.regelingen.running(for: zaak)?.volgende?.vervaldag }
    }
}
