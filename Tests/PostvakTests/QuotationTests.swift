import Testing

@testable import Postvak

@Suite("Own words, signature and history")
struct QuotationTests {
    static let cases: [(String, String, String, String)] = [
        ("nothing quoted", "Ik betaal.\nMorgen.", "Ik betaal.\nMorgen.", ""),
        (
            "a reply above",
            "Ik betaal.\n\nOp 1 maart 2026 om 10:00 schreef Team <t@z.example>:\n> Uw brief\n> over maart",
            "Ik betaal.", ""
        ),
        ("a reply below", "On Mar 1, 2026 Team <t@z.example> wrote:\n> Uw brief\n\nIk betaal.", "Ik betaal.", ""),
        ("answers between", "> Wanneer?\nVrijdag.\n> Hoeveel?\n50 euro.", "Vrijdag.\n50 euro.", ""),
        (
            "an introduction over two lines",
            "Ja.\n\nOp ma 2 mrt 2026 om 09:12 schreef\nTeam Incasso <t@z.example>:\n\n> Brief", "Ja.", ""
        ),
        (
            "Outlook's head",
            "Ja.\n\n________________________________\nVan: Team\nVerzonden: maandag\nAan: Bram\nOnderwerp: Brief\n\nOude woorden",
            "Ja.", ""
        ),
        ("Outlook's head in bold", "Ja.\n\n*Van:* Team\n*Verzonden:* maandag\n*Aan:* Bram\n\nOude woorden", "Ja.", ""),
        ("an original message", "Ja.\n-----Oorspronkelijk bericht-----\nVan: Team\nOud", "Ja.", ""),
        ("a signature by the rules", "Ja.\n--\nBram\n06-12345678", "Ja.", "--\nBram\n06-12345678"),
        (
            "a signature by custom", "Ja.\n\nMet vriendelijke groet,\n\nBram Kievit", "Ja.",
            "Met vriendelijke groet,\n\nBram Kievit"
        ),
        ("a telephone", "Ja.\n\nVerzonden vanaf mijn iPhone", "Ja.", "Verzonden vanaf mijn iPhone"),
        ("a greeting at the top is no signature", "Groetjes aan iedereen", "Groetjes aan iedereen", ""),
        (
            "a sentence that begins with Op", "Op 3 maart heb ik betaald.\nEcht.", "Op 3 maart heb ik betaald.\nEcht.",
            ""
        ),
        ("a sentence that begins with Van", "Van: mij\nDank", "Van: mij\nDank", ""),
    ]

    @Test(arguments: cases)
    func `each is set apart`(name: String, text: String, own: String, signature: String) {
        let pieces = Quotation.split(text.trimmedLines)
        #expect(pieces.own == own, "\(name)")
        #expect(pieces.signature == signature, "\(name)")
    }

    @Test func `no line is lost or said twice`() {
        for (name, text, _, _) in QuotationTests.cases {
            let pieces = Quotation.split(text)
            let lines = [pieces.own, pieces.signature, pieces.history].flatMap { $0.split(separator: "\n") }
            #expect(lines.sorted() == text.split(separator: "\n").sorted(), "\(name)")
        }
    }

    @Test func `a mail that only forwards is read as what it forwards`() throws {
        let mail = try MailReader.read(
            Mailbox.plain(
                subject: "Fw: huur",
                "Begin doorgestuurd bericht:\nVan: Noor\nDatum: maandag\nAan: mij\n\nKan ik later betalen?"))
        #expect(mail.notices == [.forwarded])
        #expect(mail.text.contains("Kan ik later betalen?"))
    }
}
