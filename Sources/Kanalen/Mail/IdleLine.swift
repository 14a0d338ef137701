/// A line on which a mail server tells of new mail, for one thread, until its bell rings; closed when it goes out of use.
struct IdleLine: ~Copyable {
    private let line: IMAPLine
    private let bell: Bell
    private let renewing: Duration
    private let timeout: Duration
    private var talk: IdleTalk

    /// Connects and logs in.
    init(_ mailbox: IMAPMailbox, bell: Bell, renewing: Duration) throws(MailFault) {
        let line = try IMAPLine(mailbox)
        try line.enter(bell)
        self.line = line
        (self.bell, self.renewing, timeout) = (bell, renewing, .seconds(mailbox.timeout))
        talk = IdleTalk(mailbox: mailbox.quoted)
    }

    /// Tells what the server tells; returns when the bell rings, or when the server has no IDLE.
    mutating func listen(_ tell: (IMAPMailbox.Signal) -> Void) throws(MailFault) {
        guard try take(talk.opening, tell) else { return }
        while try hear(tell) {}
        if talk.turn == .news { line.leave(bell) }
    }

    /// Hears until it is another's turn; an answer has its time from when it was asked, however much else is said. Whether to go on.
    private mutating func hear(_ tell: (IMAPMailbox.Signal) -> Void) throws(MailFault) -> Bool {
        let turn = talk.turn
        let until = ContinuousClock.now + (turn == .news ? renewing : timeout)
        while talk.turn == turn {
            switch try line.hear(until: until, bell) {
            case .bytes(let bytes):
                for step in try talk.take(bytes) where try !take(step, tell) { return false }
            case .timeOver:
                guard turn == .news else { throw .unreachable(words: "no answer in time") }
                return try take(talk.renew(), tell)
            case .bellRang: return false
            }
        }
        return true
    }

    /// Whether to go on.
    private func take(_ step: IdleTalk.Step, _ tell: (IMAPMailbox.Signal) -> Void) throws(MailFault) -> Bool {
        switch step {
        case .say(let words): return try line.say(words, within: timeout, bell)
        case .listening: tell(.listening)
        case .mail: tell(.mail)
        case .deaf:
            tell(.deaf)
            return false
        }
        return true
    }
}
