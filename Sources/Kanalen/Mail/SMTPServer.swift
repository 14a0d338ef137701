import CCurl
import Dispatch
import Wire

/// A mail server to hand messages to (RFC 5321), with STARTTLS and a login where it asks for them.
public struct SMTPServer: Sendable {
    /// `smtp://host:port` or `smtps://host:port`.
    public var url: String
    public var user: String?
    public var password: String?
    /// A line that cannot be made safe is not used; always so when a password goes over it.
    public var requiresTLS: Bool
    /// A file of certificates to trust beside none of the system's; for a server with one of its own.
    public var certificates: String?
    public var timeout: Int

    public init(
        url: String, user: String? = nil, password: String? = nil, requiresTLS: Bool? = nil,
        certificates: String? = nil,
        timeout: Int = 60
    ) {
        self.url = url
        self.user = user
        self.password = password
        self.requiresTLS = requiresTLS ?? (password != nil)
        self.certificates = certificates
        self.timeout = timeout
    }

    /// Sends the message; answers with the server's reply and the Message-ID.
    func send(_ message: MailMessage) async throws -> String {
        let bytes = try message.mime()
        let (from, to) = (message.from.address, message.to.address)
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: transfer(bytes, from: from, to: to))
            }
        }
        if let fault = result.fault { throw fault }
        return "smtp \(result.reply) \(message.id)"
    }

    /// Blocks until the server has answered.
    private func transfer(_ bytes: [UInt8], from: String, to: String) -> Transfer {
        CTexts(["<\(to)>", url, "<\(from)>", user, password, certificates]).use { texts in
            bytes.withUnsafeBufferPointer { data in
                withUnsafePointer(to: texts[0]) { recipients in
                    var mail = ontknoop_outgoing_mail()
                    (mail.url, mail.from, mail.user, mail.password) = (texts[1], texts[2], texts[3], texts[4])
                    (mail.recipients, mail.recipient_count) = (recipients, 1)
                    (mail.data, mail.length) = (data.baseAddress, bytes.count)
                    (mail.timeout_seconds, mail.require_tls, mail.ca_file) = (timeout, requiresTLS ? 1 : 0, texts[5])
                    return Transfer(ontknoop_send_mail(&mail))
                }
            }
        }
    }
}

/// What came of handing a message over.
struct Transfer: Sendable {
    let fault: MailFault?
    let reply: Int

    init(_ result: ontknoop_mail_result) {
        reply = result.reply
        fault =
            result.code == 0
            ? nil : Transfer.fault(code: result.code, reply: result.reply, words: CTexts.text(in: result.words))
    }

    private static func fault(code: Int32, reply: Int, words: String) -> MailFault {
        if MailFault.closedDoors.contains(code) { return .notLetIn(words: words) }
        if (500..<600).contains(reply) { return .refused(reply: reply) }
        if (400..<500).contains(reply) { return .tryLater(reply: reply) }
        return .unreachable(words: words)
    }
}
