import Basics

/// What can be said of a fact of the model.
public enum FactKind: Sendable, Hashable {
    case yesOrNo, number, amount, day
    /// One of these words.
    case choice([String])

    init?(_ name: String, values: [String]) {
        switch name {
        case "ja/nee": self = .yesOrNo
        case "getal": self = .number
        case "bedrag": self = .amount
        case "datum": self = .day
        case "keuze" where !values.isEmpty: self = .choice(values)
        default: return nil
        }
    }

    /// The names as they stand in the list.
    static let names = ["ja/nee", "getal", "bedrag", "datum", "keuze"]

    /// A value that was given for such a fact, as it is read: `nee` for 0, 1.850 euro for 1850; null where it is of another kind.
    func read(_ value: JSON) -> JSON {
        let text = value.text.map { Folding.fold($0.trimmed(of: "")) }
        switch self {
        case .yesOrNo: return value.flag.map(JSON.bool) ?? Self.flag(text ?? value.number?.description ?? "")
        case .number, .amount:
            if case .number = value { return value }
            return text.flatMap(number) ?? .null
        case .day: return value.text.map { text in Self.isDay(text) ? value : .null } ?? .null
        case .choice(let words):
            return words.first { Folding.fold($0) == text }.map(JSON.string) ?? .null
        }
    }

    private static func flag(_ text: String) -> JSON {
        if ["ja", "j", "wel", "true", "yes", "1"].contains(text) { return true }
        return ["nee", "n", "niet", "geen", "false", "no", "0"].contains(text) ? false : .null
    }

    /// The one number of a text, in the unit of the kind.
    private func number(_ text: String) -> JSON? {
        let found = QuantityReader.quantities(in: Tokenizer.tokens(of: text))
        guard found.count == 1, let value = found[0].exact else { return nil }
        switch (self, found[0].measure) {
        case (.number, .count), (.amount, .count): return JSON(value)
        case (.amount, .money): return (Decimal128(value) / Decimal128(100)).map(JSON.number)
        default: return nil
        }
    }

    private static func isDay(_ text: String) -> Bool {
        let tokens = Tokenizer.tokens(of: text)
        return Day(text) != nil || DateReader.date(in: tokens, at: 0) != nil
    }
}

/// Why the list of facts cannot be read, and on which line.
public struct FactModelFault: Error, Hashable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        case missing(String)
        case unknownKind(String)
        case choiceWithoutValues
    }

    public let line: Int
    public let reason: Reason

    public var description: String {
        switch reason {
        case .missing(let key): "regel \(line): een feit heeft '\(key)' nodig"
        case .unknownKind(let kind):
            "regel \(line): onbekend type '\(kind)'; bekend zijn \(FactKind.names.joined(separator: ", "))"
        case .choiceWithoutValues: "regel \(line): een feit van het type keuze heeft 'waarden' nodig"
        }
    }
}
