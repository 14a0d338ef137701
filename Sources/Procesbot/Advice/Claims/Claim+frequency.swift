extension Claim {
    /// A sentence that says how often something may be done in a time; of what, says the sentence before or the heading where it does not.
    static func frequency(_ sentence: Sentence, under heading: [Term], behind before: [Term]) -> Claim? {
        let tokens = sentence.tokens
        let counts = QuantityReader.quantities(in: tokens).filter { quantity in
            let behind = tokens.dropFirst(quantity.tokens.upperBound).prefix(3).map(\.text)
            return quantity.measure == .count && behind.count == 3 && ["keer", "maal"].contains(behind[0])
                && behind[1] == "per"
        }
        guard counts.count == 1, let count = counts.first,
            let unit = PeriodUnit(endOf: tokens[count.tokens.upperBound + 2].text)
        else { return nil }
        let own = sentence.terms.filter { $0.weight >= 0.6 && $0.tokens.upperBound <= count.tokens.lowerBound }
        let subject = own.isEmpty ? (before.isEmpty ? heading : before).filter { $0.weight >= 0.6 } : own
        return Claim(.frequency(per: unit), of: subject, count)
    }
}
