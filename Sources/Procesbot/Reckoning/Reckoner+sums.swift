extension Reckoner {
    /// A formula in words: `inkomen, min vaste lasten, min leefgeld` with the amounts of the case.
    func sums() -> [Outcome] {
        guard let (sentence, parts) = formula() else { return [] }
        let found = parts.compactMap { part in amount(for: part.terms).map { (part: part, known: $0) } }
        // An amount is of one part only: the first of those whose name it fits best.
        let known = found.indices.filter { one in
            !found.indices.contains { other in
                let (mine, its) = (found[one].known, found[other].known)
                return other != one && its.statement.text == mine.statement.text
                    && (its.fit > mine.fit || its.fit == mine.fit && other < one)
            }
        }.map { found[$0] }
        guard known.count >= 2, known.count == parts.count || known.count >= 3 || parts.count == known.count + 1 else {
            return []
        }
        let total = known.reduce(0) { $0 + ($1.part.isMinus ? -1 : 1) * $1.known.cents }
        let sum = known.enumerated().map {
            ($0 == 0 ? "" : $1.part.isMinus ? " − " : " + ") + Self.written($1.known.cents)
        }.joined()
        let facts = known.map { $0.known.statement.text.trimmed(of: ".,;:?") }
        let first = outcome(
            "berekend.som", ["som": sum, "uitkomst": Self.written(total)], [range(sentence)], facts: facts)
        return [first] + share(of: total, after: sentence, facts)
    }

    private struct Part {
        let terms: [Term]
        let isMinus: Bool
    }

    private func formula() -> (Int, [Part])? {
        for (number, sentence) in candidate.sentences.enumerated() {
            let signs = sentence.tokens.indices.filter {
                ["min", "minus", "plus"].contains(sentence.tokens[$0].text)
                    && !(sentence.tokens.dropFirst($0 + 1).first?.isNumeric ?? true)
            }
            guard signs.count >= 1, let first = signs.first else { continue }
            let start = sentence.tokens[..<first].lastIndex { $0.mark == ":" || $0.text == "is" }.map { $0 + 1 } ?? 0
            let cuts = [start] + signs
            let parts = cuts.indices.map { index in
                let end = index + 1 < cuts.count ? cuts[index + 1] : sentence.tokens.count
                let words = sentence.tokens[cuts[index]..<end]
                return Part(
                    terms: strong(adviser.library.lexicon.terms(of: Array(words))),
                    isMinus: words.first?.text.hasPrefix("min") == true && index > 0)
            }
            return (number, parts)
        }
        return nil
    }

    private func strong(_ terms: [Term]) -> [Term] { terms.filter { $0.weight >= 0.3 } }

    /// The amount whose name has most in common with a part of the formula.
    func amount(for terms: [Term]) -> (cents: Int, statement: Statement, fit: Float)? {
        let named = asked.facts.statements.compactMap { statement -> (cents: Int, statement: Statement, fit: Float)? in
            guard let quantity = statement.quantities.first(where: { $0.measure == .money || $0.measure == .count }),
                let value = quantity.exact
            else { return nil }
            let fit = statement.terms.map { term in terms.map { $0.likeness(to: term) }.max() ?? 0 }.max() ?? 0
            return fit >= 0.45
                ? (
                    quantity.measure == .count ? value.multipliedReportingOverflow(by: 100).partialValue : value,
                    statement, fit
                ) : nil
        }
        return named.max { $0.fit < $1.fit }
    }

    /// `Gebruik hooguit 80 procent van die ruimte`, and how long a debt then takes.
    private func share(of total: Int, after sentence: Int, _ facts: [String]) -> [Outcome] {
        guard total > 0 else { return [] }
        for index in candidate.sentences.indices where index > sentence {
            guard
                let percent = QuantityReader.quantities(in: candidate.sentences[index].tokens).first(where: {
                    $0.measure == .percent
                }),
                let rate = percent.upper ?? percent.lower
            else { continue }
            let monthly = total.multipliedReportingOverflow(by: rate).partialValue / 10_000
            let values = [
                "procent": Self.written(rate), "geheel": Self.written(total), "uitkomst": Self.written(monthly),
            ]
            return [outcome("berekend.deel", values, [range(index)], facts: facts)] + duration(monthly, [range(index)])
        }
        return []
    }

    private func duration(_ monthly: Int, _ ranges: [Range<Int>]) -> [Outcome] {
        let debt = amount(for: adviser.library.lexicon.terms(of: "schuld"))
        guard let debt, debt.cents > 0, monthly > 0 else { return [] }
        let months = (debt.cents + monthly - 1) / monthly
        let values = ["schuld": Self.written(debt.cents), "termijn": Self.written(monthly), "maanden": String(months)]
        return [outcome("berekend.duur", values, ranges, facts: [debt.statement.text.trimmed(of: ".,;:?")])]
    }

    /// `Verdeel het bedrag naar verhouding van …` over the amounts of the case.
    func shares() -> [Outcome] {
        guard
            let sentence = candidate.sentences.indices.first(where: { index in
                let words = candidate.sentences[index].words
                return words.contains("verhouding") || words.contains("evenredig")
            })
        else { return [] }
        let numbers = asked.facts.statements.filter { $0.origin == .question }.flatMap { statement in
            statement.quantities.compactMap { quantity in cents(quantity, in: statement) }
        }
        guard let whole = numbers.first, case let parts = Array(numbers.dropFirst()), parts.count >= 2,
            parts.allSatisfy({ $0 > 0 })
        else { return [] }
        let sum = parts.reduce(0, +)
        var shares = parts.map { whole.multipliedReportingOverflow(by: $0).partialValue / sum }
        shares[0] += whole - shares.reduce(0, +)
        let facts = asked.facts.statements.filter { $0.origin == .question && !$0.quantities.isEmpty }.map {
            $0.text.trimmed(of: ".,;:?")
        }
        return [
            outcome(
                "berekend.verdeling", ["delen": shares.map(Self.written).joined(separator: " en ")], [range(sentence)],
                facts: facts)
        ]
    }

    /// Amounts, and bare numbers that do not count the things named behind them.
    private func cents(_ quantity: Quantity, in statement: Statement) -> Int? {
        guard let value = quantity.exact else { return nil }
        switch quantity.measure {
        case .money: return value
        case .count:
            let next = quantity.tokens.upperBound
            let counts = next < statement.tokens.count && !FunctionWords.all.contains(statement.tokens[next].text)
            return counts || !statement.tokens[quantity.tokens.lowerBound].isNumeric
                ? nil : value.multipliedReportingOverflow(by: 100).partialValue
        case .percent, .period, .position, .date: return nil
        }
    }
}
