import Basics

/// Sums that the passage writes out with signs, with the numbers of the case in the place of their names.
extension Reckoner {
    /// A part of a sum with its number in hundredths; nothing where nobody gave one.
    struct Operand {
        let name: String
        let terms: [Term]
        var value: Ratio?
        /// As a person writes it in the sum.
        var written = ""
        var fact: String?
        /// An amount of the case, and no number of days or terms.
        var isMoney = false
        /// Found by its name among what the case gives.
        var isNamed = false
    }

    /// Every sum that multiplies or divides; those that only add and take off are worked out with what a household has.
    func equations() -> [Outcome] {
        candidate.sentences.indices.compactMap { sentence in
            guard let equation = equation(in: sentence), equation.terms == nil, !isRuledOut(sentence),
                !isSpread(equation, sentence)
            else { return nil }
            return outcome(of: equation, sentence)
        }
    }

    /// A term is told with what remains for the last.
    private func isSpread(_ equation: Equation, _ sentence: Int) -> Bool {
        guard case .quotient = equation.value else { return false }
        return candidate.sentences[sentence].tokens[equation.name].contains { $0.text.hasPrefix("termijn") }
            && !instalments().isEmpty
    }

    /// The sum of a sentence; an example works one out for another case.
    func equation(in sentence: Int) -> Equation? {
        let tokens = candidate.sentences[sentence].tokens
        guard !["voorbeeld", "bijvoorbeeld"].contains(tokens.first?.text ?? "") else { return nil }
        return Equation(tokens, in: candidate.document.text)
    }

    private func outcome(of equation: Equation, _ sentence: Int) -> Outcome? {
        let tokens = candidate.sentences[sentence].tokens
        let operands = operands(of: equation, tokens)
        let found = operands.filter { $0.isNamed && $0.value != nil }
        let lacking = operands.filter { $0.value == nil }
        guard !found.isEmpty, lacking.isEmpty || asksAmount && lacking.count < operands.count - 1 else { return nil }
        let facts = operands.compactMap(\.fact)
        let sum = written(equation.value, operands, of: equation.parts)
        guard lacking.isEmpty else { return waiting(sum, lacking.map(\.name), sentence, facts) }
        guard let value = value(of: equation.value, operands, of: equation.parts) else { return nil }
        return finished(value, sum, equation, isMoney(equation, operands), sentence, facts)
    }

    /// What comes out, rounded and held to its bounds as the sentence says.
    private func finished(
        _ value: Ratio, _ sum: String, _ equation: Equation, _ isMoney: Bool, _ sentence: Int, _ facts: [String]
    ) -> Outcome? {
        let tail = Array(candidate.sentences[sentence].tokens[equation.tail])
        let rounding = Rounding(tail)
        guard let plain = value.nearest(to: 1), let kept = rounding == nil ? plain : rounding?.rounded(value) else {
            return nil
        }
        let unit = rounding?.unit ?? (isMoney ? "euro" : "")
        var worked = phrases(
            "berekend.telling", ["som": sum, "uitkomst": (Self.written(plain) + " " + unit).trimmed(of: " ")])
        if kept != plain {
            worked = phrases(
                "berekend.afgerond.op", ["zin": worked, "uitkomst": (Self.written(kept) + " " + unit).trimmed(of: " ")])
        }
        var result = outcome(worked, kept, within: sentence, facts: facts)
        let name = candidate.sentences[sentence].tokens[equation.name]
        if !isMoney, kept % 100 == 0, name.contains(where: { ["duur", "looptijd"].contains($0.text) }) {
            result.worked = "duur \(kept / 100) \(unit)"
        }
        return result
    }

    /// The sum with the names of what is not known yet.
    func waiting(_ sum: String, _ lacking: [String], _ sentence: Int, _ facts: [String]) -> Outcome {
        var result = outcome(
            "berekend.wacht", ["som": sum, "zonder": lacking.joined(separator: "; ")], [range(sentence)], facts: facts)
        result.lacking = lacking
        result.isWaiting = true
        return result
    }

    /// An amount divided by an amount is a number of times.
    private func isMoney(_ equation: Equation, _ operands: [Operand]) -> Bool {
        guard case .quotient(let above, let below) = equation.value else {
            return operands.contains(where: \.isMoney)
        }
        func holds(_ side: Equation.Expression) -> Bool {
            side.parts.contains { words in
                equation.parts.firstIndex(of: words).map { operands[$0].isMoney } ?? false
            }
        }
        return holds(above) && !holds(below)
    }

    private func value(of expression: Equation.Expression, _ operands: [Operand], of parts: [Range<Int>]) -> Ratio? {
        func value(_ side: Equation.Expression) -> Ratio? { self.value(of: side, operands, of: parts) }
        let hundred = Ratio(100)
        switch expression {
        case .part(let words): return parts.firstIndex(of: words).flatMap { operands[$0].value }
        case .sum(let members):
            return members.reduce(Ratio(0)) { sum, member in
                guard let sum, let part = value(member.part) else { return nil }
                return (member.isMinus ? part.times(Ratio(-1)) : part).flatMap(sum.plus)
            }
        // Both in hundredths: once too many, once too few.
        case .product(let left, let right):
            guard let left = value(left), let right = value(right) else { return nil }
            return left.times(right)?.divided(by: hundred)
        case .quotient(let left, let right):
            guard let left = value(left), let right = value(right) else { return nil }
            return left.times(hundred)?.divided(by: right)
        }
    }

    /// `150 × (18 ÷ 30)`
    private func written(
        _ expression: Equation.Expression, _ operands: [Operand], of parts: [Range<Int>], inner: Bool = false
    ) -> String {
        func text(_ side: Equation.Expression) -> String { written(side, operands, of: parts, inner: true) }
        let sum: String
        switch expression {
        case .part(let words): return parts.firstIndex(of: words).map { operands[$0].written } ?? ""
        case .sum(let members):
            sum = members.enumerated().map { place, member in
                (place == 0 ? "" : member.isMinus ? " − " : " + ") + text(member.part)
            }.joined()
        case .product(let left, let right):
            if case .part(let words) = left, let rate = parts.firstIndex(of: words),
                operands[rate].written.hasSuffix("procent")
            {
                sum = operands[rate].written + " van " + text(right)
            } else {
                sum = text(left) + " × " + text(right)
            }
        case .quotient(let left, let right): sum = text(left) + " ÷ " + text(right)
        }
        return inner ? "(" + sum + ")" : sum
    }
}
