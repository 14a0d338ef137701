import Basics

extension Reckoner {
    /// `3 maanden en 6 maanden na de oplossing`: of two terms in one breath both are counted.
    func both(_ best: Quantity, _ sentence: Int) -> [Quantity] {
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
    func cell(around term: Quantity, _ sentence: Int) -> Range<Int>? {
        let place = candidate.sentences[sentence].tokens[term.tokens.lowerBound].range.lowerBound
        return candidate.rules.first { $0.sentences.contains(sentence) }?.cells.map(\.value).first {
            $0.contains(place)
        }
    }

    /// `bevestiging binnen 2 werkdagen, inhoud binnen 10 werkdagen`: the question names what one of the terms in a cell is for.
    func isSaid(of term: Quantity, _ cell: Range<Int>, _ sentence: Int) -> Bool {
        let tokens = candidate.sentences[sentence].tokens
        let before = tokens[..<term.tokens.lowerBound].lastIndex {
            $0.mark != nil || $0.range.lowerBound < cell.lowerBound
        }
        let own = Array(tokens[((before ?? -1) + 1)..<term.tokens.lowerBound])
        return adviser.library.lexicon.terms(of: own).contains(where: isAsked)
    }

    /// The day that a sentence names by the calendar, where that is what is asked.
    func bestCalendar(from anchor: (day: Day, statement: Statement)) -> (
        day: Day, sentence: Int, weight: Float
    )? {
        guard asked.form.asksMoment else { return nil }
        return candidate.sentences.indices.compactMap { index in
            CalendarRule.day(in: candidate.sentences[index].tokens, from: anchor.day).map {
                ($0, index, PeriodFit.weight(of: candidate.sentences[index], asked, adviser))
            }
        }.max { ($0.2, -$0.1) < ($1.2, -$1.1) }
    }

    var periods: [(quantity: Quantity, sentence: Int)] {
        candidate.sentences.indices.flatMap { index in
            QuantityReader.quantities(in: candidate.sentences[index].tokens).map { (quantity: $0, sentence: index) }
        }
    }

    /// The one period that has most to do with the date and the question.
    func bestPeriod(from anchor: Statement, asking part: Range<Int>? = nil) -> (
        quantity: Quantity, sentence: Int, weight: Float
    )? {
        periods.map {
            ($0.quantity, $0.sentence, PeriodFit(of: $0.quantity, $0.sentence, self).weight(from: anchor, asking: part))
        }
        .filter { $0.2 > 0 }.max { ($0.2, -$0.1) < ($1.2, -$1.1) }
    }

    /// For each moment that the question asks the period that has most to do with it, in the order of the passage.
    func askedPeriods(from anchor: Statement) -> [(quantity: Quantity, sentence: Int)] {
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
}
