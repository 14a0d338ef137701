import Basics
import Feel

/// A fact that was given under a name: the exact value beside the words that it is shown in.
struct NamedValue: Sendable {
    /// The name by itself, and with those of the groups around it: `leeftijd`, `klant.leeftijd`.
    let names: [ModelName]
    let value: JSON

    init(path: [String], _ value: JSON) {
        names = [path.last ?? "", path.joined(separator: " ")].compactMap(ModelName.init)
        self.value = value
    }

    /// The same under another value.
    func being(_ value: JSON) -> NamedValue { NamedValue(names, value) }

    /// The other way round; what a number or word is when it is not so, nobody said.
    var denied: NamedValue {
        if case .boolean(let flag)? = feel(in: nil) { return being(.bool(!flag)) }
        return being(.null)
    }

    private init(_ names: [ModelName], _ value: JSON) { (self.names, self.value) = (names, value) }

    /// What it is for a test; nothing where nobody knows it, or where it is counted in another unit than the test.
    func feel(in unit: String?) -> FeelValue? {
        switch value {
        case .null: nil
        case .string(let text): Self.feel(text, in: unit)
        case .bool, .number, .array, .object: FeelValue(value)
        }
    }

    /// `ja`, `9`, `9 meter`, `sloep`.
    private static func feel(_ text: String, in unit: String?) -> FeelValue? {
        switch Folding.fold(text.trimmed(of: "")) {
        case "ja", "true", "yes", "wel": return .boolean(true)
        case "nee", "false", "no", "geen": return .boolean(false)
        case "", "onbekend", "unknown", "weet niet", "?": return nil
        default: break
        }
        let tokens = Tokenizer.tokens(of: text)
        guard tokens.first?.isNumeric == true, tokens.count <= 2,
            let quantity = QuantityReader.quantities(in: tokens).first
        else { return .string(text) }
        return ModelNumber(quantity, in: tokens).flatMap { $0.value(in: unit) }
    }
}

/// A number with its unit, as a test counts it.
struct ModelNumber {
    private let value: FeelValue
    private let unit: String?

    /// Nothing for a bound, a date or a place in a row.
    init?(_ quantity: Quantity, in tokens: [Token]) {
        guard let exact = quantity.exact else { return nil }
        let behind = tokens.dropFirst(quantity.tokens.upperBound).first?.text
        switch quantity.measure {
        case .count: (value, unit) = (.number(Decimal128(exact)), behind.flatMap(Self.named))
        case .money, .percent:
            guard let hundredths = Decimal128(exact) / Decimal128(100) else { return nil }
            (value, unit) = (.number(hundredths), quantity.measure == .money ? "euro" : "procent")
        case .period: (value, unit) = (.number(Decimal128(exact)), tokens[quantity.tokens].last?.text)
        case .position, .date: return nil
        }
    }

    /// A word of its own behind a bare number says what is counted; `lengte 7 en bewoond` counts nothing.
    private static func named(_ word: String) -> String? { FunctionWords.all.contains(word) ? nil : word }

    /// Nothing where the test counts in something else; an amount and a bare number need not say what they are.
    func value(in wanted: String?) -> FeelValue? {
        guard let unit, let wanted else { return unit == nil || isPlain ? value : nil }
        if let one = PeriodUnit(word: unit), let other = PeriodUnit(word: wanted) { return one == other ? value : nil }
        return Self.singular(unit) == Self.singular(wanted) ? value : nil
    }

    private var isPlain: Bool { PeriodUnit(word: unit ?? "") == nil }

    private static func singular(_ word: String) -> Substring {
        word.hasSuffix("s") ? word.dropLast() : word[...]
    }
}
