import Basics
import Foundation
import Testing

@testable import Kanalen

@Suite("Mail messages")
struct MailTests {
    @Test(arguments: [
        "", "noor", "noor@", "@example.nl", "a@b@c", "noor@example.nl\r\nBcc: x@example.nl",
        "noor@example.nl,x@example.nl",
        "<noor@example.nl>", "no or@example.nl", ".noor@example.nl", "nöor@example.nl",
    ])
    func `what is not one address is refused`(text: String) {
        #expect(throws: MailFault.notAnAddress) { try MailAddress(text) }
    }

    @Test func `a line end in a name or subject is refused`() throws {
        #expect(throws: MailFault.unsafeHeader("name")) { try MailAddress("noor@example.nl", name: "Noor\nBcc: x") }
        #expect(throws: MailFault.unsafeHeader("subject")) {
            try Sample.mail(subject: "Hallo\r\nBcc: x@example.nl").mime()
        }
        #expect(throws: MailFault.unsafeHeader("attachment")) {
            try Sample.mail(file: "brief\n.pdf").mime()
        }
    }

    @Test func `no line of a message is longer than mail allows`() throws {
        let text = String(
            decoding: try Sample.mail(subject: String(repeating: "Één lange regel ", count: 20)).mime(), as: UTF8.self)

        for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 78, "\(line)") }
        #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains("\n"))
        #expect(text.utf8.allSatisfy { $0 < 128 })
    }

    @Test func `the same key gives the same message id and another key another`() {
        #expect(Sample.mail().id == "<brief_3a0198@delinde.example>")
        #expect(Sample.mail(key: "brief:0199").id != Sample.mail().id)
        #expect(Sample.mail(key: "x>\r\ny").id == "<x_3e_d_ay@delinde.example>")
    }

    @Test func `the date is written with the Dutch offset`() throws {
        #expect(Sample.mail().date.mailText == "1 Jul 2026 09:30:00 +0200")
        #expect(Moment(try #require(Day("2026-01-05")), hour: 9, minute: 5).mailText == "5 Jan 2026 09:05:00 +0100")
    }

    @Test func `without a server the mail lies in the outbox once`() async throws {
        let folder = NSTemporaryDirectory() + "outbox-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let sender = MailSender.outbox(Outbox(folder: folder))

        let first = try await sender.send(Sample.mail())
        let second = try await sender.send(Sample.mail())

        #expect(first == "outbox brief_3a0198.eml" && second == first)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["brief_3a0198.eml"])
    }
}

@Suite("The outbox")
struct OutboxTests {
    @Test func `a name cannot lead out of the folder`() throws {
        let folder = NSTemporaryDirectory() + "outbox-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }

        let proof = try Outbox(folder: folder).put([1, 2], named: "../brief.pdf")

        #expect(proof == "outbox .._2fbrief.pdf")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [".._2fbrief.pdf"])
    }
}

/// A mail of a fictitious creditor to a fictitious person.
enum Sample {
    static func mail(
        key: String = "brief:0198", subject: String = "Uw regeling: € 50 per maand", to: String = "noor@example.nl",
        file: String = "brief één.pdf"
    ) -> MailMessage {
        MailMessage(
            key: key, from: address("incasso@delinde.example", "Woonstichting “De Linde”"), to: address(to, "Noor"),
            subject: subject, text: "Beste Noor,\n\nDit is € 50 & meer.\n.\nGroet",
            date: Moment(Day("2026-07-01") ?? Day(number: 0), hour: 9, minute: 30),
            attachments: [MailMessage.Attachment(name: file, bytes: Array(repeating: 7, count: 5_000))])
    }

    private static func address(_ text: String, _ name: String) -> MailAddress {
        do { return try MailAddress(text, name: name) } catch { preconditionFailure("\(error)") }
    }
}
