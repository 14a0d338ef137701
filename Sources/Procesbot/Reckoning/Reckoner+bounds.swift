/// What a sentence makes of a sum by its most or least.
extension Reckoner {
    /// What was worked out, with what the sentence makes of it by its most or least.
    func outcome(_ worked: String, _ cents: Int, within sentence: Int, facts: [String]) -> Outcome {
        let tokens = candidate.sentences[sentence].tokens
        let kept = bounded(
            bounded(cents, QuantityReader.quantities(in: tokens).compactMap { Self.amount($0, tokens) }, tokens),
            sentence)
        return Outcome(
            sentence: kept == cents ? worked : held(worked, kept),
            sources: [Composer(adviser, asked).source(candidate, range(sentence))], heading: candidate.heading,
            facts: facts)
    }

    /// The same with bounds of several sentences.
    func outcome(_ worked: String, _ cents: Int, to bounds: [Quantity], _ tokens: [Token], facts: [String]) -> Outcome {
        let kept = bounded(cents, bounds, tokens)
        return Outcome(
            sentence: kept == cents ? worked : held(worked, kept), sources: [], heading: candidate.heading,
            facts: facts)
    }

    func held(_ worked: String, _ cents: Int) -> String {
        phrases("berekend.begrensd", ["zin": worked, "uitkomst": Self.written(cents)])
    }

    /// No more than what the sentence sets as the most, no less than what it sets as the least.
    func bounded(_ cents: Int, _ quantities: [Quantity], _ tokens: [Token]) -> Int {
        quantities.filter { $0.measure == .money }.reduce(cents) { part, bound in
            let before = tokens[..<bound.tokens.lowerBound].suffix(3).map(\.text)
            if bound.lower == nil, let most = bound.upper { return min(part, most) }
            if bound.upper == nil, let least = bound.lower { return max(part, least) }
            guard let value = bound.exact else { return part }
            if before.contains("maximum") { return min(part, value) }
            return before.contains("minimum") ? max(part, value) : part
        }
    }

    /// An amount; behind `minimum` and `maximum` a bare number is one too.
    private static func amount(_ quantity: Quantity, _ tokens: [Token]) -> Quantity? {
        if quantity.measure == .money { return quantity }
        let before = tokens[..<quantity.tokens.lowerBound].last?.text ?? ""
        guard quantity.measure == .count, let cents = quantity.exact.flatMap({ $0 < 1_000_000 ? $0 * 100 : nil }),
            ["minimum", "maximum"].contains(before), !AgeReader.isCounting(quantity, tokens)
        else { return nil }
        return Quantity(measure: .money, lower: cents, upper: cents, tokens: quantity.tokens)
    }

    /// `Nooit meer dan 60 euro.`: a bound in a sentence behind it, in the same bullet or paragraph.
    func bounded(_ cents: Int, _ sentence: Int) -> Int {
        candidate.sentences.indices.drop { $0 <= sentence }.prefix {
            candidate.sentences[$0].block == candidate.sentences[sentence].block
        }.reduce(cents) { part, next in
            let tokens = candidate.sentences[next].tokens
            let rule = candidate.rules.first { $0.sentences.contains(next) }
            guard tokens.count <= 9, rule?.condition == nil || rule?.leaning != nil else { return part }
            return bounded(part, QuantityReader.quantities(in: tokens), tokens)
        }
    }
}
