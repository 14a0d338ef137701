import Database
import Foundation
import Journal
import TestSupport
import Testing

@Suite("Crashes")
struct CrashTests {
    @Test(arguments: TestDatabase.shared)
    func `a process that is killed in the middle of writing loses nothing it acknowledged`(
        on kind: TestDatabase
    ) async throws {
        try await kind.at { location in
            try await TestDatabase.open(location) { _ in }
            var acknowledged: [String: Int64] = [:]
            for lines in [40, 150, 400] {
                acknowledged.merge(try killed(after: lines, writingTo: location)) { max($0, $1) }
            }
            let promised = acknowledged

            try await TestDatabase.open(location) { db in
                #expect(try await db.faults() == [])
                for (subject, number) in promised {
                    let last = try await db.read { tx in
                        try tx.journal.entries(of: Subject(kind: "probe", id: subject), limit: 1).first?.number ?? 0
                    }
                    #expect(last >= number)
                }
            }
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `on PostgreSQL an answer comes after the flush`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            for _ in 0..<30 {
                let written: String = try await db.write { tx in
                    try tx.journal.append(.note("een"), at: noon)
                    return try tx.first("SELECT CAST(pg_current_wal_insert_lsn() AS TEXT) AS place")?["place"] ?? ""
                }
                let isFlushed = try await db.read { tx in
                    try tx.first("SELECT pg_current_wal_flush_lsn() > CAST(\(written) AS pg_lsn) AS flushed")?[
                        "flushed"] as Bool?
                }
                #expect(isFlushed == true)
            }
        }
    }

    /// Starts the probe, reads what it acknowledges, and kills it; the last number of each subject.
    private func killed(after lines: Int, writingTo location: DatabaseLocation) throws -> [String: Int64] {
        let process = Process()
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(filePath: tests).deletingLastPathComponent().appending(path: "CrashProbe")
        process.arguments = [location.text]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var text = ""
        while text.count(where: \.isNewline) < lines {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(text.count(where: \.isNewline) >= lines)
        return acknowledged(in: text)
    }

    /// Only whole lines count.
    private func acknowledged(in text: String) -> [String: Int64] {
        var last: [String: Int64] = [:]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let words = line.split(separator: " ")
            guard words.count == 2, let number = Int64(words[1]) else { continue }
            last[String(words[0]), default: 0] = max(last[String(words[0]), default: 0], number)
        }
        return last
    }
}

extension DatabaseLocation {
    /// The location as an argument of a program.
    fileprivate var text: String {
        switch self {
        case .memory: ":memory:"
        case .sqlite(let path): path
        case .postgres(let url, _): url
        }
    }
}
