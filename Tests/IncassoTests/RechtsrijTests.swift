import Basics
import Database
import Foundation
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Incasso

@Suite("Rows that people add to the legal tables")
struct RechtsrijTests {
    static let facts: [Rechtsbestand.Rij.Feit] = [
        .init(naam: "van", waarde: "2027-01-01"), .init(naam: "percentage", waarde: "5"),
        .init(naam: "bron", waarde: "Stb. 2026"),
    ]

    private static func boek() throws -> Rechtsboek {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../../Content/recht")
            .standardized
        return try Rechtsboek { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }
    }

    @Test(arguments: TestDatabase.all)
    func `one proposes and another agrees; then it holds, on every node`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (here, there) = (try Self.boek(), try Self.boek())
            let row = try await house.act { act in
                try Rechtsrij.Proposal(
                    bestand: "rente.yaml", lijst: "consument.rijen", feiten: Self.facts, door: .anja
                ).run(in: act, boek: here)
            }
            let day = try #require(Day(2027, 2, 1))
            try await here.reload(from: db)
            #expect(here.tables.interest.consument.value(on: day) == Rate(percent: "4"))
            await #expect(throws: RechtsrijRefusal.ownRow) {
                try await house.act {
                    try Rechtsrij.Decision(rij: row.id, isAkkoord: true, door: .anja).run(in: $0, boek: here)
                }
            }
            try await house.act {
                try Rechtsrij.Decision(rij: row.id, isAkkoord: true, door: .bart).run(in: $0, boek: here)
            }
            for boek in [here, there] {
                try await boek.reload(from: db)
                #expect(boek.tables.interest.consument.value(on: day) == Rate(percent: "5"))
            }
            await #expect(throws: RechtsrijRefusal.alreadyDecided) {
                try await house.act {
                    try Rechtsrij.Decision(rij: row.id, isAkkoord: false, door: .bart).run(in: $0, boek: here)
                }
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a holiday that someone adds moves the delivery of the next 14-day letter, and its term, by a day`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let boek = try Self.boek()
            let pers = try ShippedContent.shared.get().dienst.pers
            let house = try await TestHouse(db) { playbook in
                Incassodienst(boek: boek, pers: pers).offer(to: &playbook.diensten)
            }
            try await house.take(.huur(.bram), .huur(.noor))
            let write: @Sendable (Debiteur) async throws -> Day? = { debiteur in
                let zaak = try await house.zaak(of: debiteur)
                return try await house.act {
                    try Brief.Making(zaak: zaak.id, sjabloon: Brief.veertiendagenbrief, kanaal: "post").run(in: $0)
                }.termijnEinde
            }
            let before = try #require(try await write(.bram))
            // Fifteen days run from delivery: the day of delivery becomes a day off.
            try await house.holiday(on: before - 15, in: boek)
            try await boek.reload(from: db)
            #expect(try await write(.noor) == before + 1)
        }
    }

    @Test func `a row without source, without day, of no table, or that cannot be reckoned with is refused`()
        async throws
    {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let boek = try Self.boek()
            let propose: @Sendable (String, [String: String]) async throws -> Void = { list, changes in
                let facts = Self.facts.map {
                    Rechtsbestand.Rij.Feit(naam: $0.naam, waarde: changes[$0.naam] ?? $0.waarde)
                }
                try await house.act {
                    _ = try Rechtsrij.Proposal(bestand: "rente.yaml", lijst: list, feiten: facts, door: .anja)
                        .run(in: $0, boek: boek)
                }
            }
            await #expect(throws: RechtsrijRefusal.sourceMissing) {
                try await propose("consument.rijen", ["bron": " "])
            }
            await #expect(throws: RechtsrijRefusal.dayMissing) {
                try await propose("consument.rijen", ["van": "straks"])
            }
            await #expect(throws: RechtsrijRefusal.self) { try await propose("consument", [:]) }
            await #expect(throws: RechtsrijRefusal.self) {
                try await propose("consument.rijen", ["percentage": "veel"])
            }
        }
    }
}

extension TestHouse {
    /// Someone adds a holiday on the screen of legal tables, and another person agrees.
    fileprivate func holiday(on day: Day, in boek: Rechtsboek) async throws {
        let monthAndDay = String(day.description.dropFirst(5))
        let facts = [
            ("naam", "dag-van-de-buurt"), ("van", "2026-01-01"), ("dag", monthAndDay), ("bron", "Stb. 2026"),
        ].map { Rechtsbestand.Rij.Feit(naam: $0.0, waarde: $0.1) }
        let row = try await act {
            try Rechtsrij.Proposal(bestand: "feestdagen.yaml", lijst: "feestdagen", feiten: facts, door: .anja)
                .run(in: $0, boek: boek)
        }
        try await act { try Rechtsrij.Decision(rij: row.id, isAkkoord: true, door: .bart).run(in: $0, boek: boek) }
    }
}
