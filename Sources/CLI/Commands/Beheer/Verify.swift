import ArgumentParser
import Basics
import Database
import Foundation
import Incasso
import Journal

/// Walks the chains of the journal, and compares the ledgers with it.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Walk the journal's chains, compare the ledgers with them, and name every place that is broken.")

    @OptionGroup var house: HouseOptions
    @Option(
        help:
            "A file to keep elsewhere: what it says of the journal before is compared, and what holds now is added to it."
    )
    var heads: String?

    func run() async throws {
        let settings = try await Settings.read(house)
        if case .sqlite(let path) = settings.database, !FileManager.default.fileExists(atPath: path) {
            throw ValidationError("There is no database at \(path).")
        }
        let before = try earlier()
        let database = try await House.openDatabase(settings)
        let found = try await database.read { tx in try Findings(tx, before, at: House.realTime()) }
        await database.close()
        for line in found.lines { print(line) }
        guard found.lines.isEmpty else { throw ExitCode.failure }
        if let heads { try add(found.end, to: heads) }
        print("The journal is whole: \(found.entries) entries. The ledgers are as it says: \(found.booked) bookings.")
        if heads != nil {
            print("It holds all that \(before.count) earlier heads say; this one was added: \(found.end)")
        }
    }

    /// What the file of heads says; a line that cannot be read is told, not skipped.
    private func earlier() throws -> [JournalAnchor] {
        guard let heads, FileManager.default.fileExists(atPath: heads) else { return [] }
        let lines = try String(contentsOfFile: heads, encoding: .utf8).split(separator: "\n").map(String.init)
        return try lines.map { line in
            guard let anchor = JournalAnchor(line) else {
                throw ValidationError("\(heads) has a line that is no head: \(line)")
            }
            return anchor
        }
    }

    private func add(_ anchor: JournalAnchor, to path: String) throws {
        if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(fileURLWithPath: path)) }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data("\(anchor)\n".utf8))
        try file.close()
    }
}

/// What a walk over all records found.
private struct Findings: Sendable {
    var lines: [String] = []
    let entries: Int
    let booked: Int
    let end: JournalAnchor

    init(_ tx: Transaction, _ before: [JournalAnchor], at now: Moment) throws {
        var lines: [String] = []
        try tx.journal.verify { lines.append("\($0.subject) \($0.number): \($0.flaw)") }
        booked = try tx.grootboek.run { lines.append("\($0.zaak) \($0.factuurnummer ?? ""): \($0.flaw.rawValue)") }
        let anchors = try tx.journal.anchors(upTo: Set(before.map(\.position)), at: now)
        for anchor in tx.journal.broken(before, now: anchors.known) {
            lines.append("the journal is not what it was on \(anchor.moment), up to position \(anchor.position)")
        }
        (entries, end, self.lines) = (try tx.journal.count(), anchors.end, lines)
    }
}
