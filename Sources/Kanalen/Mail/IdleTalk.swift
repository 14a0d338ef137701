/// What is said on a line to a mail server so that it tells of new mail itself (IDLE, RFC 2177); it reads bytes and has no line of its own.
struct IdleTalk {
    /// What is to be done about what the server said.
    enum Step: Hashable {
        case say(String)
        /// From here on the server tells what comes.
        case listening
        case mail
        /// The server has no IDLE.
        case deaf
    }

    /// Whose turn it is: which answer is waited for, or nothing but news.
    enum Turn: Hashable {
        case capability, mailbox, idle, news, end
    }

    private(set) var turn = Turn.capability
    private let mailbox: String
    private var tag = 1
    private var hasIdle = false
    private var line: [UInt8] = []
    private var heard = 0

    /// The mailbox in quotes.
    init(mailbox: String) { self.mailbox = mailbox }

    /// A line of a server is shorter than this, and so is all that it has to say between two commands.
    static let longestLine = 16 * 1_024
    static let most = 1 << 20

    var opening: Step { .say("t1 CAPABILITY\r\n") }

    /// What to do about bytes as they come, cut anywhere; throws when the server makes no sense of it.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(MailFault) -> [Step] {
        var steps: [Step] = []
        for byte in bytes {
            heard += 1
            guard heard <= IdleTalk.most, line.count < IdleTalk.longestLine else { throw .tooLong }
            line.append(byte)
            guard byte == 0x0A else { continue }
            let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            line = []
            if let step = try step(words.map { $0.uppercased() }) { steps.append(step) }
        }
        return steps
    }

    /// Ends the waiting to begin it anew, before the server thinks that nobody is there.
    mutating func renew() -> Step {
        turn = .end
        return .say("DONE\r\n")
    }

    private mutating func step(_ words: [String]) throws(MailFault) -> Step? {
        switch words.first {
        case "*": try news(words)
        case "+": turn == .idle ? begin() : nil
        case "T\(tag)": try answer(isGood: words.count > 1 && words[1] == "OK")
        default: nil
        }
    }

    private mutating func news(_ words: [String]) throws(MailFault) -> Step? {
        guard words.count > 1 else { return nil }
        if words[1] == "BYE" { throw .unreachable(words: "the server says goodbye") }
        if words[1] == "CAPABILITY" { hasIdle = words.contains("IDLE") }
        let isNew = words.count > 2 && words[2] == "EXISTS" && Int(words[1]) != nil
        return isNew && turn != .mailbox ? .mail : nil
    }

    private mutating func begin() -> Step {
        (turn, heard) = (.news, 0)
        return .listening
    }

    private mutating func answer(isGood: Bool) throws(MailFault) -> Step? {
        switch turn {
        case .capability: return isGood && hasIdle ? ask("EXAMINE " + mailbox, .mailbox) : .deaf
        case .mailbox:
            guard isGood else { throw .notLetIn(words: "the mailbox cannot be opened") }
            return ask("IDLE", .idle)
        case .idle: return .deaf
        case .end where isGood: return ask("IDLE", .idle)
        case .news, .end: throw .unreachable(words: "the server ended the waiting")
        }
    }

    private mutating func ask(_ command: String, _ next: Turn) -> Step {
        (turn, heard) = (next, 0)
        tag += 1
        return .say("t\(tag) \(command)\r\n")
    }
}
