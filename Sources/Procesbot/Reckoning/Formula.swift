/// `de lengte van de boot in meters maal 85 euro`, `85 euro keer het aantal meters`.
struct Formula {
    let cents: Int
    /// The words that name what is counted, and the place of its unit.
    let name: Range<Int>
    let unit: Int
    /// All that is multiplied.
    let factors: Range<Int>

    private static let signs: Set<String> = ["maal", "keer", "x"]

    init?(_ tokens: [Token]) {
        let amounts = QuantityReader.quantities(in: tokens).filter { $0.measure == .money && $0.exact != nil }
        for sign in tokens.indices where Self.signs.contains(tokens[sign].text) {
            if let amount = amounts.first(where: { $0.tokens.lowerBound == sign + 1 }), let cents = amount.exact,
                let (unit, start) = Self.counted(before: sign, tokens)
            {
                self.init(cents: cents, name: start..<unit, unit: unit, factors: start..<amount.tokens.upperBound)
                return
            }
            if let amount = amounts.first(where: { $0.tokens.upperBound == sign }), let cents = amount.exact,
                let (unit, start) = Self.counted(behind: sign, tokens)
            {
                self.init(
                    cents: cents, name: start..<unit, unit: unit, factors: amount.tokens.lowerBound..<unit + 1)
                return
            }
        }
        return nil
    }

    private init(cents: Int, name: Range<Int>, unit: Int, factors: Range<Int>) {
        (self.cents, self.name, self.unit, self.factors) = (cents, name, unit, factors)
    }

    /// `de lengte in meters`, `het aantal meters` up to the sign.
    private static func counted(before sign: Int, _ tokens: [Token]) -> (unit: Int, start: Int)? {
        guard sign >= 2, ["in", "aantal"].contains(tokens[sign - 2].text) else { return nil }
        let start = tokens[..<(sign - 2)].lastIndex { $0.mark != nil || ["is", "bedraagt"].contains($0.text) }
        return (sign - 1, start.map { $0 + 1 } ?? 0)
    }

    /// The same behind it.
    private static func counted(behind sign: Int, _ tokens: [Token]) -> (unit: Int, start: Int)? {
        let rest = tokens[(sign + 1)...].prefix(8)
        guard let word = rest.firstIndex(where: { ["in", "aantal"].contains($0.text) }), word + 1 < tokens.count else {
            return nil
        }
        return (word + 1, sign + 1)
    }
}
