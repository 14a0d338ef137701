import Basics
import Subprocess
import Testing

@testable import Kanalen

@Suite("A mailbox that tells of new mail", .timeLimit(.minutes(2)))
struct IdleTests {
    /// On a busy machine a later signal may take the place of `.mail`: whoever listens looks at each, as the listener for mail does.
    @Test(.enabled(if: Services.imap, "dovecot-imapd is not installed"))
    func
        `a real server tells that there is something to look for as mail comes, again after the waiting is begun anew`()
        async throws
    {
        try await IMAPTests().withServer { port, certificate, folder in
            let mailbox = try #require(
                IMAPMailbox(
                    url: "imap://localhost:\(port)", user: "ontknoop", password: "geheim", certificates: certificate,
                    timeout: 60))
            var signals = mailbox.signals(renewing: .milliseconds(300)).makeAsyncIterator()
            #expect(try await signals.next() == .listening)
            #expect(try await signals.next() == .listening)
            try IMAPTests.deliver([IMAPTests.mail("een")], to: folder)
            var found: [[UInt8]?] = []
            while found.isEmpty, try await signals.next() != nil {
                found = try await mailbox.messages(after: nil, most: 10, longest: 1_000).map(\.bytes)
            }
            #expect(found == [IMAPTests.mail("een")])
        }
    }

    @Test func `mail is heard of, however the server cuts its words`() async throws {
        try await withPeer("tells") { mailbox, _ in
            for try await signal in mailbox.signals() where signal == .mail { return }
            Issue.record("the line dropped")
        }
    }

    @Test func `a server without IDLE is left at once`() async throws {
        try await withPeer("deaf") { mailbox, heard in
            var all: [IMAPMailbox.Signal] = []
            for try await signal in mailbox.signals() { all.append(signal) }
            #expect(all == [.deaf])
            try await heard("gone")
        }
    }

    @Test func `a stop ends the waiting at once, with a goodbye`() async throws {
        try await withPeer("stays") { mailbox, heard in
            let (hearing, heardOf) = AsyncStream<IMAPMailbox.Signal>.makeStream()
            let waiting = Task { for try await signal in mailbox.signals() { heardOf.yield(signal) } }
            for await _ in hearing { break }
            waiting.cancel()
            try await waiting.value
            for word in ["IDLE", "DONE", "gone"] { try await heard(word) }
        }
    }

    @Test func `a stop ends a login that never ends`() async throws {
        try await withPeer("silent") { mailbox, heard in
            let waiting = Task { for try await _ in mailbox.signals() {} }
            try await heard("CAPABILITY")
            waiting.cancel()
            try await waiting.value
            try await heard("gone")
        }
    }

    @Test(arguments: ["drops", "endless", "garbage"])
    func `a line that drops or has no end is a fault`(_ manner: String) async throws {
        try await withPeer(manner) { mailbox, heard in
            await #expect(throws: MailFault.self) { for try await _ in mailbox.signals() {} }
            try await heard("gone")
        }
    }

    @Test func `a server that never answers is given up after its time`() async throws {
        try await withPeer("silent", timeout: 1) { mailbox, _ in
            await #expect(throws: MailFault.self) { for try await _ in mailbox.signals() {} }
        }
    }

    /// Starts a peer of some manner; gives its mailbox, and a way to wait until it heard a word.
    private func withPeer(
        _ manner: String, timeout: Int = 30,
        _ body: @Sendable @escaping (IMAPMailbox, (String) async throws -> Void) async throws -> Void
    ) async throws {
        let script = String(#filePath.split(separator: "KanalenTests/IdleTests")[0]) + "Servers/imap_peer.py"
        _ = try await run(
            .name("env"), arguments: ["/usr/bin/python3", script, manner], input: .none, output: .sequence,
            error: .discarded
        ) { execution in
            var lines = execution.standardOutput.strings().makeAsyncIterator()
            let hello = try JSON(parsing: try #require(try await lines.next()))
            let port = try #require(hello["port"].integer)
            let mailbox = try #require(IMAPMailbox(url: "imap://127.0.0.1:\(port)", timeout: timeout))
            try await body(mailbox) { word in
                while let line = try await lines.next(), try JSON(parsing: line)["heard"].text != word {}
            }
            try execution.send(signal: .terminate)
        }
    }
}
