import Basics
import Bibliotheek
import Procesbot
import Zaken

/// An advice that is kept with a zaak: what was asked, what was advised and decided, and what a language model made of it.
struct AdviesrecordPage: Page {
    let zaak: AdviesPage.Zaak
    let question: String
    let decided: String
    let reason: String?
    let steps: [Step]
    let wordings: [Wording]

    struct Step: Sendable {
        let step: String
        let why: String
        let sources: [Source]
    }

    struct Source: Sendable {
        let quote: String
        let label: String
    }

    /// One question to a language model, as it travelled.
    struct Wording: Sendable {
        let head: String
        let fault: String?
        let sentences: [Sentence]
        let dropped: [Sentence]
        let prompt: String
        let answer: String
    }

    struct Sentence: Sendable {
        let text: String
        let label: String
    }

    static let template = "procesbot/advies"
    static let area: Area? = .procesbot

    static let sample = AdviesrecordPage(
        zaak: AdviesPage.Zaak(
            number: "ZAAK-2026-000412", path: "/zaken/1", summary: "Huurachterstand", banners: [.payment]),
        question: "Hoeveel dagen uitstel geef ik?", decided: "Advies overgenomen door anja op 9 juni 2026",
        reason: "Past bij deze klant.",
        steps: [
            Step(
                step: "Geef hooguit 30 dagen uitstel.", why: "De vraag gaat hierover.",
                sources: [Source(quote: "Uitstel van hooguit 30 dagen.", label: "05.md, §5.3")])
        ],
        wordings: [
            Wording(
                head: "Taalmodel klein, 9 juni 2026 10.00, 812 tokens", fault: "Het antwoord was te lang.",
                sentences: [Sentence(text: "U geeft hooguit 30 dagen uitstel.", label: "05.md, §5.3")],
                dropped: [Sentence(text: "Scheld de schuld kwijt.", label: "spreekt van iets anders dan de bron")],
                prompt: "{\"vraag\":\"[NAAM_1] vraagt uitstel\"}", answer: "{\"stappen\":[]}")
        ])
}

extension AdviesrecordPage {
    init(
        _ one: Adviesrecord, _ wordings: [Verwoordingsrecord], of zaak: Zaak, _ colleagues: Colleagues, _ words: Words
    ) {
        self.zaak = AdviesPage.Zaak(number: zaak.nummer, path: ZaakPaths.zaak(zaak.id), summary: zaak.omschrijving)
        question = one.vraag
        let what = one.besluit.map { words("kinds.advies_\($0.rawValue)") } ?? words("wording.commented")
        decided = words(
            "wording.decided",
            ["what": what, "who": colleagues.name(of: Medewerker(one.door)), "day": words.date(one.moment.day)])
        reason = one.reden
        steps = (one.advies["route"].elements ?? []).map { step in
            Step(
                step: step["step"].text ?? "", why: step["why"].text ?? "",
                sources: (step["sources"].elements ?? []).map {
                    Source(
                        quote: $0["quote"].text ?? "", label: "\($0["title"].text ?? ""), \($0["heading"].text ?? "")")
                })
        }
        self.wordings = wordings.map { Wording($0, words) }
    }
}

extension AdviesrecordPage.Wording {
    init(_ one: Verwoordingsrecord, _ words: Words) {
        let result = one.uitkomst ?? .null
        head = words(
            "wording.head",
            [
                "model": one.model, "moment": words.date(one.moment.day) + " " + words.clock(one.moment),
                "tokens": String(one.tokens),
            ])
        fault =
            one.uitkomst == nil
            ? words("wording.fault_onbereikbaar") : result["terugval"].text.map { words("wording.fault_\($0)") }
        sentences = (result["zinnen"].elements ?? []).map {
            .init(text: $0["tekst"].text ?? "", label: "\($0["document"].text ?? ""), \($0["kop"].text ?? "")")
        }
        dropped = (result["weggelaten"].elements ?? []).map {
            let flaw = ($0["reden"].text ?? "").replacing("-", with: "_")
            return .init(text: $0["tekst"].text ?? "", label: words("wording.flaw_\(flaw)"))
        }
        prompt = one.prompt
        answer = one.antwoord ?? ""
    }
}
