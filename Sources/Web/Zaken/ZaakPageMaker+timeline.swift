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
            Array(timeline.happenings(entries).prefix(limit)),
            hasMore ? ZaakPaths.zaak(zaak.id) + "?alles=1&toon=\(asked.filter.rawValue)" : nil
        )
    }

    var timeline: Timeline {
        let names = Naming(zaaktype: zaaktype, formulieren: playbook.formulieren, language: language)
        return Timeline(words: words, today: today, colleagues: look.colleagues, naming: names)
    }
}
