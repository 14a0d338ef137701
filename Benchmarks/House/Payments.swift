import Basics
import Database
import Exchange
import Foundation
import Incasso
import TestHouse

/// A bank statement in which every second debtor pays all of a claim and the others ten euros: written first, then taken in by another run
/// of this program, so that the memory is the import's own.
struct Payments {
    let entries: Int

    private var file: URL { FileManager.default.temporaryDirectory.appending(path: "statement-\(entries).xml") }

    func prepare(from location: String) async throws {
        try await withDatabase(location) { database in
            let text = afschrift(try await transfers(in: database), nummer: 4_711)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }

    func run(on location: String) async throws {
        try await withDatabase(location) { database in
            let house = try await TestHouse(database, at: wall())
            let took = try await seconds {
                let report = try await Afschriftimport(office: house.office)
                    .run(ImportFile(at: file), named: "statement.xml", by: "benchmark")
                print("\(report.nieuw) new, \(report.afgewezen) rejected")
            }
            tell("import of a camt.053 with \(entries) entries", "\(brief(took)) s, \(peakMemory())")
        }
        try FileManager.default.removeItem(at: file)
    }

    private func transfers(in database: Database) async throws -> [Overboeking] {
        try await database.read { [entries] tx in
            try tx.rows(
                "SELECT kenmerk, open_hoofdsom FROM vorderingen WHERE open_hoofdsom > 1000 ORDER BY id LIMIT \(entries)"
            ).enumerated().map { number, row in
                let (reference, open): (String, Money) = (try row["kenmerk"], try row["open_hoofdsom"])
                return Overboeking(
                    van: .nummer(number), number.isMultiple(of: 2) ? open : .euros(10), reference, ref: "B\(number)")
            }
        }
    }
}
