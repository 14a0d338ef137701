extension Reckoner {
    /// `1.000 euro in 12 maanden`: what each term comes to, where the passage speaks of terms, rounded as it says.
    func instalments() -> [Outcome] {
        guard asksTerm, let sentence = candidate.sentences.indices.first(where: speaksOfTerm),
            let (whole, months) = spread, !isRuledElsewhere
        else { return [] }
        let round = candidate.sentences.first { Rounding($0.tokens) != nil }
        let part = Ratio(whole.cents).divided(by: Ratio(months))
        guard let part, let each = round.flatMap({ Rounding($0.tokens) })?.rounded(part) ?? part.nearest(to: 1) else {
            return []
        }
        let last = whole.cents - each * (months - 1)
        guard each > 0, last > 0 else { return [] }
        let values = [
            "geheel": Self.written(whole.cents), "aantal": String(months), "uitkomst": Self.written(each),
            "laatste": Self.written(last),
        ]
        let ranges = [range(sentence)] + (round.map { [$0.range] } ?? [])
        return [
            outcome(
                last == each ? "berekend.termijnen" : "berekend.termijnen.rest", values, ranges, facts: [whole.fact])
        ]
    }

    private var asksTerm: Bool {
        asked.form.asking.contains { token in
            ["termijnbedrag", "maandbedrag", "termijn"].contains { token.text.hasPrefix($0) }
        } || asksAmount && asked.form.asking.contains { $0.text == "maand" }
    }

    /// Another passage says by a written sum how a term is found, and this one does not.
    private var isRuledElsewhere: Bool {
        if candidate.sentences.indices.contains(where: { namesTerm(equation(in: $0), candidate.sentences[$0]) }) {
            return false
        }
        return adviser.library.places.indices.contains { number in
            guard number != candidate.number, asked.allows(adviser.library.passage(number).document) else {
                return false
            }
            let text = adviser.library.passage(number).document.text
            return adviser.readPassage(number).sentences.contains { sentence in
                speaksOfTerm(sentence) && namesTerm(Equation(sentence.tokens, in: text), sentence)
            }
        }
    }

    private func namesTerm(_ equation: Equation?, _ sentence: Sentence) -> Bool {
        guard let equation, case .quotient = equation.value else { return false }
        return sentence.tokens[equation.name].contains { Self.isTerm($0.text) }
    }

    private static func isTerm(_ word: String) -> Bool { word.hasPrefix("termijn") || word.hasPrefix("maandbedrag") }

    private func speaksOfTerm(_ sentence: Sentence) -> Bool { sentence.words.contains(where: Self.isTerm) }

    private func speaksOfTerm(_ sentence: Int) -> Bool {
        speaksOfTerm(candidate.sentences[sentence])
    }

    /// The one amount of the question and the one number of months or terms that it is spread over.
    private var spread: (whole: (cents: Int, fact: String), months: Int)? {
        let spans = asked.facts.statements.filter { $0.origin == .question }.flatMap { statement in
            statement.quantities.compactMap { Self.parts($0, in: statement.tokens) }
        }
        guard let whole = asked.facts.only(.money, from: .question) ?? bareWhole, whole.value > 0,
            Set(spans).count == 1, let months = spans.first, (2...600).contains(months)
        else { return nil }
        return ((whole.value, whole.statement.told), months)
    }

    /// `wil 430 in 9 maanden betalen`: the number right before what it is spread over is an amount.
    private var bareWhole: (value: Int, statement: Statement)? {
        let found = asked.facts.statements.filter { $0.origin == .question }.flatMap { statement in
            statement.quantities.compactMap { quantity -> (value: Int, statement: Statement)? in
                let behind = statement.tokens.dropFirst(quantity.tokens.upperBound).prefix(2)
                guard quantity.measure == .count, let link = behind.first, ["in", "over"].contains(link.text),
                    behind.last?.isNumeric == true, let cents = quantity.amount(in: statement.tokens)
                else { return nil }
                return (cents, statement)
            }
        }
        return found.count == 1 ? found[0] : nil
    }

    /// `in 12 maanden`, `zes gelijke termijnen`, `5 keer`: over how many terms something is spread.
    private static func parts(_ quantity: Quantity, in tokens: [Token]) -> Int? {
        let before = tokens[..<quantity.tokens.lowerBound].last?.text ?? ""
        switch quantity.measure {
        case .period(.month): return ["in", "over", "voor", "duur", "looptijd"].contains(before) ? quantity.exact : nil
        case .count:
            let behind = tokens[quantity.tokens.lowerBound...].dropFirst().prefix(2).map(\.text)
            guard
                behind.contains(where: { ["termijnen", "delen", "stukken", "maandtermijnen"].contains($0) })
                    || behind.first == "keer" && ["in", "over"].contains(before)
            else { return nil }
            return quantity.exact
        case .money, .percent, .period, .position, .date: return nil
        }
    }

    /// `anderhalve maand huur`, `twee maandpremies`: so many times what the case gives by the month.
    func months() -> [Outcome] {
        guard asksAmount else { return [] }
        return candidate.sentences.indices.flatMap { sentence -> [Outcome] in
            let tokens = candidate.sentences[sentence].tokens
            return tokens.indices.dropFirst().compactMap { place -> Outcome? in
                guard let name = monthly(at: place, in: sentence),
                    let factor = NumberWords.hundredths(tokens[place - 1]), (50...6_000).contains(factor),
                    name.weight >= 0.6, isOneCell(sentence, place - 1...name.tokens.lowerBound),
                    let known = amount(for: [name]), known.fit >= 0.6
                else { return nil }
                let product = known.cents.multipliedReportingOverflow(by: factor)
                guard !product.overflow else { return nil }
                let values = [
                    "factor": Self.written(factor), "geheel": Self.written(known.cents),
                    "uitkomst": Self.written(product.partialValue / 100),
                ]
                return outcome(
                    "berekend.product", values, [range(sentence)], facts: [known.statement.told])
            }
        }
    }

    /// Stand in one cell where the sentence is a row: `2 maanden | aanbod` names no `aanbod` of two months.
    private func isOneCell(_ sentence: Int, _ places: ClosedRange<Int>) -> Bool {
        let tokens = candidate.sentences[sentence].tokens
        guard let rule = candidate.rules.first(where: { $0.sentences.contains(sentence) }), !rule.cells.isEmpty else {
            return true
        }
        return rule.cells.contains { cell in
            places.allSatisfy { cell.value.contains(tokens[$0].range.lowerBound) }
        }
    }

    /// `nog 3 maanden verzekerd`: what is so for some months is no amount.
    private static func isDone(_ word: String) -> Bool {
        ["ver", "be", "ge", "ont"].contains(where: word.hasPrefix) && (word.hasSuffix("d") || word.hasSuffix("t"))
    }

    /// What is paid by the month: the word behind `maand`, or the whole word that begins with it.
    private func monthly(at place: Int, in sentence: Int) -> Term? {
        let word = candidate.sentences[sentence].tokens[place].text
        let terms = candidate.sentences[sentence].terms
        if word == "maand" || word == "maanden" {
            return terms.first { $0.tokens.lowerBound == place + 1 && !Self.isDone($0.token.text) }
        }
        guard word.hasPrefix("maand"), word.utf8.count > 8 else { return nil }
        return terms.first { $0.tokens == place..<place + 1 }
    }
}
