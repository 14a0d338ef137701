import Basics
import Foundation
import Postvak

/// Makes mails of the shapes that people send: plain, in two forms, with history below them, with files.
struct MailMaker {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    private static let openings = [
        "Ik kreeg uw brief over zaak ZAAK-2026-000412 en ben het niet eens met het bedrag.",
        "Kan ik een betalingsregeling treffen? Ik kan 50 euro per maand betalen.",
        "Ik heb dit al betaald op 3 maart 2026, zie het bewijs.",
        "Wij zijn verhuisd naar een nieuw adres in Utrecht.",
        "Sinds mijn ontslag heb ik minder inkomen en geen overzicht meer.",
        "Namens mijn cliënt vraag ik u om een opgave van uw vordering.",
        "Kunt u mij uitleggen waarvoor dit is?",
    ]
    private static let fillers = [
        "Ik heb vorige week gebeld en toen kreeg ik te horen dat iemand mij zou terugbellen, maar dat is niet gebeurd.",
        "Mijn kenmerk staat bovenaan de brief die u hebt gestuurd.",
        "Ik hoop dat u begrijpt dat het voor ons op dit moment niet makkelijk is.",
        "Graag hoor ik van u wat er nu precies openstaat en wanneer dat betaald moet zijn.",
    ]

    mutating func mails(_ count: Int) -> [[UInt8]] { (0..<count).map { mail($0) } }

    private mutating func mail(_ number: Int) -> [UInt8] {
        let words = body()
        let head =
            "From: Voorbeeld \(number) <v\(number)@voorbeeld.example>\r\nTo: incasso@voorbeeld.example\r\n"
            + "Subject: Uw brief\r\nMessage-ID: <\(number)@voorbeeld.example>\r\nDate: Mon, 2 Mar 2026 09:12:00 +0100\r\nMIME-Version: 1.0\r\n"
        switch number % 3 {
        case 0: return Array((head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + words).utf8)
        case 1:
            let html = "<html><body><p>" + words.replacing("\r\n", with: "<br>") + "</p></body></html>"
            return Array((head + "Content-Type: text/html; charset=utf-8\r\n\r\n" + html).utf8)
        default:
            let file = Data((0..<30_000).map { _ in UInt8.random(in: 0...255, using: &random) })
                .base64EncodedString(options: [.lineLength76Characters])
            return Array(
                (head
                    + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                    + words
                    + "\r\n--x\r\nContent-Type: application/pdf; name=bewijs.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + file + "\r\n--x--\r\n").utf8)
        }
    }

    private mutating func body() -> String {
        let opening = MailMaker.openings.randomElement(using: &random) ?? ""
        let rest = (0..<4).map { _ in MailMaker.fillers.randomElement(using: &random) ?? "" }
        let quoted = rest.map { "> " + $0 }.joined(separator: "\r\n")
        return "Beste,\r\n\r\n" + opening + "\r\n" + rest.joined(separator: " ")
            + "\r\n\r\nMet vriendelijke groet,\r\nV. Voorbeeld\r\n\r\n"
            + "Op 1 maart 2026 om 10:00 schreef Team incasso <incasso@voorbeeld.example>:\r\n" + quoted + "\r\n"
    }

    /// A model that learned from a few hundred of them.
    static func model(_ sorteerder: Sorteerder) -> Sorteermodel {
        var maker = MailMaker(seed: 7)
        let examples = maker.mails(400).compactMap { bytes -> Sorteermodel.Voorbeeld? in
            guard let mail = try? MailReader.read(bytes) else { return nil }
            let sorted = sorteerder.sorteer(mail, Sorteermodel())
            return Sorteermodel.Voorbeeld(
                wortels: sorted.wortels, regels: sorted.regels.mapValues(\.count), soorten: sorted.soorten)
        }
        return Sorteermodel(examples)
    }
}
