import Basics
import Testing

@testable import Kanalen

@Suite("The talk with a mail server that tells of new mail")
struct IdleTalkTests {
    private static let opened = "* CAPABILITY IMAP4rev1 IDLE\r\nt1 OK\r\n* 3 EXISTS\r\nt2 OK\r\n+ idling\r\n"
    private static let hours =
        opened
        + "* OK still here\r\n* 4 EXISTS\r\n* 1 RECENT\r\n* 4 FETCH (FLAGS (\\Seen))\r\n* 4 EXPUNGE\r\n* 5 exists\r\n"

    private func steps(of words: String) throws -> [IdleTalk.Step] {
        var talk = IdleTalk(mailbox: "\"INBOX\"")
        return try talk.take(words.utf8)
    }

    @Test func `it opens the mailbox, waits, and hears of what comes but not of what was there`() throws {
        #expect(
            try steps(of: Self.hours) == [
                .say("t2 EXAMINE \"INBOX\"\r\n"), .say("t3 IDLE\r\n"), .listening, .mail, .mail,
            ])
    }

    @Test func `the same bytes cut anywhere say the same`() throws {
        for seed in UInt64(0)..<200 {
            var random = SeededRandom(seed: seed)
            var (talk, told, left) = (IdleTalk(mailbox: "\"INBOX\""), [IdleTalk.Step](), Array(Self.hours.utf8)[...])
            while !left.isEmpty {
                let part = left.prefix(Int.random(in: 1...9, using: &random))
                told += try talk.take(part)
                left = left.dropFirst(part.count)
            }
            #expect(try told == steps(of: Self.hours), "seed \(seed)")
        }
    }

    @Test func `the waiting is begun anew, and mail that comes meanwhile is heard`() throws {
        var talk = IdleTalk(mailbox: "\"INBOX\"")
        _ = try talk.take(Self.opened.utf8)
        #expect(talk.renew() == .say("DONE\r\n"))
        #expect(
            try talk.take("* 4 EXISTS\r\nt3 OK\r\n+\r\n".utf8) == [.mail, .say("t4 IDLE\r\n"), .listening])
    }

    @Test(arguments: [
        "t1 OK\r\n", "t1 NO\r\n", "* CAPABILITY IMAP4rev1 IDLER\r\nt1 OK\r\n",
        "* CAPABILITY IMAP4rev1 IDLE\r\nt1 BAD\r\n",
    ]) func `a server that does not say IDLE is left to the clock`(_ words: String) throws {
        #expect(try steps(of: words) == [.deaf])
    }

    @Test(arguments: [
        (opened + "t3 OK ended of itself\r\n", MailFault.unreachable(words: "the server ended the waiting")),
        (opened + "* BYE\r\n", .unreachable(words: "the server says goodbye")),
        ("* CAPABILITY IDLE\r\nt1 OK\r\nt2 NO\r\n", .notLetIn(words: "the mailbox cannot be opened")),
        (String(repeating: "a", count: IdleTalk.longestLine + 1), .tooLong),
        (opened + String(repeating: "* OK here\r\n", count: 100_000), .tooLong),
    ]) func `what makes no sense or has no end ends the talk`(_ words: String, _ fault: MailFault) {
        #expect(throws: fault) { _ = try steps(of: words) }
    }

    @Test func `no bytes of any server make it say what a server should not hear`() {
        let alphabet = [
            "* ", "+ ", "t1 ", "t2 ", "t3 ", "OK", "NO", "EXISTS", "CAPABILITY IDLE", "\r\n", "\n", "é", "\0", "9", " ",
        ]
        for seed in UInt64(0)..<500 {
            var (random, talk) = (SeededRandom(seed: seed), IdleTalk(mailbox: "\"INBOX\""))
            let words = (0..<80).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
            do {
                for case .say(let said) in try talk.take(words.utf8) {
                    #expect(said.hasSuffix("EXAMINE \"INBOX\"\r\n") || said.hasSuffix("IDLE\r\n"), "seed \(seed)")
                }
            } catch {}
        }
    }
}
