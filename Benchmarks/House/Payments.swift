import Basics
import Database
import Exchange
import Foundation
import Incasso
import TestHouse

/// Takes in a bank statement: every second debtor pays all of a claim, the others ten euros.
struct Payments {
    let entries: Int

    func run(on location: String) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "statement-\(entries).xml")
        try await withDatabase(location) { database in
            let house = try await TestHouse(database, at: wall())
            try write(try await transfers(in: database), to: file)
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

    private func write(_ transfers: [Overboeking], to file: URL) throws {
        try afschrift(transfers, nummer: 4_711).write(to: file, atomically: true, encoding: .utf8)
    }
}
