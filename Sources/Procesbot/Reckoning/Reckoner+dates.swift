import Basics

extension Reckoner {
    /// The day from which is counted: a date in the question or the facts; of two that are held against each other, the first.
    private var anchor: (day: Day, statement: Statement)? {
        let said = said
        return asked.form.asksPunctual && said.count > 1 ? said.min { $0.day < $1.day } : said.first
    }

    /// The dates of the case, those with a year first.
    private var said: [(day: Day, statement: Statement)] {
        let facts = asked.facts
        return facts.statements.flatMap { said in facts.fullDays(of: said).map { (day: $0, statement: said) } }
            + facts.statements.flatMap { said in facts.shortDays(of: said).map { (day: $0, statement: said) } }
    }

    /// The sentence that says that the first day counts: `Dag 1 is de dag van …`.
    private var firstDay: Int? {
        candidate.sentences.indices.first { index in
            QuantityReader.quantities(in: candidate.sentences[index].tokens).contains {
                $0.measure == .position(.day) && $0.exact == 1
            }
        }
    }

    /// The days by number of the passage (`vóór dag 40`) that count from a first day said elsewhere in its document.
    private var counted: [(sentence: Int, quantity: Quantity)] {
        guard firstDay == nil else { return [] }
        let days = candidate.sentences.indices.flatMap { index in
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

    /// The days by number that the question names: only those are asked.
    private var askedDays: [Int] {
        QuantityReader.quantities(in: asked.tokens).filter { $0.measure == .position(.day) }.compactMap(\.exact)
    }

    /// Whether the passage counts days from a first day and the case gives that day.
    var isDated: Bool {
        guard let anchor else { return false }
        return (firstDay != nil || !counted.isEmpty) && isOfEvent(anchor.statement)
    }

    /// The words that say which day is the first, here or elsewhere in the document.
    private var start: [Term] {
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
    private func isOfEvent(_ statement: Statement) -> Bool {
        guard firstDay != nil || !counted.isEmpty else { return true }
        if !askedDays.isEmpty { return true }
        if statement.tokens.contains(where: { $0.text == "ja" }) { return true }
        if statement.quantities.contains(where: \.isFirstDay) { return true }
        let moment = asked.form.askingMoment.indices
        let asking = asked.query.filter { moment.contains($0.term.tokens.lowerBound) }.map(\.term)
        let heading = firstDay == nil ? [] : adviser.library.lexicon.terms(of: candidate.passage.heading)
        let said = statement.terms + (firstDay == nil ? [] : asking)
        let named = (start + heading).filter { $0.weight >= 0.6 && PeriodUnit(word: $0.token.text) == nil }
        return said.contains { one in named.contains { $0.likeness(to: one) >= 0.6 } }
    }

    /// The end of each period and the date of each counted day, from the date that is known.
    func dates() -> [Outcome] {
        guard let anchor, isOfEvent(anchor.statement) else { return [] }
        let facts = [anchor.statement.told]
        let days = counted
        if !days.isEmpty {
            return days.compactMap { day($0.quantity, [range($0.sentence)], anchor.day, facts, of: candidate) }
        }
        if firstDay != nil {
            let named = askedDays.isEmpty ? [] : countedDays(from: anchor.day, facts)
            if !named.isEmpty { return named }
            return periods.compactMap { period($0.quantity, $0.sentence, anchor.day, facts) }
                + countedDays(from: anchor.day, facts)
        }
        if let scheduled = schedule(from: anchor) { return [scheduled] }
        let moments = askedPeriods(from: anchor.statement)
        if moments.count > 1 { return moments.compactMap { period($0.quantity, $0.sentence, anchor.day, facts) } }
        let best = bestPeriod(from: anchor.statement)
        if let rule = bestCalendar(from: anchor), rule.weight > (best?.weight ?? 0) {
            let values = ["begin": DateReader.written(anchor.day), "einde": DateReader.written(rule.day)]
            return [outcome("berekend.kalender", values, [range(rule.sentence)], facts: facts)]
        }
        guard let best else { return [] }
        return both(best.quantity, best.sentence).compactMap { period($0, best.sentence, anchor.day, facts) }
    }

    /// `3 maanden en 6 maanden na de oplossing`: of two terms in one breath both are counted.
    private func both(_ best: Quantity, _ sentence: Int) -> [Quantity] {
        let tokens = candidate.sentences[sentence].tokens
        let all = QuantityReader.quantities(in: tokens)
        if let cell = cell(around: best, sentence) {
            let listed = all.filter { $0.isTerm && cell.overlaps(tokens[$0.tokens.lowerBound].range) }
            if listed.count > 1, !isSaid(of: best, cell, sentence) { return listed }
        }
        let joined = all.filter { other in
            let (first, second) = other.tokens.lowerBound < best.tokens.lowerBound ? (other, best) : (best, other)
            let isNext = second.tokens.lowerBound == first.tokens.upperBound + 1
            return isNext && tokens[first.tokens.upperBound].text == "en" && other.measure == best.measure
        }
        return (joined + [best]).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// The cell of a row in which a term stands.
    private func cell(around term: Quantity, _ sentence: Int) -> Range<Int>? {
        let place = candidate.sentences[sentence].tokens[term.tokens.lowerBound].range.lowerBound
        return candidate.rules.first { $0.sentences.contains(sentence) }?.cells.map(\.value).first {
            $0.contains(place)
        }
    }

    /// `bevestiging binnen 2 werkdagen, inhoud binnen 10 werkdagen`: the question names what one of the terms in a cell is for.
    private func isSaid(of term: Quantity, _ cell: Range<Int>, _ sentence: Int) -> Bool {
        let tokens = candidate.sentences[sentence].tokens
        let before = tokens[..<term.tokens.lowerBound].lastIndex {
            $0.mark != nil || $0.range.lowerBound < cell.lowerBound
        }
        let own = Array(tokens[((before ?? -1) + 1)..<term.tokens.lowerBound])
        return adviser.library.lexicon.terms(of: own).contains(where: isAsked)
    }

    /// The day that a sentence names by the calendar, where that is what is asked.
    private func bestCalendar(from anchor: (day: Day, statement: Statement)) -> (
        day: Day, sentence: Int, weight: Float
    )? {
        guard asked.form.asksMoment else { return nil }
        return candidate.sentences.indices.compactMap { index in
            CalendarRule.day(in: candidate.sentences[index].tokens, from: anchor.day).map {
                ($0, index, PeriodFit.weight(of: candidate.sentences[index], asked, adviser))
            }
        }.max { ($0.2, -$0.1) < ($1.2, -$1.1) }
    }

    private var periods: [(quantity: Quantity, sentence: Int)] {
        candidate.sentences.indices.flatMap { index in
            QuantityReader.quantities(in: candidate.sentences[index].tokens).map { (quantity: $0, sentence: index) }
        }
    }

    /// The one period that has most to do with the date and the question.
    private func bestPeriod(from anchor: Statement, asking part: Range<Int>? = nil) -> (
        quantity: Quantity, sentence: Int, weight: Float
    )? {
        periods.map {
            ($0.quantity, $0.sentence, PeriodFit(of: $0.quantity, $0.sentence, self).weight(from: anchor, asking: part))
        }
        .filter { $0.2 > 0 }.max { ($0.2, -$0.1) < ($1.2, -$1.1) }
    }

    /// For each moment that the question asks the period that has most to do with it, in the order of the passage.
    private func askedPeriods(from anchor: Statement) -> [(quantity: Quantity, sentence: Int)] {
        let parts = asked.form.askingMoments
        guard parts.count > 1 else { return [] }
        var found: [(quantity: Quantity, sentence: Int)] = []
        for part in parts {
            guard let best = bestPeriod(from: anchor, asking: part.indices) else { continue }
            if !found.contains(where: { $0.sentence == best.sentence && $0.quantity == best.quantity }) {
                found.append((best.quantity, best.sentence))
            }
        }
        return found.sorted { $0.sentence < $1.sentence }
    }

    private static let fitOfCountedDay: Float = 1_000

    /// How well its best period fits the date that was given; more than anything where it counts days from a first.
    var fitOfDate: Float {
        guard let anchor, isOfEvent(anchor.statement) else { return 0 }
        guard firstDay == nil else { return .greatestFiniteMagnitude }
        // A passage that only names a day by number comes behind the one that says from when is counted, unless it is asked about.
        if isDated {
            let isAsked = candidate.headingMatch || counted.contains { askedDays.contains($0.quantity.exact ?? 0) }
            return isAsked ? .greatestFiniteMagnitude : Self.fitOfCountedDay
        }
        if schedule(from: anchor) != nil { return Self.fitOfCountedDay }
        return max(bestPeriod(from: anchor.statement)?.weight ?? 0, bestCalendar(from: anchor)?.weight ?? 0)
    }

    private func period(_ quantity: Quantity, _ sentence: Int, _ start: Day, _ facts: [String]) -> Outcome? {
        guard let unit = quantity.termUnit, let count = quantity.exact ?? quantity.upper ?? quantity.lower,
            count > 0,
            count < 4_000, unit != .hour
        else { return nil }
        let words =
            quantity.measure == .position(.workday) ? "\(count) \(unit.dutch(count))" : named(quantity, sentence)
        let isFirst = candidate.sentences[sentence].tokens[quantity.tokens].contains { $0.text == "eerste" }
        let includesFirst = (firstDay != nil || isFirst) && unit == .day
        let end = includesFirst ? start + (count - 1) : WorkdayCount.end(of: count, unit, from: start)
        var values = ["begin": DateReader.written(start), "aantal": words, "einde": DateReader.written(end)]
        if asked.form.asksPunctual, !includesFirst {
            let came = said.map(\.day).filter { $0 > start }.max() ?? asked.facts.today
            values["dag"] = DateReader.written(came)
            return outcome(
                came <= end ? "berekend.tijdig" : "berekend.verlopen", values, [range(sentence)],
                facts: said.map { $0.statement.told })
        }
        if !includesFirst, isBefore(quantity, sentence, start) {
            let last = WorkdayCount.end(of: -count, unit, from: start)
            let values = ["begin": DateReader.written(start), "aantal": words, "einde": DateReader.written(last)]
            return outcome("berekend.vooraf", values, [range(sentence)], facts: facts)
        }
        let ranges = [range(sentence)] + (includesFirst ? firstDay.map { [range($0)] } ?? [] : [])
        return outcome(includesFirst ? "berekend.einde" : "berekend.termijn", values, ranges, facts: facts)
    }

    /// `uiterlijk 5 dagen voor het gebruik`, of something that is still to come.
    private func isBefore(_ quantity: Quantity, _ sentence: Int, _ day: Day) -> Bool {
        let tokens = candidate.sentences[sentence].tokens
        let behind = tokens.dropFirst(quantity.tokens.upperBound).prefix(2).map(\.text)
        return day > asked.facts.today && quantity.upper != nil
            && behind.contains { ["voor", "voordat", "vooraf", "tevoren", "voorafgaand"].contains($0) }
    }

    /// A period as its sentence words it, without its bound.
    private func named(_ quantity: Quantity, _ sentence: Int) -> String {
        candidate.sentences[sentence].tokens[quantity.tokens].map(\.text).filter {
            !["de", "eerste", "binnen", "uiterlijk", "hooguit", "ten", "minste", "minstens", "minimaal", "tenminste"]
                .contains($0)
        }.joined(separator: " ")
    }

    /// `Dag 30` anywhere in the same document counts from the same first day.
    private func countedDays(from start: Day, _ facts: [String]) -> [Outcome] {
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
    private func day(
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
