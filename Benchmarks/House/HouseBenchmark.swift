import Basics
import Database
import Dispatch
import Foundation

/// Measures the whole house on a real database, beside what this machine can do at most.
///
/// `import DATABASE DEBTORS` takes in open items, `live DATABASE DAYS` lets their processes run under a simulated clock,
/// `statement DATABASE ENTRIES` writes a bank statement and `payments DATABASE ENTRIES` takes it in,
/// `steps DATABASE CALLERS SECONDS` completes taken, `count DATABASE CALLERS STEPS` so many of them,
/// `crowd DATABASE CALLERS ZAKEN OTHERS SECONDS` lets many callers complete the same few, beside others with their own,
/// `sync FOLDER` counts what the disk can make durable, `commit DATABASE` how often one caller can commit one row, `empty PORT` serves a page with nothing on it.
@main
enum HouseBenchmark {
    /// The first thread stays, as valgrind cannot go on without it.
    static func main() {
        Task.detached {
            do {
                try await run()
                exit(0)
            } catch {
                print(error)
                exit(1)
            }
        }
        DispatchSemaphore(value: 0).wait()
    }

    private static func run() async throws {
        let words = Array(CommandLine.arguments.dropFirst())
        guard let first = words.first, words.count >= 2 else {
            return print("import, live, payments, steps, sync, commit or empty")
        }
        let number = words.count > 2 ? Int(words[2]) ?? 0 : 0
        switch first {
        case "import": try await Intake(debtors: number).run(on: words[1])
        case "live": try await Life(days: number).run(on: words[1])
        case "statement": try await Payments(entries: number).prepare(from: words[1])
        case "payments": try await Payments(entries: number).run(on: words[1])
        case "steps":
            try await Steps(callers: number, duration: words.count > 3 ? Double(words[3]) ?? 5 : 5).run(on: words[1])
        case "count":
            try await Steps(callers: number, most: words.count > 3 ? Int(words[3]) ?? 0 : 0).run(on: words[1])
        case "crowd":
            let numbers = words.dropFirst(2).compactMap(Int.init)
            guard numbers.count == 4 else { return print("crowd DATABASE CALLERS ZAKEN OTHERS SECONDS") }
            try await Crowd(callers: numbers[0], zaken: numbers[1], others: numbers[2], duration: Double(numbers[3]))
                .run(on: words[1])
        case "sync": try DiskSync(folder: words[1]).run()
        case "commit": try await SingleCommit().run(on: words[1])
        case "empty": try await EmptySite(port: Int(words[1]) ?? 8090).run()
        default: print("unknown: \(first)")
        }
    }
}

/// One line of the table.
func tell(_ name: String, _ figure: String, beside limit: String = "") { print("| \(name) | \(figure) | \(limit) |") }

/// A number of a few digits.
func brief(_ value: Double) -> String {
    value >= 100 ? "\(Int(value.rounded()))" : String(format: value >= 10 ? "%.1f" : "%.2f", value)
}

/// The most memory that this process has had, in megabytes.
func peakMemory() -> String {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return "\(usage.ru_maxrss / 1_024) MB"
}

/// The seconds that a piece of work takes.
func seconds(_ body: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try await body()
    return Double((clock.now - start) / .microseconds(1)) / 1_000_000
}

/// The seconds that processors have worked for this program.
func processorTime() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1_000_000 }.reduce(0, +)
}

/// Does something with a database that has its migrations.
func withDatabase(_ location: String, _ body: (Database) async throws -> Void) async throws {
    let database = try await Database.open(DatabaseLocation(location))
    try await database.migrate(Migration.read(folder: packageRoot + "/Content/migrations"))
    try await body(database)
    await database.close()
}

let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path

/// The clock on the wall.
func wall() -> Moment { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
