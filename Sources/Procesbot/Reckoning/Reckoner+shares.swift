extension Reckoner {
    /// `Verdeel het bedrag naar verhouding van …` over the amounts of the case.
    func shares() -> [Outcome] {
        guard
            let sentence = candidate.sentences.indices.first(where: { index in
                let words = candidate.sentences[index].words
                return words.contains("verhouding") || words.contains("evenredig")
            }), let (whole, parts) = named(in: sentence) ?? division, parts.allSatisfy({ $0 > 0 })
        else { return [] }
        let sum = parts.reduce(0, +)
        let products = parts.map { whole.multipliedReportingOverflow(by: $0) }
        guard whole > 0, sum > 0, !products.contains(where: \.overflow) else { return [] }
        var shares = products.map { $0.partialValue / sum }
        shares[0] += whole - shares.reduce(0, +)
        let facts = asked.facts.statements.filter { $0.origin == .question && !$0.quantities.isEmpty }.map {
            $0.told
        }
        return [
            outcome(
                "berekend.verdeling", ["delen": shares.map(Self.written).joined(separator: " en ")], [range(sentence)],
                facts: facts)
        ]
    }

    /// `naar verhouding van de hoofdsommen`: the amounts of that name, and what is paid a month.
    private func named(in sentence: Int) -> (whole: Int, parts: [Int])? {
        let tokens = candidate.sentences[sentence].tokens
        let lexicon = adviser.library.lexicon
        guard let place = tokens.firstIndex(where: { ["verhouding", "evenredig"].contains($0.text) }) else {
            return nil
        }
        let names = strong(lexicon.terms(of: Array(tokens[(place + 1)...].prefix(5)))).filter { $0.weight >= 0.6 }
        let lines = asked.facts.statements.filter { !$0.isAsked }.flatMap {
            BudgetLine.lines(of: $0, lexicon, adviser.budget)
        }
        let parts = lines.filter { $0.fit(names) >= 0.8 }
        let whole = asked.facts.statements.flatMap { said in
            said.quantities.filter { said.tokens.dropFirst($0.tokens.upperBound).first?.text == "per" }
        }.compactMap(\.cents)
        guard parts.count >= 2, whole.count == 1 else { return nil }
        return (whole[0], parts.map(\.cents))
    }

    /// What is divided, and over which amounts: the list in one breath (`van 800, 400 en 400`) and the number outside it.
    private var division: (whole: Int, parts: [Int])? {
        let tokens = asked.tokens
        let numbers = QuantityReader.quantities(in: tokens).compactMap { quantity in
            cents(quantity, in: tokens).map { (cents: $0, tokens: quantity.tokens) }
        }
        var runs: [[Int]] = []
        for index in numbers.indices {
            if index > 0, isListed(numbers[index - 1].tokens, numbers[index].tokens, tokens) {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
        }
        guard let list = runs.max(by: { $0.count < $1.count }), list.count >= 2 else { return nil }
        let others = numbers.indices.filter { !list.contains($0) }
        let monthly = others.first { tokens.dropFirst(numbers[$0].tokens.upperBound).first?.text == "per" }
        guard let whole = monthly ?? others.first, others.count == 1 || monthly != nil else { return nil }
        return (numbers[whole].cents, list.map { numbers[$0].cents })
    }

    /// Between two members of a list stands a comma or `en`, and nothing that names another thing.
    private func isListed(_ left: Range<Int>, _ right: Range<Int>, _ tokens: [Token]) -> Bool {
        guard left.upperBound <= right.lowerBound else { return false }
        let gap = tokens[left.upperBound..<right.lowerBound].map(\.text)
        let hasComma = tokens[..<right.lowerBound].last?.mark == ","
        return gap.count <= 2 && (hasComma || gap.contains("en"))
            && gap.allSatisfy { ["en", "van", "euro"].contains($0) }
    }

    /// Amounts, and bare numbers that do not count the things named behind them.
    private func cents(_ quantity: Quantity, in tokens: [Token]) -> Int? {
        switch quantity.measure {
        case .count:
            let next = quantity.tokens.upperBound
            let isMarked = tokens[quantity.tokens.upperBound - 1].mark != nil
            let counts = !isMarked && next < tokens.count && !FunctionWords.all.contains(tokens[next].text)
            return counts || !tokens[quantity.tokens.lowerBound].isNumeric ? nil : quantity.cents
        case .money, .percent, .period, .position, .date: return quantity.cents
        }
    }
}
