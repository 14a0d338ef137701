import Basics
import Incasso
import Zaken

/// What a partner's desk sees: who asks, for what, what goes along, and the form to answer.
struct PartnerPage: Page {
    let title: String
    let lead: String
    let notice: BetaalPage.Notice?
    let facts: [Fact]
    let form: Form?

    /// What the desk reads under a name: one value, or a list.
    struct Fact: Sendable {
        let name: String
        var value: String? = nil
        var lines: [String] = []
    }

    struct Form: Sendable {
        let path: String
        let problem: String?
        let fields: [Field]
    }

    static let template = "knoop/partner"

    static let sample = PartnerPage(
        title: "Iemand vraagt uw hulp", lead: "Woonstichting Voorbeeld vraagt Bureau aanmelding om hulp.",
        notice: BetaalPage.Notice(tone: "calm", text: "Aangenomen door Kees op 9 juni."),
        facts: [
            Fact(name: "Gaat mee", value: "naam, telefoon"),
            Fact(name: "Overzicht", lines: ["Woonstichting: € 1.236,06", "Energie: € 300,00"]),
        ],
        form: Form(
            path: "/doorverwijzing/abc", problem: "Vul in wie er aanneemt.",
            fields: [Field("wie", "Uw naam", .text(""), id: "partner-wie", isRequired: true)]))
    static let variants: [(name: String, page: PartnerPage)] = [
        (
            "verlopen",
            PartnerPage(title: "Deze link werkt niet meer", lead: "Bel ons.", notice: nil, facts: [], form: nil)
        )
    ]
}

extension PartnerPage {
    init(_ seen: Partnerblik, _ words: Words, path: String, problem: Refusal?, sent: FormFields) {
        let one = seen.doorverwijzing
        title = words("partner.title")
        lead = words("partner.lead", ["from": seen.afzender, "partner": one.partner, "desk": one.bureau])
        let answered = one.beantwoord.map(words.date) ?? ""
        notice =
            switch one.staat {
            case .aangeboden: nil
            case .aangenomen:
                .init(tone: "calm", text: words("partner.accepted", ["who": one.wie ?? "", "day": answered]))
            case .geweigerd: .init(tone: "attention", text: words("partner.refused", ["day": answered]))
            case .ingetrokken: .init(tone: "attention", text: words("partner.withdrawn"))
            }
        let open = [
            ("purpose", words("partner.purpose_text")),
            ("consent", words("partner.consent_was", ["how": one.toestemming, "day": words.date(one.toestemmingOp)])),
            ("along", one.gegevens.map { words("knoop.share_\($0)") }.joined(separator: ", ")),
            ("until", words.date(one.uiterlijk)),
        ].map { Fact(name: words("partner.\($0.0)"), value: $0.1) }
        let shared = seen.gedeeld.map { one in
            let (name, lines) = (words("knoop.share_\(one.gegeven)"), words.lines(of: one.waarde))
            return lines.count > 1
                ? Fact(name: name, lines: lines) : Fact(name: name, value: lines.first ?? words("payments.not_known"))
        }
        let phone = Fact(name: words("partner.phone"), value: seen.telefoon)
        facts = (one.staat == .ingetrokken ? [] : open + shared) + (seen.telefoon.isEmpty ? [] : [phone])
        form =
            one.staat == .aangeboden
            ? Form(
                path: path, problem: problem?.sentence(words, .none),
                fields: [
                    Field("wie", words("partner.who"), .text(""), id: "partner-wie", isRequired: true),
                    Field(
                        "reden", words("partner.why"), .text(""), id: "partner-reden", hint: words("partner.why_hint")),
                ].map { problem == nil ? $0 : $0.again(sent, problem: nil, isFocused: false) }) : nil
    }
}

extension Words {
    /// What goes along with a warm handover, a line for each debt; none where nothing is known.
    func lines(of held: Meegave) -> [String] {
        switch held {
        case .onbekend: []
        case .tekst(let text): text.isEmpty ? [] : [text]
        case .gekozen(let answer): [answer[language.rawValue]]
        case .dag(let day): [date(day)]
        case .verteld(let day): [self("knoop.told_elsewhere", ["day": date(day)])]
        case .schulden(let posts):
            posts.map { "\($0.schuldeiser): \($0.bedrag.map(money) ?? self("knoop.amount_unknown"))" }
        }
    }
}
