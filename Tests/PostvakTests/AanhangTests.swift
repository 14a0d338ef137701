import Foundation
import Testing

@testable import Postvak

@Suite("Mail within mail")
struct AanhangTests {
    /// A mail that carries another as a file.
    private func passing(_ own: String, on inner: String) throws -> IncomingMail {
        try MailReader.read(Array(Self.wrapped(own, inner).utf8))
    }

    private static func wrapped(_ own: String, _ inner: String, mark: String = "b") -> String {
        [
            "From: Kantoor <kantoor@bewind.example>", "Subject: Doorgestuurd", "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=\(mark)", "", "--\(mark)",
            "Content-Type: text/plain; charset=utf-8", "", own, "--\(mark)", "Content-Type: message/rfc822",
            "Content-Disposition: attachment", "", inner, "--\(mark)--", "",
        ].joined(separator: "\r\n")
    }

    private static let customer = [
        "From: Noor <noor@voorbeeld.example>", "Subject: Rekening", "Content-Type: text/plain; charset=utf-8", "",
        "Kan ik het in drie keer betalen?",
    ].joined(separator: "\r\n")

    @Test func `a mail that only passes another on is read as that other, which stays a file too`() throws {
        let mail = try passing("Ter info", on: Self.customer)
        #expect(mail.text.contains("Ter info") && mail.text.contains("in drie keer betalen"))
        #expect(mail.text.contains("noor@voorbeeld.example") && mail.notices.contains(.forwarded))
        #expect(mail.files.map(\.type) == ["message/rfc822"])
        #expect(mail.fromAddress == "kantoor@bewind.example")
    }

    @Test func `beside words of one's own an attached mail is read as quoted`() throws {
        let own = "Wij behartigen de belangen van onze cliënt en vragen u om een opgave van de schuld voor 1 maart."
        let mail = try passing(own, on: Self.customer)
        #expect(mail.text == own && !mail.notices.contains(.forwarded))
        #expect(mail.history.contains("in drie keer betalen") && mail.history.contains("Onderwerp: Rekening"))
    }

    @Test func `mails that lie in each other are read three deep and no deeper`() throws {
        var inner = Self.customer
        for depth in (1...6).reversed() { inner = Self.wrapped("laag \(depth)", inner, mark: "b\(depth)") }
        let mail = try MailReader.read(Array(inner.utf8))
        #expect(mail.text.contains("laag 4") && !mail.text.contains("laag 5"))
    }
}
