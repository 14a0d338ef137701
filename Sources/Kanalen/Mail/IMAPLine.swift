import CCurl
import Wire

/// An open line to a mailbox (RFC 3501), for one thread; closed when it goes out of use.
struct IMAPLine: ~Copyable {
    let line: OpaquePointer
    let address: String

    /// Nothing is said over the line yet; the first question logs in.
    init(_ server: IMAPMailbox) throws(MailFault) {
        let opened = CTexts([server.user, server.password, server.certificates]).use { texts in
            ontknoop_imap_open(texts[0], texts[1], server.timeout, server.requiresTLS ? 1 : 0, texts[2])
        }
        guard let opened else { throw .unreachable(words: "no memory") }
        line = opened
        address = server.address
    }

    deinit { ontknoop_imap_close(line) }

    /// What the server answers to a command, with the mailbox selected when a path is given.
    func ask(_ command: String, in mailbox: String = "") throws(MailFault) -> String {
        String(decoding: try take(address + "/" + mailbox, command, most: IMAPLine.longestAnswer), as: UTF8.self)
    }

    /// A message as it came; nothing when it is longer than may be, or gone since.
    func message(_ uid: Int, in mailbox: String, most: Int) throws(MailFault) -> [UInt8]? {
        do { return try take("\(address)/\(mailbox)/;UID=\(uid)", nil, most: most) } catch {
            if case .tooLong = error { return nil }
            throw error
        }
    }

    private func take(_ url: String, _ command: String?, most: Int) throws(MailFault) -> [UInt8] {
        let result = CTexts([url, command]).use { texts in ontknoop_imap_ask(line, texts[0], texts[1], most) }
        if let fault = IMAPLine.fault(result) { throw fault }
        return Array(UnsafeBufferPointer(start: result.data, count: result.length))
    }

    private static let longestAnswer = 4 << 20

    /// Apart from the others stand libcurl's codes for a message that is gone, and one that is too long.
    static func fault(_ result: ontknoop_imap_result) -> MailFault? {
        switch result.code {
        case 0: nil
        case 63, 78: .tooLong
        case let code where MailFault.closedDoors.contains(code): .notLetIn(words: CTexts.text(in: result.words))
        default: .unreachable(words: CTexts.text(in: result.words))
        }
    }
}
