import Basics
import Bibliotheek
import Zaken

/// The adviser on the page of a zaak: a question field, and what was decided about earlier advice.
struct BotPart: Sendable {
    let path: String
    /// Where a talk by phone begins, for who may record it.
    let call: String?
    let records: [Record]

    struct Record: Sendable {
        let question: String
        let when: String
        let decided: String
        let path: String
    }

    static let sample = BotPart(
        path: "/zaken/1/advies", call: "/zaken/1/gesprek",
        records: [
            Record(
                question: "Klant heeft ook elders schulden.", when: "di 9 juni", decided: "overgenomen",
                path: "/zaken/1/adviezen/1")
        ])
}

extension ZaakPageMaker {
    var bot: BotPart? {
        guard zaak.isOpen, may(.zaakZien) else { return nil }
        return BotPart(
            path: AdvicePaths.zaak(zaak.id),
            call: may(.zaakBijwerken) ? AdvicePaths.call(zaak.id) : nil,
            records: look.adviezen.filter { $0.besluit != nil }.prefix(3).map { one in
                BotPart.Record(
                    question: one.vraag, when: words.day(one.moment.day, today: today),
                    decided: one.besluit.map { words("kinds.advies_\($0.rawValue)") } ?? "",
                    path: AdvicePaths.record(one.zaak?.text ?? "", one.id.text))
            })
    }
}
