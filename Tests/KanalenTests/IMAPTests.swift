import Basics
import Foundation
import Subprocess
import Testing

@testable import Kanalen

@Suite("A real mailbox", .enabled(if: Services.imap, "dovecot-imapd is not installed"))
struct IMAPTests {
    @Test func `what came since the last look is read whole, in order and once`() async throws {
        try await withServer { port, certificate, folder in
            let mailbox = try #require(
                IMAPMailbox(
                    url: "imap://localhost:\(port)", user: "ontknoop", password: "geheim", certificates: certificate,
                    timeout: 20))
            #expect(try await mailbox.messages(after: nil, most: 10, longest: 1_000_000).isEmpty)
            let big = Self.mail("twee", lines: 9_000)
            try Self.deliver([Self.mail("een"), big], to: folder)

            let first = try await mailbox.messages(after: nil, most: 1, longest: 1_000_000)
            #expect(first.map(\.bytes) == [Self.mail("een")])
            let second = try await mailbox.messages(after: first.last?.place, most: 10, longest: 1_000_000)
            #expect(second.map(\.bytes) == [big])
            #expect(try await mailbox.messages(after: second.last?.place, most: 10, longest: 1_000_000).isEmpty)
            let anew = IMAPMailbox.Place(numbering: 1, last: 900)
            #expect(try await mailbox.messages(after: anew, most: 10, longest: 1_000_000).count == 2)
            let short = try await mailbox.messages(after: nil, most: 10, longest: 10_000)
            #expect(short.map { $0.bytes == nil } == [false, true])
        }
    }

    @Test func `a wrong password and an unknown certificate do not get in`() async throws {
        try await withServer { port, certificate, _ in
            let url = "imap://localhost:\(port)/INBOX"
            let wrong = IMAPMailbox(
                url: url, user: "ontknoop", password: "fout", certificates: certificate, timeout: 20)
            let stranger = IMAPMailbox(url: url, user: "ontknoop", password: "geheim", timeout: 20)
            for mailbox in [wrong, stranger] {
                let mailbox = try #require(mailbox)
                await #expect { try await mailbox.messages(after: nil, most: 1, longest: 1_000) } throws: { error in
                    guard case MailFault.notLetIn? = error as? MailFault else { return false }
                    return true
                }
            }
        }
    }

    static func mail(_ subject: String, lines: Int = 1) -> [UInt8] {
        Array(
            ("From: bram@voorbeeld.example\r\nSubject: \(subject)\r\n\r\n"
                + String(repeating: "Regel van een mail, met é.\r\n", count: lines)).utf8)
    }

    /// One after the other, so that the server numbers them in this order.
    static func deliver(_ mails: [[UInt8]], to folder: String) throws {
        for (number, mail) in mails.enumerated() {
            try Data(mail).write(to: URL(filePath: folder + "/\(1_700_000_000 + number).M\(number).test"))
        }
    }

    /// Starts a server, gives its port, its certificate and the folder where mail arrives, and stops it.
    func withServer(_ body: @Sendable @escaping (Int, String, String) async throws -> Void) async throws {
        let script = String(#filePath.split(separator: "KanalenTests/IMAPTests")[0]) + "Servers/imap.py"
        _ = try await run(
            .name("env"), arguments: ["/usr/bin/python3", script], input: .none, output: .sequence, error: .discarded
        ) { execution in
            var lines = execution.standardOutput.strings().makeAsyncIterator()
            let hello = try JSON(parsing: try #require(try await lines.next()))
            try await body(
                try #require(hello["port"].integer), try #require(hello["certificate"].text),
                try #require(hello["new"].text))
            try execution.send(signal: .terminate)
        }
    }
}

@Suite("The address of a mailbox")
struct IMAPMailboxTests {
    @Test(arguments: [
        "http://mail.example", "imap://", "imap://me@mail.example", "imaps://mail.example/a/b",
        "imap://mail.example/a;UID=1",
        "imap://mail.example/in box", "imap://mail.example/a\"b", "imap://mail.example/a\r\nX",
    ]) func `what is no plain address of a mailbox is refused`(_ url: String) {
        #expect(IMAPMailbox(url: url) == nil)
    }

    @Test func `numbers are read from answers over several lines`() {
        #expect(IMAPAnswer.found(in: "* SEARCH 4 8\r\n* SEARCH 15\r\n* SEARCH\r\n* OK done 9\r\n") == [4, 8, 15])
        #expect(IMAPAnswer.number("UIDVALIDITY", in: "* STATUS \"INBOX\" (UIDVALIDITY 17)\r\n") == 17)
        #expect(IMAPAnswer.number("UIDVALIDITY", in: "* STATUS INBOX ()") == nil)
    }

    @Test func `an answer goes out in its conversation, and what is no identifier stays out of the headers`() throws {
        var mail = Sample.mail()
        mail.answers = ["<a@b.example>", "<kwaad>\r\nBcc: x@y.example", "geen", "<c@d.example>"]
        let text = String(decoding: try mail.mime(), as: UTF8.self)
        #expect(text.contains("In-Reply-To: <c@d.example>\r\n"))
        #expect(text.contains("References: <a@b.example>\r\n <c@d.example>\r\n"))
        #expect(!text.contains("Bcc") && !text.contains("geen\r\n"))
    }
}
