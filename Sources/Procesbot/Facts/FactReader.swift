public import Basics

/// Reads the facts of the fact model, amounts and days from what someone writes, without any library.
public struct FactReader: Sendable {
    private let statements: StatementReader
    private let model: FactModel

    public init(_ content: AdviserContent) throws {
        let lexicon = Lexicon(content.words)
        statements = StatementReader(lexicon: lexicon, places: PlaceReader(towns: content.towns))
        model = content.factModel.isEmpty ? .empty : try FactModel(yaml: content.factModel, lexicon: lexicon)
    }

    /// The facts in the order in which they are said; a fact that is said twice counts the first time.
    public func facts(in text: String) -> [ReadFact] {
        var found: [ReadFact] = []
        for statement in statements.statements(in: text, origin: .given) where !statement.isAsked {
            for fact in facts(of: statement) where !found.contains(where: { $0.says == fact.says }) {
                found.append(fact)
            }
        }
        return found
    }

    private func facts(of statement: Statement) -> [ReadFact] {
        let read = model.readings(of: statement.tokens, statement.terms, denied: statement.isDenied).map {
            ReadFact(.named($0.entry.name, statement.isUncertain ? .unknown : $0.truth), statement.shown)
        }
        let counted = statement.quantities.compactMap { quantity -> ReadFact? in
            guard let value = quantity.exact else { return nil }
            switch quantity.measure {
            case .money: return ReadFact(.amount(Money(cents: Int64(value))), statement.shown)
            case .date: return Int32(exactly: value).map { ReadFact(.day(Day(number: $0)), statement.shown) }
            case .percent, .period, .position, .count: return nil
            }
        }
        return read + counted
    }
}

/// Something that a text says, with the words that say it.
public struct ReadFact: Hashable, Sendable {
    public enum Says: Hashable, Sendable {
        /// A fact of the model.
        case named(String, Truth)
        case amount(Money)
        case day(Day)
    }

    public let says: Says
    public let words: String

    public init(_ says: Says, _ words: String) {
        self.says = says
        self.words = words
    }
}
