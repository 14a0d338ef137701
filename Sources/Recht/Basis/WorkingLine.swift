public import Basics

/// One line of how a result came about: a code under which the string tables keep its sentence, the facts in it, its article.
public struct WorkingLine: Hashable, Sendable {
    /// A stable word for the step, such as `bik.schijf`.
    public let code: String
    /// The article of law that the step follows, if any.
    public let article: String?
    public let facts: [Fact]

    public init(_ code: String, article: String? = nil, _ facts: [Fact] = []) {
        self.code = code
        self.article = article
        self.facts = facts
    }

    /// The value of a fact by its name.
    public subscript(_ name: String) -> Fact.Value? { facts.first { $0.name == name }?.value }
}

/// A named value in a line of working.
public struct Fact: Hashable, Sendable {
    /// What a fact can be; a screen formats each kind in its own way.
    public enum Value: Hashable, Sendable {
        case money(Money)
        case exact(ExactMoney)
        case day(Day)
        case percent(Rate)
        case count(Int)
        case word(String)
    }

    public let name: String
    public let value: Value

    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}
