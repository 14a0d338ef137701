import Basics
import Incasso
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
            guard entry.isTold, let kind = TimelineKind(entry.kind) else { return false }
            return asked.filter == .all || kind.part == asked.filter
        }
        let limit = asked.all ? ZaakLook.many : 25
        let hasMore = !asked.all && (entries.count > limit || look.entries.count == ZaakLook.few)
        return (
            Array(withWaiting(timeline.happenings(entries), isWhole: !hasMore).prefix(limit)),
            hasMore ? ZaakPaths.zaak(zaak.id) + "?alles=1&toon=\(asked.filter.rawValue)" : nil
        )
    }

    /// Money that came and waits for its place, on the day on which it came.
    private func withWaiting(_ lines: [Happening], isWhole: Bool) -> [Happening] {
        guard asked.filter == .all || asked.filter == .money else { return lines }
        return look.stand.wachtend.reduce(into: lines) { lines, one in
            let place = lines.firstIndex { $0.machine.prefix(10) <= one.betaling.datum.description }
            guard let place = place ?? (isWhole ? lines.endIndex : nil) else { return }
            lines.insert(one.happening(words, today: today), at: place)
        }
    }

    var timeline: Timeline {
        let names = Naming(zaaktype: zaaktype, formulieren: playbook.formulieren, language: language)
        return Timeline(words: words, today: today, colleagues: look.colleagues, naming: names)
    }
}
