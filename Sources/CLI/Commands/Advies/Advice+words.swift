import Procesbot

extension Advice {
    /// The advice as a person reads it in a terminal, in the language of its sentences; programs ask for JSON.
    var words: String {
        let refusal = refused.map {
            ["Geen advies (\($0.reason.rawValue)). \($0.explanation)", "Wat wel kan: \($0.instead)"]
        }
        let steps = route.enumerated().flatMap { number, step in
            ["\(number + 1). \(step.step)", "   \(step.why)"] + step.sources.map { "   " + $0.words }
        }
        return [
            missing.filter(\.isDanger).map(\.question),
            refusal ?? [],
            steps.isEmpty ? [] : ["Route (\(certainty.rawValue)):"] + steps,
            listed("Zoek ook op", also.map(\.step)),
            listed("Wat nog ontbreekt", missing.filter { !$0.isDanger }.map(\.question)),
            listed("Bronnen die elkaar tegenspreken", conflicts.flatMap { [$0.about] + $0.sources.map(\.words) }),
            listed("Wat u de klant vertelt", tell.map(\.step)),
            listed("Wat u meegeeft in een overdracht", handover.map(\.step)),
            listed("Dit staat er wel", refused == nil ? [] : near.map(\.words)),
            listed("Gelezen feiten", facts.map(\.fact)),
        ].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private func listed(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["\(title):"] + lines.map { "- " + $0 }
    }
}

extension QuotedSource {
    /// The quoted words on one line, and where they stand.
    fileprivate var words: String {
        "“\(quote.split(whereSeparator: \.isNewline).joined(separator: " "))” (\(document), \(heading))"
    }
}
