import Basics
import Bibliotheek
import Procesbot
import Zaken

/// Makes the parts of a talk from what the adviser makes of the notes.
struct GesprekPageMaker {
    let words: Words
    let zaak: Identifier<Zaak>
    let maker: AdviesPageMaker

    func talk(_ answer: Antwoord?, _ form: AdviesForm, isStopping: Bool) -> GesprekPage.Talk {
        let advice = answer?.advies
        var part = advice.map(maker.part)
        let dangers = part?.dangers ?? []
        // What is told on top is not told again further down.
        part?.dangers = []
        part?.notices = []
        return GesprekPage.Talk(
            path: AdvicePaths.callNotes(zaak), end: AdvicePaths.callReport(zaak),
            stop: AdvicePaths.callEnd(zaak), sure: isStopping ? AdvicePaths.callEnd(zaak) : nil, notes: form.vraag,
            stand: answer?.stand ?? "", facts: advice.map { maker.facts($0, form) } ?? [], dangers: dangers,
            notices: maker.notices, cards: advice.map(cards) ?? [], advice: part)
    }

    /// The next question to ask, and the first step with its source.
    private func cards(_ advice: Advice) -> [GesprekPage.Card] {
        let question = advice.missing.first { !$0.isDanger }.map {
            GesprekPage.Card(label: words("call.ask_now"), text: $0.question, items: [], sources: [])
        }
        let step = advice.route.first.map { step in
            let (lead, items) = AdviesPageMaker.listed(step.step)
            return GesprekPage.Card(
                label: words("call.next_step"), text: lead, items: items,
                sources: step.sources.prefix(1).map(maker.source))
        }
        let none = advice.refused.map { refusal in
            // Notes ask nothing; that no step fits them yet is no refusal.
            let isEarly = advice.isOnlyTold && refusal.reason == .noSupport
            return GesprekPage.Card(
                label: words(isEarly ? "call.next_step" : "advice.refused_title"),
                text: isEarly ? words("call.nothing_yet") : refusal.explanation, items: [], sources: [])
        }
        return [question, step ?? none].compactMap(\.self)
    }

    /// The report, filled with what the notes say of it; what was sent and refused stands there again.
    func report(
        _ report: Verslagconcept, _ advice: Advice?, of form: FormFields, sent: Sent?, isForbidden: Bool
    ) -> GesprekPage.Report {
        let typed = Self.typed(form)
        let asked = fields(report, advice) + (isForbidden ? [.anyway(words)] : [])
        let sheet = Sheet(
            AdvicePaths.callReport(zaak), asked, hidden: typed + [.init(name: "bewaar", value: "ja")],
            sent: sent)
        return GesprekPage.Report(
            form: sheet, back: AdvicePaths.callNotes(zaak), typed: typed,
            isSensitive: sheet.isOpen && sent?.refusal.isSensitiveContact == true,
            warnings: report.leftOut.map {
                words("call.left_out", ["words": $0.words, "kind": $0.kind, "instead": $0.instead])
            }, notes: form["vraag"] ?? "")
    }

    /// The notes, and what was said of the facts in them.
    private static func typed(_ form: FormFields) -> [Sheet.Hidden] {
        let names = ["vraag", "feit-", "stand-", "anders-", "was-"]
        return form.pairs.filter { pair in names.contains { pair.name.hasPrefix($0) } }.compactMap { pair in
            form[pair.name].map { Sheet.Hidden(name: pair.name, value: $0) }
        }
    }

    private func fields(_ report: Verslagconcept, _ advice: Advice?) -> [Field] {
        let open = report.open.isEmpty ? nil : words("call.still_open") + " " + report.open.joined(separator: " ")
        let next = (report.next + [open].compactMap(\.self)).joined(separator: "\n")
        let seekers = Contact.Initiatiefnemer.allCases.map {
            Option($0.rawValue, words("contact.by_\($0.rawValue)"), chosen: $0.rawValue == report.seeker?.rawValue)
        }
        let steps = (advice?.route ?? []).filter { !$0.isExcluded }.prefix(8).map { step in
            Option(Self.kept(step, maker), Self.inOneLine(step))
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
            Field("afspraak", words("contact.afspraak"), .longText(report.agreement), id: "afspraak"),
            Field("vervolg", words("contact.vervolg"), .longText(next), id: "vervolg"),
            Field("op", words("contact.op"), .date(report.day?.description ?? ""), id: "op"),
            Field(
                "nogeens", words("call.again"),
                .several([Option("ja", words("call.again_yes"), chosen: report.day != nil && !report.next.isEmpty)]),
                id: "nogeens",
                hint: words("call.again_hint")),
        ] + (steps.isEmpty ? [] : [followed])
    }

    /// A step without the dashes of its list.
    private static func inOneLine(_ step: AdviceStep) -> String {
        let (lead, items) = AdviesPageMaker.listed(step.step)
        return ([lead] + items).joined(separator: " ")
    }

    /// A step as it is kept: its first words, and where it stands.
    private static func kept(_ step: AdviceStep, _ maker: AdviesPageMaker) -> String {
        let line = inOneLine(step)
        let text = line.count > 120 ? line.prefix(120) + "…" : line[...]
        return step.sources.first.map { "\(text) (\(maker.source($0).label))" } ?? String(text)
    }
}
