import Basics
import Database
import Exchange
import Journal
import Klanten
import TestHouse
import TestSupport
import Testing

@testable import Incasso
@testable import Zaken

/// What the databases intend to do for the questions of the main pages; with many rows it must not be to read them all.
@Suite("Plans")
struct PlanTests {
    /// Rows enough that nobody would walk through them: a hundred zaken, told to be typical by ANALYZE.
    private func plans(of queries: @Sendable @escaping (Transaction) throws -> [Query], on kind: TestDatabase)
        async throws
        -> [(query: String, plan: [String])]
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.act { act in
                for number in 1...60 {
                    let item = Post.huur(.nummer(number)).item
                    _ = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: item).run(in: act)
                }
            }
            return try await db.write { tx in
                if kind == .postgres { try tx.run("SET LOCAL enable_seqscan = off") }
                return try queries(tx).map { query in
                    let explained: Query = "\(sqlite: "EXPLAIN QUERY PLAN", postgres: "EXPLAIN") \(query)"
                    let plan = try tx.rows(explained).map { row -> String in
                        kind == .postgres ? try row["QUERY PLAN"] : try row["detail"]
                    }
                    return ("\(query)", plan)
                }
            }
        }
    }

    /// Whole tables that grow with the number of zaken, walked from end to end.
    private func walks(_ plan: [String]) -> [String] {
        let large = [
            "taken", "zaken", "partijen", "vorderingen", "mutaties", "boekingen", "betalingen", "journal", "jobs",
            "zoekregels", "brieven", "documenten", "procesinstanties", "regelingen", "overdrachten", "incassoregels",
            "pauzes", "knopen", "t", "z", "p", "r", "j",
        ]
        return plan.filter { line in
            large.contains { name in
                line.hasPrefix("SCAN \(name)")
                    && (line == "SCAN \(name)" || line.hasPrefix("SCAN \(name) USING INDEX sqlite"))
                    || line.contains("Seq Scan on \(name) ") || line.hasSuffix("Seq Scan on \(name)")
            }
        }
    }

    private func expectNoWalks(
        on kind: TestDatabase, _ queries: @Sendable @escaping (Transaction) throws -> [Query]
    ) async throws {
        for (query, plan) in try await plans(of: queries, on: kind) {
            #expect(walks(plan) == [], "\(query)\n\(plan.joined(separator: "\n"))")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the lists of taken, narrowed, sorted, searched and counted`(on kind: TestDatabase) async throws {
        let sets = ["incasso", "incasso,klantenservice"]
        try await expectNoWalks(on: kind) { _ in
            let whose: [Werkvoorraad.Van] = [.mij(.anja), .groepen(["incasso"]), .niemand(["incasso"])]
            return whose.flatMap { van in
                Werkvoorraad.Volgorde.allCases.flatMap { order in
                    ["", "jansen"].flatMap { words in
                        [nil, "A.2.2"].flatMap { step in
                            let list = Werkvoorraad(van: van, volgorde: order, zoek: words, stap: step)
                            return [
                                list.select(sets, limit: 50, offset: 100),
                                list.select(["incasso"], limit: 50, offset: 0),
                                "SELECT count(*) FROM (\(list.all(sets))) AS alle",
                            ] + list.counting(sets)
                        }
                    }
                }
            } + [Groepen.sets(with: ["incasso"])]
        }
    }

    @Test(arguments: TestDatabase.all)
    func `search over zaken and people, ranked and newest first`(on kind: TestDatabase) async throws {
        try await expectNoWalks(on: kind) { _ in
            ["jansen", "bram jansen", "zaak-2026-000012", "1234 ab"].flatMap { words in
                [Zoekvraag(words), Zoekvraag(words, soort: .zaak), Zoekvraag(words, soort: .klant, facet: "persoon")]
                    .flatMap { Zoekindex.questions($0) }
                    + [GeschrevenStore.question(Zoekvraag(words), limit: 50, offset: 0)]
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what zaken that were found are narrowed by, payments, and zaken by the versions they run on`(
        on kind: TestDatabase
    ) async throws {
        let today = try #require(Day("2026-06-09"))
        try await expectNoWalks(on: kind) { _ in
            let narrowing = Zaakverfijning(
                [.stap: "A.2.2", .schuldeiser: "x", .periode: "maand", .team: "incasso"], today: today)
            let hits = Vangst(rijen: [1, 2]).treffers
            let payments = ["jansen", "150,00", "4300"].compactMap { Betaalvraag($0, in: .alle) }
            return Zaakverfijning.Soort.allCases.map { narrowing.question($0, hits) }
                + payments.map { $0.question("betalingen.id", limit: 50, offset: 0) }
                + [
                    "SELECT count(*) FROM \(hits) WHERE \(narrowing.clause())", ProcesStore.places,
                    "SELECT id FROM journal WHERE moment >= 'x' ORDER BY moment LIMIT 1",
                ]
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what a zaak, a klant, a payment and the journal are found by`(on kind: TestDatabase) async throws {
        try await expectNoWalks(on: kind) { _ in
            [
                "SELECT id FROM zaken WHERE partij_id = 'x' ORDER BY geopend DESC",
                "SELECT id FROM zaken WHERE nummer = 'x'", ZaakStore.amounts(of: ["x", "y"]),
                "SELECT id FROM vorderingen WHERE zaak_id = 'x' ORDER BY vervaldatum, id",
                "SELECT id FROM vorderingen WHERE kenmerk = 'x' AND open_hoofdsom + open_kosten + open_rente > 0",
                "SELECT id FROM vorderingen WHERE schuldeiser = 'x' AND factuurnummer = 'y'",
                "SELECT id FROM mutaties WHERE vordering_id = 'x' ORDER BY nummer",
                "SELECT id FROM partijen WHERE iban = 'x'",
                "SELECT id FROM taken WHERE zaak_id = 'x' AND staat IN ('open', 'rust') ORDER BY uiterlijk, id",
                "SELECT id FROM betalingen WHERE staat = 'te_plaatsen' ORDER BY datum, id LIMIT 200",
                "SELECT id FROM betalingen WHERE zaak_id = 'x' ORDER BY datum DESC, id DESC",
                "SELECT id FROM betalingen WHERE sleutel = 'x'",
                "SELECT id FROM brieven WHERE zaak_id = 'x' ORDER BY opgemaakt DESC",
                "SELECT id FROM documenten WHERE zaak_id = 'x' ORDER BY aangemaakt DESC",
                "SELECT id FROM journal WHERE subject_kind = 'zaak' AND subject_id = 'x' ORDER BY number DESC LIMIT 60",
                "SELECT id FROM jobs WHERE state = 'open' AND lease_until IS NULL AND due <= 'x' ORDER BY due, id LIMIT 1",
                "SELECT id FROM jobs WHERE subject_kind = 'zaak' AND subject_id = 'x' ORDER BY due, id",
                "SELECT id FROM regelingen WHERE zaak_id = 'x' ORDER BY id DESC",
                "SELECT id FROM overdrachten WHERE zaak_id = 'x' ORDER BY dag DESC, id DESC",
                "SELECT id FROM incassoregels WHERE zaak_id = 'x' AND staat = 'gepland'",
                "SELECT id FROM pauzes WHERE partij_id = 'x' ORDER BY id",
                "SELECT id FROM knopen WHERE partij_id = 'x' ORDER BY id",
                "SELECT id FROM imports ORDER BY begonnen DESC, id DESC LIMIT 50",
            ]
        }
    }
}
