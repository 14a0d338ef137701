import Basics
import Foundation
import Testing

@testable import Postvak

@Suite("Reading mail")
struct MailReaderTests {
    @Test func `a plain mail gives its sender, subject, day and words`() throws {
        let mail = try MailReader.read(Mailbox.plain(subject: "Huur maart", "Ik betaal vrijdag.\n\nGroet,\nBram"))
        #expect(mail.fromName == "Bram Kievit")
        #expect(mail.fromAddress == "bram@voorbeeld.example")
        #expect(mail.subject == "Huur maart")
        #expect(mail.messageID == "1@voorbeeld.example")
        #expect(mail.date?.day == Day(2026, 3, 2))
        #expect(mail.text == "Ik betaal vrijdag.")
        #expect(mail.signature == "Groet,\nBram")
    }

    /// A head and a body of one part, and the words that must come out.
    static let shapes: [(String, String, String)] = [
        (
            "quoted-printable in Latin 1",
            "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nE=E9n keer =80=\n 5",
            "Eén keer € 5"
        ),
        (
            "base64 in UTF-8",
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSWsgYmVuIHplZXIg\nYWxzb29rCg==",
            "Ik ben zeer alsook"
        ),
        (
            "says UTF-8 and is Windows-1252",
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\ncaf=E9", "café"
        ),
        (
            "says Latin 1 and is UTF-8",
            "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9",
            "café"
        ),
        (
            "a charset that does not exist",
            "Content-Type: text/plain; charset=x-nooit\nContent-Transfer-Encoding: quoted-printable\n\ncaf=E9", "café"
        ),
        (
            "no charset at all", "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9",
            "café"
        ),
        (
            "UTF-16",
            "Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64\n\naABhAGwAbABvAA==", "hallo"
        ),
        (
            "lines that go on",
            "Content-Type: text/plain; charset=utf-8; format=flowed\n\nIk kan \nniet betalen.\nEcht niet.",
            "Ik kan niet betalen.\nEcht niet."
        ),
        (
            "HTML alone",
            "Content-Type: text/html; charset=utf-8\n\n<html><head><style>p{}</style></head><body><p>Beste,</p><p>Ik kan <b>niet</b><br>betalen &amp; &euro; 5</p><script>alert(1)</script><span style=\"display:none\">stil</span></body></html>",
            "Beste,\n\nIk kan niet\nbetalen & € 5"
        ),
        (
            "HTML that is broken", "Content-Type: text/html\n\n<div><p>Een<p>Twee</div></b><table><tr><td>a<td>b",
            "Een\n\nTwee\n\na b"
        ),
        (
            "HTML that quotes",
            "Content-Type: text/html; charset=utf-8\n\n<p>Nieuw</p><blockquote><p>Oud</p></blockquote>", "Nieuw"
        ),
        ("no head of its own", "\nGewoon tekst", "Gewoon tekst"),
        (
            "broken base64", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSGFsbG8***",
            "Hal"
        ),
    ]

    @Test(arguments: shapes)
    func `words come out whatever they were packed in`(name: String, part: String, words: String) throws {
        let mail = try MailReader.read(Mailbox.eml("From: a@voorbeeld.example\nSubject: x\n" + part))
        #expect(mail.text == words, "\(name)")
    }

    @Test func `encoded names and subjects are read, also those that break the rules`() throws {
        let mail = try MailReader.read(
            Mailbox.eml(
                "From: =?iso-8859-1?Q?Zo=EB_Zandoog?= <Zoe@Voorbeeld.example>\nSubject: =?utf-8?B?QmV0YWxpbmcg?= =?utf-8?B?4oKsIDU=?=\n\nx"
            ))
        #expect(mail.fromName == "Zoë Zandoog")
        #expect(mail.fromAddress == "zoe@voorbeeld.example")
        #expect(mail.subject == "Betaling € 5")
    }

    @Test func `of the same words in two forms the plain one counts, and files stay whole in their order`() throws {
        let mail = try MailReader.read(Mailbox.withFiles)
        #expect(mail.text == "Zie het bewijs.")
        #expect(mail.files.map(\.name) == ["logo.png", "bétaling.pdf", "bijlage-3.jpg", "Oude vraag.eml", "naam.txt"])
        #expect(mail.files[1].bytes == Array("%PDF-1.4 proef".utf8))
        #expect(mail.files[3].type == "message/rfc822")
        #expect(String(decoding: mail.files[3].bytes, as: UTF8.self).contains("Kan ik later betalen?"))
        #expect(mail.notices.isEmpty)
    }

    @Test func `what only Outlook can read is named, and the rest stays`() throws {
        let mail = try MailReader.read(
            Mailbox.eml(
                """
                From: a@voorbeeld.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Zie bijlage
                --b
                Content-Type: application/ms-tnef; name=winmail.dat
                Content-Transfer-Encoding: base64

                eJ8+Ig==
                --b--
                """))
        #expect(mail.notices == [.winmail])
        #expect(mail.text == "Zie bijlage")
        #expect(mail.files.isEmpty)
    }

    @Test(arguments: [
        ("Auto-Submitted: auto-replied", MailNotice.automatic),
        ("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", .encrypted),
    ])
    func `what must be known of a mail is said`(header: String, notice: MailNotice) throws {
        let mail = try MailReader.read(Mailbox.eml("From: a@voorbeeld.example\n\(header)\n\nx"))
        #expect(mail.notices.contains(notice))
    }

    @Test(arguments: MailRefusal.allCases)
    func `what is no mail is refused with why`(refusal: MailRefusal) {
        let bytes: [UInt8] =
            switch refusal {
            case .empty: []
            case .notAMail: Array("zomaar tekst zonder kop".utf8)
            case .outlookFile: [0xD0, 0xCF, 0x11, 0xE0, 0xA1]
            case .tooLarge: Array(repeating: 65, count: MailReader.largest + 1)
            }
        #expect(throws: refusal) { try MailReader.read(bytes) }
    }
}
