import Foundation

/// Measures the engine alone, in memory, on one thread.
///
/// `models [NAME …]` gives nanoseconds for each instance of the models in Benchmarks/models, a line for each, as the peers do;
/// `year COUNT` runs the collection process for so many people over a simulated year; `files FOLDER` reads and checks the
/// models of a folder and refuses hostile ones.
@main
enum EngineBenchmark {
    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        switch words.first {
        case "models": try Models(only: Set(words.dropFirst())).run()
        case "year": try Year(count: words.count > 1 ? Int(words[1]) ?? 10_000 : 10_000).run()
        case "files": try Files(folder: words.count > 1 ? words[1] : nil).run()
        default: print("models, year or files")
        }
    }
}

let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path

func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: packageRoot + "/" + path))) }

/// The seconds that a piece of work takes.
func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return Double((ContinuousClock.now - start) / .nanoseconds(1)) / 1_000_000_000
}

/// A number of a few digits.
func brief(_ value: Double) -> String {
    value >= 100 ? "\(Int(value.rounded()))" : String(format: value >= 10 ? "%.1f" : "%.2f", value)
}

/// The most memory that this process has had, in megabytes.
func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1_024
}
