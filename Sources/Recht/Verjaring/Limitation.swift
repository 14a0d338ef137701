public import Basics

/// When a claim lapses, and how that came about.
public struct Limitation: Hashable, Sendable {
    /// The last day on which the claim can be enforced.
    public let ends: Day
    /// Days on which to warn, with the months that are left then.
    public let warnings: [Warning]
    public let working: [WorkingLine]

    /// A day on which to warn that a claim will lapse.
    public struct Warning: Hashable, Sendable {
        public let day: Day
        public let months: Int
    }

    /// Whether the claim has lapsed; then nothing may be collected without a person's decision.
    public func hasLapsed(on day: Day) -> Bool { day > ends }

    /// The latest warning that has come due on a day, while the claim runs.
    public func warning(on day: Day) -> Warning? { hasLapsed(on: day) ? nil : warnings.last { $0.day <= day } }
}

extension LimitationTable {
    /// The limitation of a claim that became due, or known, on a day; `nil` when the table has no term for it.
    ///
    /// The term runs from the day after (BW 3:307 lid 1); an interruption after its end comes too late.
    public func limitation(
        of kind: LimitationKind, due: Day, event: Day? = nil, interrupted: [Interruption] = []
    ) -> Limitation? {
        guard let term = terms[kind]?.value(on: due) else { return nil }
        let byKnowledge = due.adding(years: term.years)
        let byEvent = term.latestYears.map { (event ?? due).adding(years: $0) }
        var end = min(byKnowledge, byEvent ?? byKnowledge)
        var lines = [
            WorkingLine(
                "verjaring.termijn", article: term.article,
                [Fact("van", .day(due + 1)), Fact("jaren", .count(term.years)), Fact("tot", .day(end))])
        ]
        for interruption in interrupted.sorted(by: { $0.day < $1.day }) {
            let renewed = max(end, interruption.day.adding(years: min(term.years, interruptionYears)))
            let counts = interruption.proof != nil && interruption.day > due && interruption.day <= end
            lines.append(
                line(interruption, counts: counts, isLate: interruption.day > end, end: counts ? renewed : end))
            if counts { end = renewed }
        }
        return Limitation(ends: end, warnings: warnings(before: end), working: lines)
    }

    private func warnings(before end: Day) -> [Limitation.Warning] {
        warningMonths.map { Limitation.Warning(day: end.adding(months: -$0), months: $0) }
    }

    private func line(_ interruption: Interruption, counts: Bool, isLate: Bool, end: Day) -> WorkingLine {
        let code = counts ? "verjaring.stuiting" : isLate ? "verjaring.te-laat" : "verjaring.zonder-bewijs"
        return WorkingLine(
            code, article: interruption.kind.article,
            [
                Fact("dag", .day(interruption.day)), Fact("soort", .word(interruption.kind.rawValue)),
                Fact("tot", .day(end)),
            ])
    }
}
