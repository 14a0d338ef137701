import Basics
import Foundation
import Procesbot

/// Our retrieval and our full advice on the passages and questions of `corpus.py`; prints one line of JSON.
struct Bench {
    let passages: [JSON]
    let questions: [JSON]
    static let rounds = 5
    static let day = Day(2026, 11, 20) ?? Day(number: 0)

    init(_ folder: String) throws {
        passages = try Bench.lines(folder + "/passages.jsonl")
        questions = try Bench.lines(folder + "/questions.jsonl")
    }

    private static func lines(_ path: String) throws -> [JSON] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { try JSON(parsing: String($0)) }
    }

    func run(_ tables: String) throws -> JSON {
        let content = try AdviserContent(folder: tables)
        let before = Bench.residentBytes()
        let start = ContinuousClock.now
        let documents = passages.map { one in
            LibraryDocument(
                name: "\(one["id"].integer ?? 0)",
                text: "# \(one["title"].text ?? "")\n\n## \(one["heading"].text ?? "")\n\n\(one["text"].text ?? "")\n")
        }
        let adviser = try Adviser(Library(documents, words: content.words), content)
        let build = ContinuousClock.now - start
        let size = Bench.residentBytes() - before
        let (found, search) = times { adviser.library.search($0, on: Bench.day, limit: 5).map(\.document.name) }
        let (_, advice) = times {
            _ = adviser.advise($0, on: Bench.day); return []
        }
        return [
            "name": "ontknoop", "recallAt5": Bench.decimal(recall(found) * 10_000, places: 4),
            "p50ms": Bench.milliseconds(search, 50), "p95ms": Bench.milliseconds(search, 95),
            "buildSeconds": Bench.decimal(Bench.seconds(build) * 100, places: 2),
            "residentMB": JSON(size / 1_000_000), "adviceP50ms": Bench.milliseconds(advice, 50),
            "adviceP95ms": Bench.milliseconds(advice, 95),
        ]
    }

    /// What was found in the first round, and how long each question took in all rounds, shortest first.
    private func times(_ body: (String) -> [String]) -> ([[String]], [Duration]) {
        for one in questions.prefix(20) { _ = body(one["question"].text ?? "") }
        var found: [[String]] = []
        var times: [Duration] = []
        for round in 0..<Bench.rounds {
            for one in questions {
                let start = ContinuousClock.now
                let names = body(one["question"].text ?? "")
                times.append(ContinuousClock.now - start)
                if round == 0 { found.append(names) }
            }
        }
        return (found, times.sorted())
    }

    private func recall(_ found: [[String]]) -> Double {
        let shares = zip(found, questions).map { names, question in
            let wanted = (question["relevant"].elements ?? []).compactMap(\.integer).map(String.init)
            return Double(wanted.count { names.contains($0) }) / Double(max(1, wanted.count))
        }
        return shares.reduce(0, +) / Double(max(1, shares.count))
    }

    private static func milliseconds(_ times: [Duration], _ percent: Int) -> JSON {
        decimal(seconds(times[min(times.count - 1, times.count * percent / 100)]) * 1_000_000, places: 3)
    }

    private static func seconds(_ time: Duration) -> Double {
        Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }

    private static func decimal(_ scaled: Double, places: Int) -> JSON {
        .number(Decimal128(coefficient: Int128(scaled.rounded()), exponent: -places) ?? Decimal128(0))
    }

    private static func residentBytes() -> Int {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
            .dropFirst().first
        return (pages.flatMap { Int($0) } ?? 0) * 4_096
    }
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    print("use: RetrievalBenchmark DATA TABLES")
    exit(2)
}
print(try Bench(arguments[1]).run(arguments[2]).canonical)
