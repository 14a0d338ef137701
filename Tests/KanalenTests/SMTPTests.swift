import Basics
import Foundation
import Subprocess
import Testing

@testable import Kanalen

@Suite("A real mail server", .enabled(if: Services.smtp, "python3-aiosmtpd is not installed"))
struct SMTPTests {
    @Test func `a message arrives whole over a safe line with a login`() async throws {
        let (proof, message) = try await withServer(safe: true) { port, certificate, next in
            let server = SMTPServer(
                url: "smtp://localhost:\(port)", user: "ontknoop", password: "geheim", certificates: certificate,
                timeout: 20)
            return (try await MailSender.smtp(server).send(Sample.mail()), try await next())
        }

        #expect(proof == "smtp 250 <brief_3a0198@delinde.example>")
        #expect(message["tls"] == true && message["authenticated"] == true)
        #expect(message["from"] == "incasso@delinde.example" && message["to"] == ["noor@example.nl"])
        #expect(message["subject"] == "Uw regeling: € 50 per maand")
        #expect(message["sender"] == "Woonstichting “De Linde”")
        #expect(message["date"] == "2026-07-01T09:30:00+02:00")
        #expect(message["text"] == "Beste Noor,\n\nDit is € 50 & meer.\n.\nGroet")
        #expect(message["html"].text?.contains("Dit is € 50 &amp; meer.") == true)
        #expect(message["files"] == [["name": "brief één.pdf", "type": "application/pdf", "bytes": 5_000]])
        #expect(message["defects"] == [])
        #expect(message["id"] == "<brief_3a0198@delinde.example>")
    }

    @Test func `a wrong password and an unknown certificate do not get in`() async throws {
        try await withServer(safe: true) { port, certificate, _ in
            let wrong = SMTPServer(
                url: "smtp://localhost:\(port)", user: "ontknoop", password: "fout", certificates: certificate,
                timeout: 20)
            let stranger = SMTPServer(
                url: "smtp://localhost:\(port)", user: "ontknoop", password: "geheim", timeout: 20)
            for server in [wrong, stranger] {
                await #expect { try await server.send(Sample.mail()) } throws: { error in
                    guard case MailFault.notLetIn? = error as? MailFault else { return false }
                    return true
                }
            }
        }
    }

    @Test func `a password never goes over a line that is not safe`() async throws {
        try await withServer(safe: false) { port, _, _ in
            let server = SMTPServer(url: "smtp://localhost:\(port)", user: "ontknoop", password: "geheim", timeout: 20)
            await #expect { try await server.send(Sample.mail()) } throws: { error in
                guard case MailFault.notLetIn? = error as? MailFault else { return false }
                return true
            }
        }
    }

    @Test func `a refusal for good and one for now are told apart`() async throws {
        try await withServer(safe: false) { port, _, _ in
            let server = SMTPServer(url: "smtp://127.0.0.1:\(port)", timeout: 20)
            await #expect(throws: MailFault.refused(reply: 550)) {
                try await server.send(Sample.mail(to: "weg@example.nl"))
            }
            await #expect(throws: MailFault.tryLater(reply: 451)) {
                try await server.send(Sample.mail(to: "vol@example.nl"))
            }
        }
    }

    @Test func `a server that is not there can be tried again`() async {
        await #expect { try await SMTPServer(url: "smtp://127.0.0.1:9").send(Sample.mail()) } throws: { error in
            (error as? MailFault)?.isPassing == true
        }
    }

    /// Starts a server, gives its port, its certificate and what it takes next, and stops it.
    private func withServer<Answer: Sendable>(
        safe: Bool, _ body: @Sendable @escaping (Int, String, () async throws -> JSON) async throws -> Answer
    ) async throws -> Answer {
        let script = String(#filePath.split(separator: "KanalenTests/SMTPTests")[0]) + "Servers/smtp.py"
        let result = try await run(
            .name("env"), arguments: ["/usr/bin/python3", script, safe ? "safe" : "open"], input: .none,
            output: .sequence,
            error: .discarded
        ) { execution in
            var lines = execution.standardOutput.strings().makeAsyncIterator()
            let hello = try JSON(parsing: try #require(try await lines.next()))
            let answer = try await body(try #require(hello["port"].integer), try #require(hello["certificate"].text)) {
                try JSON(parsing: try #require(try await lines.next()))
            }
            try execution.send(signal: .terminate)
            return answer
        }
        return result.closureResult
    }
}
