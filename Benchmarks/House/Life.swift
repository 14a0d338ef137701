import Basics
import Database
import Journal
import TestHouse

/// Lets the processes of all zaken run, under a clock that jumps from one thing that is due to the next.
struct Life {
    let days: Int

    func run(on location: String) async throws {
        try await withDatabase(location) { database in
            let house = try await TestHouse(database, at: wall().adding(days: -45))
            let before = try await database.read { try $0.journal.lastPosition() }
            let took = try await seconds { try await house.move(days: days) }
            let entries = try await database.read { try $0.journal.lastPosition() } - before
            tell(
                "processes of the house over \(days) days", "\(brief(took)) s, \(peakMemory())",
                beside: "\(entries) entries in the journal, \(house.mishaps.all.count) mishaps")
        }
    }
}
