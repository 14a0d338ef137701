public import Basics

/// Something that is to be recorded.
public struct NewEntry: Hashable, Sendable {
    public var subject: Subject
    /// What happened, in the past tense; stored for ever.
    public var kind: String
    public var content: JSON
    public var actor: Actor
    /// Why it was allowed (doelbinding).
    public var purpose: String

    public init(subject: Subject, kind: String, content: JSON, actor: Actor, purpose: String) {
        self.subject = subject
        self.kind = kind
        self.content = content
        self.actor = actor
        self.purpose = purpose
    }
}

/// Something that happened, as it was recorded.
public struct JournalEntry: Hashable, Sendable {
    public let id: Identifier<JournalEntry>
    /// The place in the order over all subjects; `nil` until the transaction has committed.
    public let position: Int64?
    public let subject: Subject
    /// The place among the entries of the same subject, from 1.
    public let number: Int64
    public let moment: Moment
    public let actor: Actor
    public let purpose: String
    public let kind: String
    public let content: JSON
    /// SHA-256 over all of the above but the position, and over the hash of the entry before it.
    public let hash: String
    public let previousHash: String
}
