import Basics
import Bibliotheek
import Procesbot
import Zaken

/// Makes the parts of a talk from what the adviser makes of the notes.
struct GesprekPageMaker {
    let words: Words
    let zaak: Identifier<Zaak>
    let maker: AdviesPageMaker

    func talk(_ answer: Antwoord?, _ form: AdviesForm) -> GesprekPage.Talk {
        let advice = answer?.advies
        var part = advice.map(maker.part)
        let dangers = part?.dangers ?? []
        // What is told on top is not told again further down.
        part?.dangers = []
        part?.notices = []
        return GesprekPage.Talk(
            path: AdvicePaths.callNotes(zaak), end: AdvicePaths.callReport(zaak), notes: form.vraag,
            stand: answer?.stand ?? "", facts: advice.map { maker.facts($0, form) } ?? [], dangers: dangers,
            notices: maker.notices, cards: advice.map(cards) ?? [], advice: part)
    }

    /// The next question to ask, and the first step with its source.
    private func cards(_ advice: Advice) -> [GesprekPage.Card] {
        let question = advice.missing.first { !$0.isDanger }.map {
            GesprekPage.Card(label: words("call.ask_now"), text: $0.question, sources: [])
        }
        let step = advice.route.first.map {
            GesprekPage.Card(
                label: words("call.next_step"), text: $0.step, sources: $0.sources.prefix(1).map(maker.source))
        }
        let none = advice.refused.map {
            GesprekPage.Card(label: words("advice.refused_title"), text: $0.explanation, sources: [])
        }
        return [question, step ?? none].compactMap(\.self)
    }

    /// The report, filled with what the notes say of it; what was sent and refused stands there again.
    func report(_ report: CallReport, _ advice: Advice?, notes: String, sent: Sent?) -> GesprekPage.Report {
        let sheet = Sheet(
            AdvicePaths.callReport(zaak), fields(report, advice),
            hidden: [.init(name: "vraag", value: notes), .init(name: "bewaar", value: "ja")], sent: sent)
        return GesprekPage.Report(
            form: sheet, isSensitive: sheet.isOpen && sent?.refusal.isSensitiveContact == true,
            warnings: report.leftOut.map {
                words("call.left_out", ["words": $0.words, "kind": $0.kind, "instead": $0.instead])
            }, notes: notes)
    }

    private func fields(_ report: CallReport, _ advice: Advice?) -> [Field] {
        let open = report.open.isEmpty ? "" : words("call.still_open") + " " + report.open.joined(separator: " ")
        let seekers = Contact.Initiatiefnemer.allCases.map {
            Option($0.rawValue, words("contact.by_\($0.rawValue)"))
        }
        let steps = (advice?.route ?? []).filter { !$0.isExcluded }.prefix(8).map { step in
            Option(Self.kept(step, maker), step.step)
        }
        let followed = Field(
            "gevolgd", words("call.which_followed"), .several(Array(steps)), id: "gevolgd",
            hint: words("call.followed_hint"))
        return [
            Field(
                "initiatiefnemer", words("contact.by"), .choice(seekers), id: "initiatiefnemer",
                hint: words("contact.by_hint"), isRequired: true),
            Field("reden", words("contact.reden"), .text(report.reason), id: "reden", isRequired: true),
            Field("feiten", words("contact.feiten"), .longText(report.facts.joined(separator: "; ")), id: "feiten"),
            Field("afspraak", words("contact.afspraak"), .text(report.agreement), id: "afspraak"),
            Field("vervolg", words("contact.vervolg"), .text(open), id: "vervolg"),
            Field("op", words("contact.op"), .date(""), id: "op"),
            Field(
                "nogeens", words("call.again"), .several([Option("ja", words("call.again_yes"))]), id: "nogeens",
                hint: words("call.again_hint")),
        ] + (steps.isEmpty ? [] : [followed])
    }

    /// A step as it is kept: its first words, and where it stands.
    private static func kept(_ step: AdviceStep, _ maker: AdviesPageMaker) -> String {
        let text = step.step.count > 120 ? step.step.prefix(120) + "…" : step.step[...]
        return step.sources.first.map { "\(text) (\(maker.source($0).label))" } ?? String(text)
    }
}
