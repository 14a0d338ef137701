public import Basics

extension WorkingLine {
    /// The line as a JSON object: its code under `regel`, the article under `artikel`, and each fact under its name.
    public var json: JSON {
        var members: [String: JSON] = ["regel": .string(code)]
        if let article { members["artikel"] = .string(article) }
        for fact in facts { members[fact.name] = fact.value.json }
        return .object(members)
    }
}

extension Fact.Value {
    /// Money, fractions, days and percentages as strings, counts as numbers.
    public var json: JSON {
        switch self {
        case .money(let money): .string(money.description)
        case .exact(let amount): .string(amount.description)
        case .day(let day): .string(day.description)
        case .percent(let rate): .string(rate.percentText)
        case .count(let count): .number(Decimal128(count))
        case .word(let word): .string(word)
        }
    }
}

extension Rate {
    /// The rate as a percentage without needless zeros: `6`, `10.35`; at most six decimals.
    public var percentText: String {
        let millionths = (Int128(numerator) * 100_000_000).dividedHalfUp(by: Int128(denominator))
        let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        let digits = String(rest)
        var decimals = String(repeating: "0", count: 6 - digits.count) + digits
        while decimals.last == "0" { decimals.removeLast() }
        return (millionths < 0 ? "-" : "") + "\(whole)" + (decimals.isEmpty ? "" : "." + decimals)
    }
}
