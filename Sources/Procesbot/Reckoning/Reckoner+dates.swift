import Basics

extension Reckoner {
    /// The day from which is counted: a date in the question or the facts; of two that are held against each other, the first.
    var anchor: (day: Day, statement: Statement)? {
        let said = said
        return asked.form.asksPunctual && said.count > 1 ? said.min { $0.day < $1.day } : said.first
    }

    /// Whether a day is asked, in whichever sentence of the question.
    var asksDay: Bool {
        if asked.form.asksMoment || plural != nil { return true }
        let words = asked.tokens.map(\.text)
        return zip(words, words.dropFirst()).contains {
            ["welke", "uiterste", "laatste"].contains($0) && ["dag", "datum"].contains($1)
        } && asked.tokens.contains { $0.mark == "?" }
    }

    /// `op welke data`, `de uiterste datums`: where more than one day is asked.
    var plural: Int? {
        asked.tokens.indices.dropFirst().first { place in
            ["data", "datums"].contains(asked.tokens[place].text)
                && ["welke", "uiterste", "de"].contains(asked.tokens[place - 1].text)
        }
    }

    /// The words that ask for several days, up to what is asked besides.
    var dayPart: Range<Int>? {
        plural.map { place in
            let end = asked.tokens.indices.dropFirst(place + 1).first {
                asked.tokens[$0 - 1].mark != nil
                    || asked.tokens[$0].text == "en"
                        && asked.tokens[$0...].prefix(4).contains { QuestionForm.interrogative.contains($0.text) }
            }
            return place - 1..<(end ?? asked.tokens.count)
        }
    }

    /// The dates of the case, those with a year first.
    var said: [(day: Day, statement: Statement)] {
        let facts = asked.facts
        return facts.statements.flatMap { said in facts.fullDays(of: said).map { (day: $0, statement: said) } }
            + facts.statements.flatMap { said in facts.shortDays(of: said).map { (day: $0, statement: said) } }
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
        let named = namedPeriods(from: anchor.statement)
        if named.count > 1 { return named.compactMap { period($0.quantity, $0.sentence, anchor.day, facts) } }
        let moments = askedPeriods(from: anchor.statement)
        if moments.count > 1 { return moments.compactMap { period($0.quantity, $0.sentence, anchor.day, facts) } }
        let best = bestPeriod(from: anchor.statement, asking: dayPart)
        if let rule = bestCalendar(from: anchor), rule.weight > (best?.weight ?? 0) {
            let values = ["begin": DateReader.written(rule.from), "einde": DateReader.written(rule.day)]
            return [outcome("berekend.kalender", values, [range(rule.sentence)], facts: facts)]
        }
        guard let best else { return [] }
        return both(best.quantity, best.sentence).compactMap { period($0, best.sentence, anchor.day, facts) }
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
        if namedPeriods(from: anchor.statement).count > 1 { return Self.fitOfCountedDay }
        let best = max(
            bestPeriod(from: anchor.statement, asking: dayPart)?.weight ?? 0, bestCalendar(from: anchor)?.weight ?? 0)
        // Of two passages with such a period the one that is about the question.
        return best > 0 ? best + candidate.coverage : 0
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
}
