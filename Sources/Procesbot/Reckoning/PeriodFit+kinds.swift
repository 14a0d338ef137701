/// Periods of other kinds than a term to act in: bounds, rates, how long something is kept.
extension PeriodFit {
    /// `duurt 120 dagen`, where it is asked until when.
    var isLasting: Bool {
        sentence.tokens[..<quantity.tokens.lowerBound].suffix(2).contains {
            ["duurt", "duren", "loopt", "geldt", "gelden", "blijft"].contains($0.text)
        }
    }

    /// `maximaal 12 maanden`, `meer dan vier weken`: how long something may last, and no deadline.
    var isLimit: Bool {
        if isLead { return false }
        if isOfCondition { return true }
        let words = sentence.tokens[quantity.tokens].map(\.text)
        guard !words.contains("binnen"), !words.contains("uiterlijk"),
            !sentence.tokens.contains(where: { $0.text.hasSuffix("termijn") })
        else { return false }
        return words.contains { Self.limiting.contains($0) || Comparison.points($0) != nil }
    }

    /// `Dreigt dit binnen 14 dagen` beside a day that is still to come: that day is held against it, and none is counted from it.
    func isThreshold(for anchor: Statement) -> Bool {
        let facts = reckoner.asked.facts
        let place = sentence.tokens[quantity.tokens.lowerBound].range.lowerBound
        return sentence.tokens[quantity.tokens].first?.text == "binnen"
            && facts.days(of: anchor).contains { $0 > facts.today }
            && rule.flatMap { reckoner.candidate.rules[$0].condition }?.clauses.contains {
                $0.standing.contains { $0.contains(place) }
            } == true
    }

    /// `tot en met 12 maanden` in the cell that a row is chosen by.
    var isOfCondition: Bool {
        guard let rule = rule.map({ reckoner.candidate.rules[$0] }), !rule.cells.isEmpty, quantity.isBound else {
            return false
        }
        let place = sentence.tokens[quantity.tokens.lowerBound].range.lowerBound
        return TableColumns.inputs(rule.cells.map(\.header)).contains { rule.cells[$0].value.contains(place) }
    }

    /// `ten minste 15 werkdagen voor de keuring`: from the day that it is done, the keuring may come so much later, where it is asked
    /// from when.
    var isLead: Bool {
        quantity.upper == nil && quantity.lower != nil
            && ["voor", "voordat"].contains(sentence.tokens.dropFirst(quantity.tokens.upperBound).first?.text ?? "")
            && (reckoner.asked.form.asksMoment || reckoner.asked.form.asksStart)
    }

    private static let limiting: Set<String> = [
        "maximaal", "max", "minimaal", "minstens", "tenminste", "hooguit", "hoogstens", "hoogste", "minste",
    ]

    /// `per twaalf maanden`, `niet ouder dan twee maanden`, `12 maanden terug`.
    var isRate: Bool {
        let before =
            sentence.tokens[..<quantity.tokens.lowerBound].suffix(2).map(\.text)
            + sentence.tokens[quantity.tokens].map(\.text)
        let behind = sentence.tokens[quantity.tokens.upperBound...].prefix(1).map(\.text)
        return before.contains {
            ["per", "elke", "iedere", "laatste", "afgelopen", "ouder", "jonger", "looptijd"].contains($0)
        }
            || behind.contains { ["oud", "terug", "vooruit", "geleden"].contains($0) }
    }

    /// `bewaren`, `verlengen`: periods of another kind than the one in which something must be done.
    var isKept: Bool {
        let heading = Tokenizer.tokens(of: reckoner.candidate.passage.heading)
        let columns = rule.map { reckoner.candidate.rules[$0].cells.flatMap { Tokenizer.tokens(of: $0.header) } } ?? []
        let words = (sentence.tokens[clause] + heading + columns).map(\.text) + sentence.tokens.prefix(1).map(\.text)
        return Self.kinds.contains { kind in
            words.contains { $0.hasPrefix(kind) } && !reckoner.asked.tokens.contains { $0.text.contains(kind) }
        }
    }

    private static let kinds = ["bewa", "verleng"]
}
