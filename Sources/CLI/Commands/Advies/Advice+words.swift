import Procesbot

extension Advice {
    /// The advice as a person reads it in a terminal; programs ask for JSON.
    var words: String {
        let refusal = refused.map {
            ["No advice (\($0.reason.rawValue)). \($0.explanation)", "What can be done: \($0.instead)"]
        }
        let steps = route.enumerated().flatMap { number, step in
            ["\(number + 1). \(step.step)", "   \(step.why)"] + step.sources.map { "   " + $0.words }
        }
        return [
            refusal ?? [],
            steps.isEmpty ? [] : ["Route (\(certainty.rawValue)):"] + steps,
            listed("Look up as well", also.map(\.step)),
            listed("Still unknown", missing.map(\.question)),
            listed("Sources that contradict each other", conflicts.flatMap { [$0.about] + $0.sources.map(\.words) }),
            listed("Tell the customer", tell.map(\.step)),
            listed("Hand over", handover.map(\.step)),
            listed("Nearest in the library", refused == nil ? [] : near.map(\.words)),
            listed("Facts that were read", facts.map(\.fact)),
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
