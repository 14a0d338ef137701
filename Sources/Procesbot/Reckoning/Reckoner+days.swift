import Basics

extension Reckoner {
    /// The sentence that says that the first day counts: `Dag 1 is de dag van …`.
    var firstDay: Int? {
        candidate.sentences.indices.first { index in
            QuantityReader.quantities(in: candidate.sentences[index].tokens).contains {
                $0.measure == .position(.day) && $0.exact == 1
            }
        }
    }

    /// The days by number of the passage (`vóór dag 40`) that count from a first day said elsewhere in its document.
    var counted: [(sentence: Int, quantity: Quantity)] {
        guard firstDay == nil else { return [] }
        let days = candidate.sentences.indices.filter { !isScheduled($0) }.flatMap { index in
            QuantityReader.quantities(in: candidate.sentences[index].tokens).filter { $0.measure == .position(.day) }
                .map { (sentence: index, quantity: $0) }
        }
        guard !days.isEmpty else { return [] }
        let wanted = askedDays
        let named = days.filter { day in wanted.contains { $0 == day.quantity.exact } }
        let own = adviser.library.places[candidate.number].document
        let hasStart = adviser.library.register.passages[own].contains { number in
            let other = adviser.candidate(number, score: 0, asked)
            return Reckoner(adviser: adviser, asked: asked, candidate: other).firstDay != nil
        }
        return hasStart ? named.isEmpty ? days : named : []
    }

    /// A row under a head that says from what it counts (`Dag na vervaldag`) counts from no first day.
    private func isScheduled(_ sentence: Int) -> Bool {
        candidate.rules.first { $0.sentences.contains(sentence) }?.cells.contains {
            Self.counting($0.header) != nil
        } == true
    }

    /// The days by number that the question names: only those are asked.
    var askedDays: [Int] {
        QuantityReader.quantities(in: asked.tokens).filter { $0.measure == .position(.day) }.compactMap(\.exact)
    }

    /// Whether the passage counts days from a first day and the case gives that day.
    var isDated: Bool {
        guard let anchor else { return false }
        return (firstDay != nil || !counted.isEmpty) && isOfEvent(anchor.statement)
    }

    /// The words that say which day is the first, here or elsewhere in the document.
    var start: [Term] {
        if let firstDay { return candidate.sentences[firstDay].terms }
        let own = adviser.library.places[candidate.number].document
        return adviser.library.register.passages[own].lazy.compactMap { number -> [Term]? in
            let other = adviser.candidate(number, score: 0, asked)
            let first = Reckoner(adviser: adviser, asked: asked, candidate: other).firstDay
            return first.map { other.sentences[$0].terms }
        }.first ?? []
    }

    /// Whether days that count from a first day have to do with the date: what is asked, or said with it, names that day, or what the
    /// passage is about. A passage that counts no such days takes any date.
    func isOfEvent(_ statement: Statement) -> Bool {
        guard firstDay != nil || !counted.isEmpty else { return true }
        if !askedDays.isEmpty { return true }
        if statement.tokens.contains(where: { $0.text == "ja" }) { return true }
        if statement.quantities.contains(where: \.isFirstDay) { return true }
        // What is asked besides the day says nothing of what the day is of.
        let moments = asked.form.askingMoments
        let isApart = moments.isEmpty && !asked.form.asksMoment && asked.form.wants == nil && asksDay
        let moment = isApart ? 0..<0 : (moments.first ?? asked.form.asking).indices
        let asking = asked.query.filter { moment.contains($0.term.tokens.lowerBound) }.map(\.term)
        let heading = firstDay == nil ? [] : adviser.library.lexicon.terms(of: candidate.passage.heading)
        let said = statement.terms + (firstDay == nil ? [] : asking)
        let named = (start + heading).filter { $0.weight >= 0.6 && PeriodUnit(word: $0.token.text) == nil }
        return said.contains { one in named.contains { $0.likeness(to: one) >= 0.6 } }
    }

    /// `Dag 30` anywhere in the same document counts from the same first day.
    func countedDays(from start: Day, _ facts: [String]) -> [Outcome] {
        let own = adviser.library.places[candidate.number].document
        return adviser.library.register.passages[own].flatMap { index -> [Outcome] in
            guard index != candidate.number else { return [] }
            let other = adviser.candidate(index, score: 0, asked)
            return other.sentences.flatMap { sentence in
                QuantityReader.quantities(in: sentence.tokens).compactMap { quantity -> Outcome? in
                    guard quantity.measure == .position(.day), let exact = quantity.exact,
                        askedDays.isEmpty || askedDays.contains(exact)
                    else { return nil }
                    return day(quantity, [sentence.range], start, facts, of: other)
                }
            }
        }
    }

    /// The date of `dag 30`; of `vóór dag 40` the last day that is in time.
    func day(
        _ quantity: Quantity, _ ranges: [Range<Int>], _ start: Day, _ facts: [String], of place: Candidate
    ) -> Outcome? {
        guard let day = quantity.exact ?? quantity.upper, (1...4_000).contains(day) else { return nil }
        let values = ["dag": String(day), "datum": DateReader.written(start + (day - 1))]
        let name = quantity.exact != nil ? "berekend.dag" : "berekend.uiterlijkedag"
        return outcome(name, values, ranges, of: place, facts: facts)
    }

    /// `Het is dag 52` against `vóór dag 55`.
    func positions() -> [Outcome] {
        let today = asked.facts.statements.flatMap { statement in statement.quantities.map { (statement, $0) } }
        return candidate.sentences.indices.flatMap { index in
            QuantityReader.quantities(in: candidate.sentences[index].tokens).compactMap { limit -> Outcome? in
                guard case .position = limit.measure, limit.lower == nil, let last = limit.upper,
                    let now = today.first(where: { $0.1.measure == limit.measure }), let day = now.1.exact
                else { return nil }
                let words = candidate.sentences[index].tokens[limit.tokens].map(\.text).joined(separator: " ")
                return outcome(
                    day <= last ? "berekend.optijd" : "berekend.telaat", ["nu": String(day), "grens": words],
                    [range(index)],
                    facts: [now.0.told])
            }
        }
    }
}
