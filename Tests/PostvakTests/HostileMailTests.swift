import Basics
import Testing

@testable import Postvak

@Suite("Mail that means harm")
struct HostileMailTests {
    private static let head = "From: a@voorbeeld.example\nMIME-Version: 1.0\n"

    static let cases: [(String, @Sendable () -> [UInt8])] = [
        (
            "parts within parts",
            {
                let deep = (0..<100_000).map { "--b\($0)\nContent-Type: multipart/mixed; boundary=\"b\($0 + 1)\"\n\n" }
                return Array((head + "Content-Type: multipart/mixed; boundary=\"b0\"\n\n" + deep.joined()).utf8)
            }
        ),
        (
            "parts beside parts",
            {
                let part = "--b\nContent-Type: application/pdf; name=a.pdf\n\nabc\n"
                return Array(
                    (head + "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: part, count: 20_000))
                        .utf8)
            }
        ),
        (
            "mails within mails",
            {
                Array(
                    (head + String(repeating: "Content-Type: message/rfc822\n\nFrom: b@c.example\n", count: 20_000))
                        .utf8)
            }
        ),
        (
            "a head without end",
            { Array((head + "Subject: " + String(repeating: "=?utf-8?Q?=C3=A9?= ", count: 50_000) + "\n\nx").utf8) }
        ),
        (
            "addresses without end",
            { Array(("From: " + String(repeating: "(((<a@b.c>, g:", count: 50_000) + "\n\nx").utf8) }
        ),
        ("heads without number", { Array((head + (0..<50_000).map { "X-\($0): v\n" }.joined() + "\nx").utf8) }),
        (
            "HTML within HTML",
            {
                Array(
                    (head + "Content-Type: text/html\n\n" + String(repeating: "<div><blockquote>", count: 50_000) + "x")
                        .utf8)
            }
        ),
        (
            "comments that never end",
            { Array((head + "Content-Type: text/html\n\n" + String(repeating: "<!-- <p ", count: 50_000) + "x").utf8) }
        ),
        (
            "lines that all quote",
            { Array((head + "\n" + String(repeating: "Op 1 schreef a@b:\n", count: 10_000)).utf8) }
        ),
        ("one word without end", { Array((head + "\n" + String(repeating: "a", count: 2_000_000)).utf8) }),
    ]

    @Test(arguments: cases.indices)
    func `is read to its limits and no further`(_ index: Int) throws {
        let (name, make) = HostileMailTests.cases[index]
        let mail = try MailReader.read(make())
        #expect(mail.files.count <= 200, "\(name)")
        #expect(mail.text.utf8.count <= IncomingMail.mostText * 4, "\(name)")
        #expect(mail.subject.count <= 400, "\(name)")
        _ = Verwijzingen(mail.text)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `any bytes are read or refused`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var bytes = seed.isMultiple(of: 2) ? Mailbox.withFiles : Mailbox.plain(subject: "x", "> y\nz")
        for _ in 0..<Int.random(in: 1...40, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + 20))
            case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
            default: bytes = Array(bytes.prefix(place + 200))
            }
        }
        let mail = try? MailReader.read(bytes)
        #expect((mail?.files.count ?? 0) <= 200, "seed \(seed)")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `no file is lost on the way, whatever its name, size and wrapping`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let maker = FileMail(&random)
        let mail = try MailReader.read(maker.bytes)
        #expect(mail.files.map(\.bytes) == maker.files, "seed \(seed)")
        #expect(mail.notices.isEmpty, "seed \(seed)")
    }
}
