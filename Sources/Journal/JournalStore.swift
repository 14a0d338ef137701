public import Basics
public import Database

/// The journal within a transaction: the audit trail, the timeline and the event log in one.
public struct JournalStore {
    let transaction: Transaction

    /// The channel on which each subject with a new entry is told, as `kind:id`.
    public static let channel = "journal"

    /// Records what happened, behind the last entry of its subject.
    @discardableResult
    public func append(_ new: NewEntry, at moment: Moment) throws -> JournalEntry {
        let chain = new.subject.description
        let content = new.content.canonical
        let entry = try follow(new, content, on: chain, at: moment)
        transaction.commitsInOrder = true
        try insert(entry, content)
        transaction.chainEnds[chain] = ChainEnd(number: entry.number, hash: entry.hash)
        try transaction.notify(JournalStore.channel, chain)
        return entry
    }

    /// Says that something will be recorded about a subject, within ``Transaction/foresee(_:)``.
    public func foresee(_ subject: Subject) throws { _ = try end(of: subject) }

    /// The entries of a subject, the last one first; `before` is a number to page on from.
    public func entries(of subject: Subject, before: Int64? = nil, limit: Int) throws -> [JournalEntry] {
        try transaction.rows(
            """
            SELECT \(JournalEntry.columns)
            FROM journal j
            LEFT JOIN journal_order o ON o.entry_id = j.id
            WHERE j.subject_kind = \(subject.kind) AND j.subject_id = \(subject.id) AND j.number < \(before ?? .max)
            ORDER BY j.number DESC
            LIMIT \(limit)
            """
        ).map(JournalEntry.init(row:))
    }

    /// What of these kinds happened to a subject, oldest first.
    public func entries(of subject: Subject, about kinds: [String]) throws -> [JournalEntry] {
        try transaction.rows(
            """
            SELECT \(JournalEntry.columns)
            FROM journal j
            LEFT JOIN journal_order o ON o.entry_id = j.id
            WHERE j.subject_kind = \(subject.kind) AND j.subject_id = \(subject.id) AND j.kind IN (\(list: kinds))
            ORDER BY j.number
            """
        ).map(JournalEntry.init(row:))
    }

    /// How many entries there are, over all subjects.
    public func count() throws -> Int {
        try transaction.first("SELECT count(*) AS entries FROM journal").map { try $0["entries"] } ?? 0
    }

    /// All entries in the order in which they became visible. Who goes on from the last position it saw, misses none.
    public func after(position: Int64, limit: Int) throws -> [JournalEntry] {
        try transaction.rows(
            """
            SELECT \(JournalEntry.columns)
            FROM journal_order o
            JOIN journal j ON j.id = o.entry_id
            WHERE o.position > \(position)
            ORDER BY o.position
            LIMIT \(limit)
            """
        ).map(JournalEntry.init(row:))
    }

    /// The newest entry of these kinds about each of these subjects, by the subject's identifier.
    public func newest(_ kinds: [String], of subject: String, _ ids: [String]) throws -> [String: JournalEntry] {
        let entries = try transaction.rows(
            """
            SELECT \(JournalEntry.columns)
            FROM journal j
            JOIN (
                SELECT subject_id, max(number) AS number FROM journal
                WHERE subject_kind = \(subject) AND subject_id IN (\(list: ids)) AND kind IN (\(list: kinds))
                GROUP BY subject_id
            ) newest ON newest.subject_id = j.subject_id AND newest.number = j.number
            LEFT JOIN journal_order o ON o.entry_id = j.id
            WHERE j.subject_kind = \(subject)
            """
        ).map(JournalEntry.init(row:))
        return Dictionary(entries.map { ($0.subject.id, $0) }) { first, _ in first }
    }

    /// The newest entry of these kinds about a subject up to a moment.
    public func newest(_ kinds: [String], of subject: Subject, until moment: Moment) throws -> JournalEntry? {
        try transaction.first(
            """
            SELECT \(JournalEntry.columns)
            FROM journal j LEFT JOIN journal_order o ON o.entry_id = j.id
            WHERE j.subject_kind = \(subject.kind) AND j.subject_id = \(subject.id) AND j.kind IN (\(list: kinds))
                AND j.moment <= \(moment)
            ORDER BY j.number DESC LIMIT 1
            """
        ).map(JournalEntry.init(row:))
    }

    /// What happened to subjects of these kinds after a moment, the oldest first.
    public func entries(about kinds: [String], after moment: Moment, limit: Int) throws -> [JournalEntry] {
        try transaction.rows(
            """
            SELECT \(JournalEntry.columns)
            FROM journal j
            LEFT JOIN journal_order o ON o.entry_id = j.id
            WHERE j.subject_kind IN (\(list: kinds)) AND j.moment > \(moment)
            ORDER BY j.moment, j.id
            LIMIT \(limit)
            """
        ).map(JournalEntry.init(row:))
    }

    /// The position of the last entry; 0 when there is none.
    public func lastPosition() throws -> Int64 {
        try transaction.first("SELECT max(position) AS position FROM journal_order").flatMap { try $0["position"] } ?? 0
    }
}

extension JournalStore {
    private func follow(_ new: NewEntry, _ content: String, on chain: String, at moment: Moment) throws -> JournalEntry
    {
        let last = try transaction.chainEnds[chain] ?? end(of: new.subject)
        var random = SystemRandomNumberGenerator()
        return JournalEntry(
            new, content, id: Identifier(at: moment, random: &random), number: (last?.number ?? 0) + 1, moment: moment,
            previousHash: last?.hash ?? "")
    }

    func end(of subject: Subject) throws -> ChainEnd? {
        try transaction.first(
            """
            SELECT number, hash
            FROM journal
            WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
            ORDER BY number DESC
            LIMIT 1
            """
        ).map { ChainEnd(number: try $0["number"], hash: try $0["hash"]) }
    }

    /// Where another transaction took the number, PostgreSQL answers with a conflict, and the whole transaction runs again.
    private func insert(_ entry: JournalEntry, _ content: String) throws {
        try transaction.later(
            """
            INSERT INTO journal
                (id, subject_kind, subject_id, number, moment, actor, purpose, kind, content, previous_hash, hash)
            VALUES (\(entry.id), \(entry.subject.kind), \(entry.subject.id), \(entry.number), \(entry.moment), \(entry.actor),
                \(entry.purpose), \(entry.kind), \(content), \(entry.previousHash), \(entry.hash))
            """)
    }
}

extension JournalEntry {
    /// The content's text is given beside it, as it is stored and hashed.
    fileprivate init(
        _ new: NewEntry, _ text: String, id: Identifier<JournalEntry>, number: Int64, moment: Moment,
        previousHash: String
    ) {
        self.id = id
        self.position = nil
        self.subject = new.subject
        self.number = number
        self.moment = moment
        self.actor = new.actor
        self.purpose = new.purpose
        self.kind = new.kind
        self.content = new.content
        self.previousHash = previousHash
        self.hash =
            HashedFields(
                previousHash: previousHash, subject: new.subject, number: number, id: id.text,
                moment: moment.description,
                actor: new.actor.description, purpose: new.purpose, kind: new.kind, content: text
            ).hash
    }
}

extension Transaction {
    /// What happened.
    public var journal: JournalStore { JournalStore(transaction: self) }
}
