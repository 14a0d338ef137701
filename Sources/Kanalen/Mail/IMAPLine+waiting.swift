import CCurl
import Wire

extension IMAPLine {
    /// What came of waiting.
    enum Heard {
        case bytes([UInt8])
        case timeOver
        case bellRang
    }

    /// Connects and logs in; from here on the line carries words of one's own.
    func enter(_ bell: Bell) throws(MailFault) {
        let result = CTexts([address + "/"]).use { ontknoop_imap_enter(line, $0[0], bell.number) }
        if let fault = IMAPLine.fault(result) { throw fault }
    }

    /// `false` when the bell rang first.
    func say(_ words: String, within time: Duration, _ bell: Bell) throws(MailFault) -> Bool {
        let outcome = words.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                ontknoop_imap_say(line, $0.baseAddress, $0.count, IMAPLine.milliseconds(time), bell.number)
            }
        }
        switch Int(outcome ?? 0) {
        case ontknoop_imap_heard: return true
        case ontknoop_imap_bell_rang: return false
        default: throw .unreachable(words: "the line dropped")
        }
    }

    /// Some bytes, as soon as there are any.
    func hear(until moment: ContinuousClock.Instant, _ bell: Bell) throws(MailFault) -> Heard {
        var (buffer, length) = ([CChar](repeating: 0, count: 16 * 1_024), 0)
        let left = IMAPLine.milliseconds(moment - .now)
        switch Int(ontknoop_imap_hear(line, &buffer, buffer.count, &length, left, bell.number)) {
        case ontknoop_imap_heard: return .bytes(buffer.prefix(length).map(UInt8.init(bitPattern:)))
        case ontknoop_imap_time_over: return .timeOver
        case ontknoop_imap_bell_rang: return .bellRang
        default: throw .unreachable(words: "the line dropped")
        }
    }

    /// Says goodbye, without waiting for anything.
    func leave(_ bell: Bell) {
        do { _ = try say("DONE\r\nbye LOGOUT\r\n", within: .zero, bell) } catch {}  // It is gone already.
    }

    private static func milliseconds(_ time: Duration) -> Int { max(0, Int(time / .milliseconds(1))) }
}
