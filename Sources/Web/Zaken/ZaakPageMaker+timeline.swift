import Basics
import Journal
import Zaken

extension ZaakPageMaker {
    var filters: [Way] {
        TimelineFilter.allCases.map { filter in
            let path = ZaakPaths.zaak(zaak.id) + (filter == .all ? "" : "?toon=\(filter.rawValue)")
            return Way(words("timeline.\(filter.rawValue)"), path, current: asked.filter == filter)
        }
    }

    /// What happened, the newest first; and where the rest is when there is more.
    var happenings: (shown: [Happening], more: String?) {
        let entries = look.entries.filter { entry in
            guard let kind = TimelineKind(entry.kind) else { return false }
            return asked.filter == .all || kind.part == asked.filter
        }
        let limit = asked.all ? ZaakLook.many : 25
        let hasMore = !asked.all && (entries.count > limit || look.entries.count == ZaakLook.few)
        return (
            entries.prefix(limit).compactMap(timeline.happening),
            hasMore ? ZaakPaths.zaak(zaak.id) + "?alles=1&toon=\(asked.filter.rawValue)" : nil
        )
    }

    private var timeline: Timeline {
        let names = Naming(zaaktype: zaaktype, formulieren: playbook.formulieren, language: language)
        return Timeline(words: words, today: today, colleagues: look.colleagues, naming: names.callAsFunction)
    }
}

/// What the content calls a status, a result, or an answer of a form.
struct Naming: Sendable {
    let zaaktype: Zaaktype?
    let formulieren: [String: Formulier]
    let language: String

    @Sendable func callAsFunction(_ kind: String, _ code: String) -> String {
        switch kind {
        case "status": zaaktype?.statussen.first { $0.code == code }?.omschrijving[language] ?? code
        case "resultaat": zaaktype?.resultaten.first { $0.code == code }?.omschrijving[language] ?? code
        case "melding": zaaktype?.meldingen.first { $0.bericht == code }?.omschrijving[language] ?? code
        case "uitkomst": answer(code) ?? code
        default: code
        }
    }

    private func answer(_ code: String) -> String? {
        formulieren.values.lazy.compactMap { form in
            form.velden.first { $0.id == "uitkomst" }?.opties.first { $0.waarde == code }?.label[language]
        }.first
    }
}
