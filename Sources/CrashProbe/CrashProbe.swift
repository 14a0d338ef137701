import Basics
import Database
import Foundation
import Journal

/// Writes to the journal of a database for ever and prints what was acknowledged; tests kill it and see that none of that is lost.
@main
enum CrashProbe {
    static func main() async throws {
        let database = try await Database.open(DatabaseLocation(CommandLine.arguments[1]))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask { try await write(Subject(kind: "probe", id: "\(writer)"), to: database) }
            }
            try await group.waitForAll()
        }
    }

    private static func write(_ subject: Subject, to database: Database) async throws {
        while true {
            let entry = try await database.write { tx in
                try tx.journal.append(
                    NewEntry(
                        subject: subject, kind: "geschreven", content: [:], actor: .system("probe"), purpose: "test"),
                    at: Moment(milliseconds: 0))
            }
            try FileHandle.standardOutput.write(contentsOf: Data("\(subject.id) \(entry.number)\n".utf8))
        }
    }
}
