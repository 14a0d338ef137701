public import Basics
import Database

/// What someone looks for in the journal: of a kind, by some people, about a subject, in a period.
public struct JournalQuestion: Sendable {
    public var kind: String?
    /// Actors as text; nothing for all, an empty list for nobody.
    public var actors: [String]?
    /// The identifiers of subjects, or their ends; nothing for all, an empty list for none.
    public var subjects: [String]?
    /// The first moment of the period, and the first after it.
    public var from: Moment?
    public var until: Moment?
    /// Only entries before this position.
    public var before: Int64?

    public init(
        kind: String? = nil, actors: [String]? = nil, subjects: [String]? = nil, from: Moment? = nil,
        until: Moment? = nil, before: Int64? = nil
    ) {
        self.kind = kind
        self.actors = actors
        self.subjects = subjects
        self.from = from
        self.until = until
        self.before = before
    }
}

extension JournalStore {
    /// Entries take their places in the order of their moments but for a few that were written at once.
    private static let slack: Int64 = 1_000

    /// The entries asked for, over all subjects, the newest first.
    public func entries(_ question: JournalQuestion, limit: Int) throws -> [JournalEntry] {
        var clause: Query = "o.position < \(question.before ?? .max)"
        if let kind = question.kind { clause += " AND j.kind = \(kind)" }
        if let actors = question.actors { clause += " AND j.actor IN (\(list: actors))" }
        if let subjects = question.subjects {
            guard !subjects.isEmpty else { return [] }
            let ends = subjects.map { "%" + $0.filter { $0 != "%" && $0 != "_" } }
            let any = ends.map { "j.subject_id LIKE \($0)" as Query }.joined(separator: " OR ")
            clause += " AND (\(any))"
        }
        if let from = question.from {
            guard let first = try place("moment >= \(from) ORDER BY moment") else { return [] }
            clause += " AND o.position >= \(first - JournalStore.slack) AND j.moment >= \(from)"
        }
        if let until = question.until {
            guard let last = try place("moment < \(until) ORDER BY moment DESC") else { return [] }
            clause += " AND o.position <= \(last + JournalStore.slack) AND j.moment < \(until)"
        }
        return try transaction.rows(
            """
            SELECT \(JournalEntry.columns)
            FROM journal_order o
            JOIN journal j ON j.id = o.entry_id
            WHERE \(clause)
            ORDER BY o.position DESC
            LIMIT \(limit)
            """
        ).map(JournalEntry.init(row:))
    }

    /// The place in the order of the first entry on a side of a moment.
    private func place(_ side: Query) throws -> Int64? {
        try transaction.first(
            """
            SELECT o.position FROM (SELECT id FROM journal WHERE \(side) LIMIT 1) AS j
            JOIN journal_order o ON o.entry_id = j.id
            """)?["position"]
    }
}
