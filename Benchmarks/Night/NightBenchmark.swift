import Basics
import Database
import Foundation
import Incasso
import TestHouse

/// Runs the night over a database: `make DATABASE` gives it its tables, `run DATABASE DAY` prints claims, rows written and seconds.
@main
enum NightBenchmark {
    static func main() async throws {
        let words = Array(CommandLine.arguments.dropFirst())
        guard words.count >= 2 else { return print("make DATABASE, or run DATABASE DAY") }
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path
        let database = try await Database.open(DatabaseLocation(words[1]))
        try await database.migrate(Migration.read(folder: root + "/Content/migrations"))
        if words[0] == "run", words.count > 2, let day = Day(words[2]) { try await run(database, day) }
        await database.close()
    }

    private static func run(_ database: Database, _ day: Day) async throws {
        let house = try await TestHouse(database, at: Moment(day, hour: 2))
        let start = ContinuousClock.now
        let report = try await Nachtloop(office: house.office, recht: ShippedContent.shared.get().recht).run(on: day)
        let seconds = Double((ContinuousClock.now - start) / .microseconds(1)) / 1_000_000
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print("\(report.vorderingen)\t\(report.gewijzigd)\t\(seconds)\t\(usage.ru_maxrss / 1_024)")
    }
}
