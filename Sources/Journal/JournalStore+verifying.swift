import Basics
import Database

/// A place where the journal is not what was once written.
public struct ChainFault: Hashable, Sendable {
    public enum Flaw: Hashable, Sendable {
        /// The content of the entry is not what its hash says.
        case altered
        /// The entry does not follow the one before it.
        case doesNotFollow
        /// Entries before this one are gone.
        case missing(from: Int64)
        /// The entry has no place in the order over all subjects.
        case unplaced
        /// The newest entry is not the one that the head of the chain names: what came last was changed or is gone.
        case notTheHead
    }

    public let subject: Subject
    public let number: Int64
    public let flaw: Flaw

    public init(subject: Subject, number: Int64, flaw: Flaw) {
        self.subject = subject
        self.number = number
        self.flaw = flaw
    }
}

extension JournalStore {
    /// Walks all chains in bounded memory and tells where they are broken, or do not end where their head says.
    public func verify(reportingTo report: (ChainFault) throws -> Void) throws {
        var last: (subject: Subject, number: Int64, hash: String)?
        try transaction.each(
            """
            SELECT \(JournalEntry.columns)
            FROM journal j
            LEFT JOIN journal_order o ON o.entry_id = j.id
            ORDER BY j.subject_kind, j.subject_id, j.number
            """
        ) { row in
            let fields = try HashedFields(row: row)
            let before = last?.subject == fields.subject ? last : nil
            for flaw in try flaws(of: fields, row, after: before?.number ?? 0, before?.hash ?? "") {
                try report(ChainFault(subject: fields.subject, number: fields.number, flaw: flaw))
            }
            last = (fields.subject, fields.number, try row["hash"])
        }
        try heads(reportingTo: report)
    }

    /// The heads that are not the newest entry of their chain, and the chains that go on past theirs.
    private func heads(reportingTo report: (ChainFault) throws -> Void) throws {
        try transaction.each(
            """
            SELECT h.subject_kind, h.subject_id, h.number FROM journal_heads h
            LEFT JOIN journal j
                ON j.subject_kind = h.subject_kind AND j.subject_id = h.subject_id AND j.number = h.number
            WHERE j.hash IS NULL OR j.hash <> h.hash
            UNION
            SELECT j.subject_kind, j.subject_id, j.number FROM journal j
            LEFT JOIN journal_heads h ON h.subject_kind = j.subject_kind AND h.subject_id = j.subject_id
            WHERE h.number IS NULL OR j.number > h.number
            """
        ) { row in
            let subject = Subject(kind: try row["subject_kind"], id: try row["subject_id"])
            try report(ChainFault(subject: subject, number: try row["number"], flaw: .notTheHead))
        }
    }

    /// All places where the chains are broken; none when all is well.
    public func verify() throws -> [ChainFault] {
        var faults: [ChainFault] = []
        try verify { faults.append($0) }
        return faults
    }

    private func flaws(of fields: HashedFields, _ row: Row, after number: Int64, _ hash: String) throws -> [ChainFault
        .Flaw]
    {
        var flaws: [ChainFault.Flaw] = []
        if fields.number != number + 1 { flaws.append(.missing(from: number + 1)) }
        if fields.number == number + 1, fields.previousHash != hash { flaws.append(.doesNotFollow) }
        if try fields.hash != row["hash"] { flaws.append(.altered) }
        if try row["position"] as Int64? == nil { flaws.append(.unplaced) }
        return flaws
    }
}
