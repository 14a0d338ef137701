import Basics
import Database
import Journal

let noon = Moment(milliseconds: 1_775_000_000_000)

extension Subject {
    static let first = Subject(kind: "zaak", id: "1")
    static let second = Subject(kind: "zaak", id: "2")
}

extension NewEntry {
    static func note(_ text: String, on subject: Subject = .first) -> NewEntry {
        NewEntry(
            subject: subject, kind: "notitie_gemaakt", content: ["b": .string(text), "a": 1], actor: .system("proces"),
            purpose: "incasso")
    }
}

extension Database {
    @discardableResult
    func note(_ text: String, on subject: Subject = .first) async throws -> JournalEntry {
        try await write { try $0.journal.append(.note(text, on: subject), at: noon) }
    }

    func faults() async throws -> [ChainFault] { try await read { try $0.journal.verify() } }

    /// Which of these anchors no longer hold.
    func broken(_ anchors: JournalAnchor...) async throws -> [JournalAnchor] {
        try await read { tx in
            let now = try tx.journal.anchors(upTo: Set(anchors.map(\.position)), at: noon).known
            return tx.journal.broken(anchors, now: now)
        }
    }
}
