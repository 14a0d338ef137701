import Basics

/// The values that a function was called with, read as the types it asks for; a list of one is its element.
struct Arguments {
    let values: [FeelValue]

    var count: Int { values.count }

    subscript(index: Int) -> FeelValue { index < values.count ? values[index] : .null }

    /// The argument, or the only element of it.
    func single(_ index: Int) -> FeelValue {
        if case .list(let elements) = self[index], elements.count == 1 { return elements[0] }
        return self[index]
    }

    func number(_ index: Int) -> Decimal128? {
        if case .number(let number) = single(index) { number } else { nil }
    }

    func string(_ index: Int) -> String? {
        if case .string(let text) = single(index) { text } else { nil }
    }

    func integer(_ index: Int) -> Int? { number(index)?.integer }

    /// The whole part of a number.
    func truncated(_ index: Int) -> Int? { number(index)?.rounded(toPlaces: 0, .down)?.integer }

    /// A list, or a single value as a list of one; null is none.
    func list(_ index: Int) -> [FeelValue]? {
        switch self[index] {
        case .list(let elements): elements
        case .null: nil
        default: [self[index]]
        }
    }

    func context(_ index: Int) -> FeelContext? {
        if case .context(let context) = single(index) { context } else { nil }
    }

    func range(_ index: Int) -> FeelRange? {
        if case .range(let range) = single(index) { range } else { nil }
    }

    /// All arguments as one list: the only one when that is a list.
    var spread: [FeelValue] {
        if values.count == 1, case .list(let elements) = values[0] { return elements }
        return values
    }
}
