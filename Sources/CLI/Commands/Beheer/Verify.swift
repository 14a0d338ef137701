import ArgumentParser
import Database
import Journal
import Synchronization

/// Walks the chains of the journal.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Walk the journal's chains and name every place where they are broken.")

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let database = try await House.openDatabase(try await Settings.read(house))
        let faults = try await database.read { tx in try tx.journal.verify() }
        await database.close()
        for fault in faults { print("\(fault.subject) \(fault.number): \(fault.flaw)") }
        if !faults.isEmpty { throw ExitCode.failure }
        print("The journal is whole.")
    }
}
