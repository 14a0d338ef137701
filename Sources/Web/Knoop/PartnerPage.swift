import Basics
import Incasso

/// What a partner's desk sees: who asks, for what, what goes along, and the form to answer.
struct PartnerPage: Page {
    let title: String
    let lead: String
    let notice: BetaalPage.Notice?
    let facts: [SturingPage.Pair]
    let form: Form?

    struct Form: Sendable {
        let path: String
        let problem: String?
        let fields: [Field]
    }

    static let template = "knoop/partner"

    static let sample = PartnerPage(
        title: "Iemand vraagt uw hulp", lead: "Woonstichting Voorbeeld vraagt Bureau aanmelding om hulp.",
        notice: BetaalPage.Notice(tone: "calm", text: "Aangenomen door Kees op 9 juni."),
        facts: [SturingPage.Pair(name: "Gaat mee", value: "naam, telefoon")],
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
        ].map { SturingPage.Pair(name: words("partner.\($0.0)"), value: $0.1) }
        let shared = seen.gedeeld.map {
            SturingPage.Pair(
                name: words("knoop.share_\($0.gegeven)"),
                value: $0.waarde.isEmpty ? words("payments.not_known") : $0.waarde)
        }
        let phone = SturingPage.Pair(name: words("partner.phone"), value: seen.telefoon)
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
