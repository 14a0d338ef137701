import Basics
import Feel

/// The facts of a case by the names that models have for them.
struct NamedFacts {
    private let statements: [Statement]

    init(_ facts: CaseFacts) { statements = facts.statements }

    /// What the case says of a fact that goes by these names; a value that was given under the name, or under one by which it may only be
    /// given, goes before words that hold it.
    func value(of names: [ModelName], orGivenAs others: [ModelName] = [], _ kind: FeelKind?) -> (
        value: FeelValue, said: Statement
    )? {
        for statement in statements {
            guard let given = statement.named,
                let name = (names + others).first(where: { one in given.names.contains { $0.isSame(as: one) } })
            else { continue }
            return given.feel(in: name.unit).flatMap { kind == nil || $0.kind == kind ? ($0, statement) : nil }
        }
        for name in names {
            for statement in statements where statement.named == nil {
                if let value = SpokenName(name, statement)?.value(kind) { return (value, statement) }
            }
        }
        return nil
    }

    /// The number that goes by a name.
    func number(of name: ModelName) -> (value: Decimal128, said: Statement)? {
        guard let found = value(of: [name], .number), case .number(let number) = found.value else { return nil }
        return (number, found.said)
    }
}
