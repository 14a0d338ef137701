import ArgumentParser
import Database
import Foundation
import Journal

/// Walks the chains of the journal.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Walk the journal's chains and name every place where they are broken.")

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let settings = try await Settings.read(house)
        if case .sqlite(let path) = settings.database, !FileManager.default.fileExists(atPath: path) {
            throw ValidationError("There is no database at \(path).")
        }
        let database = try await House.openDatabase(settings)
        let (faults, entries) = try await database.read { tx in (try tx.journal.verify(), try tx.journal.count()) }
        await database.close()
        for fault in faults { print("\(fault.subject) \(fault.number): \(fault.flaw)") }
        if !faults.isEmpty { throw ExitCode.failure }
        print("The journal is whole: \(entries) entries.")
    }
}
