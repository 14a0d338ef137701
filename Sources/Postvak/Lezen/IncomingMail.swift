public import Basics

/// A mail as it was read (RFC 5322, MIME): who wrote it, its own words apart from what it quotes, and its files.
public struct IncomingMail: Hashable, Sendable {
    public var messageID = ""
    public var subject = ""
    public var fromName = ""
    public var fromAddress = ""
    public var replyAddress = ""
    public var to = ""
    /// Identifiers of the messages that it answers.
    public var answers: [String] = []
    public var date: Moment?
    /// What the sender wrote now, without what is quoted and without the signature.
    public var text = ""
    public var signature = ""
    public var history = ""
    public var files: [MailFile] = []
    public var notices: Set<MailNotice> = []

    public init() {}
}

/// A file that came with a mail.
public struct MailFile: Hashable, Sendable {
    /// Without folders and control characters; never empty.
    public let name: String
    public let type: String
    public let bytes: [UInt8]

    public init(name: String, type: String, bytes: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
    }
}

/// What someone who reads the mail must know of how it came.
public enum MailNotice: String, Hashable, Sendable, CaseIterable {
    /// Attachments packed in the way of Outlook alone (winmail.dat): the sender must send them again.
    case winmail
    /// Encrypted: the words cannot be read here.
    case encrypted = "versleuteld"
    /// More parts, or deeper, or larger than we take; the mail as it came is whole.
    case cut = "ingekort"
    /// Letters or packing were amiss; some may be wrong.
    case damaged = "beschadigd"
    /// Sent by a program, such as an absence notice.
    case automatic = "automatisch"
    /// Nothing but what it forwards or quotes: that is read as the mail itself.
    case forwarded = "doorgestuurd"
}

/// Why a file is not taken as a mail.
public enum MailRefusal: String, Error, Hashable, CaseIterable {
    case empty = "leeg"
    case tooLarge = "te_groot"
    /// It has none of the headers of a mail.
    case notAMail = "geen_mail"
    /// Saved by Outlook in a form of its own (.msg).
    case outlookFile = "outlook"
}
