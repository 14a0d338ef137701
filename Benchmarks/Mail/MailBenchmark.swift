import Basics
import Foundation
import Postvak

/// Reads and sorts mails of the shapes that people send, and prints how many go in a minute on two threads.
@main
enum MailBenchmark {
    static func main() async throws {
        let content = CommandLine.arguments.dropFirst().first ?? "Content"
        let count = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 10_000
        let sorteerder = try Sorteerder(content: content)
        var maker = MailMaker(seed: 2026)
        let mails = maker.mails(count)
        let model = MailMaker.model(sorteerder)
        let clock = ContinuousClock()
        let start = clock.now
        let files = try await withThrowingTaskGroup(of: Int.self) { group in
            for half in 0..<2 {
                group.addTask {
                    var files = 0
                    for index in stride(from: half, to: mails.count, by: 2) {
                        let mail = try MailReader.read(mails[index])
                        files += mail.files.count
                        precondition(!sorteerder.sorteer(mail, model).voorstellen.isEmpty)
                    }
                    return files
                }
            }
            var all = 0
            for try await files in group { all += files }
            return all
        }
        let seconds =
            Double((clock.now - start).components.attoseconds) / 1e18 + Double((clock.now - start).components.seconds)
        let bytes = mails.map(\.count).reduce(0, +)
        print("| mails read and sorted, two threads | \(Int(Double(count) / seconds * 60)) a minute | goal: 10,000 |")
        print("\(count) mails, \(bytes / 1_000_000) MB, \(files) files, in \(Int(seconds * 1_000)) ms")
    }
}
