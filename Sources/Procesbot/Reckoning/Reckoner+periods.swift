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
        day: Day, from: Day, sentence: Int, weight: Float
    )? {
        guard asksDay else { return nil }
        return candidate.sentences.indices.compactMap { index in
            let start = ordinalDay(in: candidate.sentences[index].tokens) ?? anchor.day
            let weight = PeriodFit.weight(of: candidate.sentences[index], asked, adviser)
            return CalendarRule.day(in: candidate.sentences[index].tokens, from: start).map {
                ($0, start, index, weight + (asksPer && isPer(index) ? Self.per : 0))
            }
        }.max { ($0.3, -$0.2) < ($1.3, -$1.2) }
    }

    private static let per: Float = 10

    /// `per welke datum`, `per wanneer`: from when something holds.
    private var asksPer: Bool {
        zip(asked.tokens, asked.tokens.dropFirst()).contains {
            $0.text == "per" && ["welke", "wanneer", "welk"].contains($1.text)
        }
    }

    /// The sentence, or the head of a cell of its row, says from when.
    private func isPer(_ sentence: Int) -> Bool {
        let heads = candidate.rules.first { $0.sentences.contains(sentence) }?.cells.map(\.header) ?? []
        return candidate.sentences[sentence].words.contains("per")
            || heads.contains {
                Tokenizer.tokens(of: $0).contains { ["per", "ingang", "ingangsdatum"].contains($0.text) }
            }
    }

    /// `na de derde termijn`: the third of the days that the case names.
    private func ordinalDay(in tokens: [Token]) -> Day? {
        let names = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde"]
        guard let after = tokens.indices.last(where: { tokens[$0].text == "na" }),
            let place = tokens[after...].prefix(4).compactMap({ names.firstIndex(of: $0.text) }).first
        else { return nil }
        let days = Set(said.map(\.day)).sorted()
        return days.count > place && days.count > 1 ? days[place] : nil
    }

    /// `op welke data de bevestiging en het antwoord`: for each thing that is named the period that stands with it.
    func namedPeriods(from anchor: Statement) -> [ReadPassage.Place] {
        guard let dayPart else { return [] }
        let names = asked.query.map(\.term).filter {
            $0.weight >= 0.6 && dayPart.dropFirst(2).contains($0.tokens.lowerBound)
        }
        var found: [ReadPassage.Place] = []
        for name in names {
            let own = periods.filter { $0.quantity.isTerm && stands(name, with: $0.quantity, $0.sentence) }
            let fits = own.map { (one: $0, fit: nearness(of: $0.sentence)) }
            guard let best = fits.max(by: { ($0.fit, -$0.one.sentence) < ($1.fit, -$1.one.sentence) })?.one,
                !found.contains(where: { $0.sentence == best.sentence && $0.quantity == best.quantity })
            else { continue }
            found.append(best)
        }
        return found.sorted {
            ($0.sentence, $0.quantity.tokens.lowerBound) < ($1.sentence, $1.quantity.tokens.lowerBound)
        }
    }

    /// How well the rule of a sentence fits the question; what the facts rule out fits nothing.
    private func nearness(of sentence: Int) -> Float {
        guard let rule = candidate.rules.firstIndex(where: { $0.sentences.contains(sentence) }) else { return 0 }
        switch candidate.verdicts[rule]?.truth {
        case .no: return -1
        case .yes: return candidate.relevance[rule] + 6
        case .unknown, nil: return candidate.relevance[rule]
        }
    }

    /// The words that stand with a period name a thing: those of its clause, of its cell or of the head of that.
    private func stands(_ name: Term, with quantity: Quantity, _ sentence: Int) -> Bool {
        let tokens = candidate.sentences[sentence].tokens
        let place = tokens[quantity.tokens.lowerBound].range.lowerBound
        let row = candidate.rules.first { $0.sentences.contains(sentence) }?.cells ?? []
        let words: [Token]
        if let cell = row.first(where: { $0.value.contains(place) }) {
            let inside = tokens.filter { cell.value.contains($0.range.lowerBound) }
            let own = inside.split { $0.mark == "," || $0.mark == ";" }.first {
                $0.contains { $0.range.lowerBound == place }
            }
            words = Tokenizer.tokens(of: cell.header) + (own.map(Array.init) ?? inside)
        } else {
            let start = tokens[..<quantity.tokens.lowerBound].lastIndex { $0.mark != nil }.map { $0 + 1 } ?? 0
            let end = tokens[quantity.tokens.lowerBound...].firstIndex { $0.mark != nil } ?? tokens.count - 1
            words = Array(tokens[start...max(start, end)])
        }
        return adviser.library.lexicon.terms(of: words).contains { $0.likeness(to: name) >= 0.45 }
    }

    /// Whether a period is counted from the very event that the case dates, or several that are asked stand together.
    var isOfPeriod: Bool {
        guard let anchor else { return false }
        let named = namedPeriods(from: anchor.statement)
        return named.count > 1 || named.contains { both($0.quantity, $0.sentence).count > 1 }
            || fits.contains { $0.isCounted(from: anchor.statement) }
    }

    var periods: [ReadPassage.Place] { adviser.readPassage(candidate.number).quantities }

    private var fits: some Sequence<PeriodFit> {
        periods.lazy.map { PeriodFit(of: $0.quantity, $0.sentence, self) }
    }

    /// Whether a period of the passage is counted from what the date is of.
    private func hasCounted(from anchor: Statement) -> Bool {
        fits.contains { fit in
            guard case .period = fit.quantity.measure else { return false }
            return fit.isCounted(from: anchor)
        }
    }

    /// The one period that has most to do with the date and the question.
    func bestPeriod(from anchor: Statement, asking part: Range<Int>? = nil) -> (
        quantity: Quantity, sentence: Int, weight: Float
    )? {
        let hasCounted = fits.contains(where: \.isWorkday) && hasCounted(from: anchor)
        return zip(periods, fits).map { place, fit in
            (place.quantity, place.sentence, fit.weight(from: anchor, asking: part, hasCounted: hasCounted))
        }
        .filter { $0.2 > 0 }.max { ($0.2, -$0.1) < ($1.2, -$1.1) }
    }

    /// For each moment that the question asks the period that has most to do with it, in the order of the passage.
    func askedPeriods(from anchor: Statement) -> [ReadPassage.Place] {
        let parts = asked.form.askingMoments
        guard parts.count > 1 else { return [] }
        var found: [ReadPassage.Place] = []
        for part in parts {
            guard let best = bestPeriod(from: anchor, asking: part.indices) else { continue }
            if !found.contains(where: { $0.sentence == best.sentence && $0.quantity == best.quantity }) {
                found.append(ReadPassage.Place(quantity: best.quantity, sentence: best.sentence))
            }
        }
        return found.sorted { $0.sentence < $1.sentence }
    }
}
