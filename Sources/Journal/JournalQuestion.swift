import Database

/// What someone looks for in the journal: of a kind, by some people, about a subject.
public struct JournalQuestion: Sendable {
    public var kind: String?
    /// Actors as text; nothing for all, an empty list for nobody.
    public var actors: [String]?
    /// The identifiers of subjects, or their ends; nothing for all.
    public var subject: String?
    /// Only entries before this position.
    public var before: Int64?

    public init(kind: String? = nil, actors: [String]? = nil, subject: String? = nil, before: Int64? = nil) {
        self.kind = kind
        self.actors = actors
        self.subject = subject
        self.before = before
    }
}

extension JournalStore {
    /// The entries asked for, over all subjects, the newest first.
    public func entries(_ question: JournalQuestion, limit: Int) throws -> [JournalEntry] {
        var clause: Query = "o.position < \(question.before ?? .max)"
        if let kind = question.kind { clause += " AND j.kind = \(kind)" }
        if let actors = question.actors { clause += " AND j.actor IN (\(list: actors))" }
        if let subject = question.subject {
            let end = "%" + subject.filter { $0 != "%" && $0 != "_" }
            clause += " AND j.subject_id LIKE \(end)"
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
}
