public import Basics

/// A mail that is ready to go: who to whom, its words, and what goes with it.
public struct MailMessage: Hashable, Sendable {
    public struct Attachment: Hashable, Sendable {
        public let name: String
        public let type: String
        public let bytes: [UInt8]

        public init(name: String, type: String = "application/pdf", bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }

    /// The key of the job that sends it: the same key is the same mail, however often it is tried.
    public var key: String
    public var from: MailAddress
    public var to: MailAddress
    public var replyTo: MailAddress?
    public var subject: String
    /// The words in plain text; the HTML part is made from them.
    public var text: String
    public var language: String
    public var attachments: [Attachment]
    public var date: Moment
    /// The identifiers of what it answers, the message itself last (RFC 5322, 3.6.4).
    public var answers: [String] = []

    public init(
        key: String, from: MailAddress, to: MailAddress, subject: String, text: String, date: Moment,
        replyTo: MailAddress? = nil, language: String = "nl", attachments: [Attachment] = []
    ) {
        self.key = key
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.text = text
        self.language = language
        self.attachments = attachments
        self.date = date
    }

    /// The same for every try, so that a mail server can drop a double (RFC 5322, 3.6.4).
    public var id: String { "<\(key.safeToken)@\(from.domain)>" }
}

extension String {
    /// Letters, digits, points and dashes as they are; anything else as its number.
    var safeToken: String {
        unicodeScalars.map { scalar in
            let isPlain =
                scalar.isASCII
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || ".-".unicodeScalars.contains(scalar))
            return isPlain ? String(scalar) : "_" + String(scalar.value, radix: 16)
        }.joined()
    }
}
