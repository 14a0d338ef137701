import Basics
import Bpmn
import Engine
import Zaken

extension Words {
    /// What a part of an element is called: “de wachttijd”; as the file has it where it has no name.
    func name(of part: ElementPart) -> String {
        switch part {
        case .known(let word): self("settings.\(word.rawValue)")
        case .other(let name): self("settings.other", ["name": name])
        }
    }

    /// A part that is not what it was: what it was, and what it is.
    func sentence(_ change: ElementPart.Change, _ playbook: Playbook?) -> String {
        let what = name(of: change.part)
        let (old, new) = (change.old.map { value($0, playbook) }, change.new.map { value($0, playbook) })
        return switch (old, new) {
        case (let old?, let new?) where old != new: self("comparison.setting", ["what": what, "old": old, "new": new])
        case (nil, let new?): self("comparison.setting_new", ["what": what, "new": new])
        case (let old?, nil): self("comparison.setting_gone", ["what": what, "old": old])
        case (_?, _?), (nil, nil): self("comparison.setting_other", ["what": what])
        }
    }

    /// A value as people read it: a duration in days, yes or no, what a name of the house stands for.
    private func value(_ text: String, _ playbook: Playbook?) -> String {
        let formula = text.asFormula.oneLine
        if let known = self.text("part_values.\(formula)") { return known }
        if let span = formula.span { return duration(span) }
        let begun = playbook?.begins(FactPath(formula))?.text.flatMap { TimeSpan($0) }
        let shown = formula.count > Self.longest ? formula.prefix(Self.longest) + "…" : formula[...]
        return begun.map { "\(formula) (\(duration($0)))" } ?? String(shown)
    }

    /// Of longer texts only the beginning is told.
    private static let longest = 240

    /// `14 dagen`, `1 jaar en 2 maanden`, `1 uur en 30 minuten`.
    func duration(_ span: TimeSpan) -> String {
        let (seconds, isBack) = (
            abs(span.milliseconds) / 1_000, span.months < 0 || span.days < 0 || span.milliseconds < 0
        )
        let counts = [
            ("years", abs(span.months) / 12), ("months", abs(span.months) % 12), ("days", abs(span.days)),
            ("hours", Int(seconds / 3_600)), ("minutes", Int(seconds / 60 % 60)), ("seconds", Int(seconds % 60)),
        ]
        let parts = counts.filter { $0.1 > 0 }.map { self("durations.\($0.0)", count: $0.1) }
        let text = parts.isEmpty ? self("durations.none") : row(parts, "common.and")
        return isBack ? self("durations.before", ["what": text]) : text
    }
}

extension String {
    /// The duration that it is: as ISO 8601 has it, by itself or as FEEL writes it.
    fileprivate var span: TimeSpan? {
        let (opening, closing) = ("duration(\"", "\")")
        guard hasPrefix(opening), hasSuffix(closing) else { return TimeSpan(self) }
        return TimeSpan(String(dropFirst(opening.count).dropLast(closing.count)))
    }
}
