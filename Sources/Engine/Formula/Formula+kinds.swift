import Basics

extension Formula {
    func text(_ facts: Facts) throws(Fault) -> String {
        let value = try value(facts)
        guard let text = value.asText else { throw unusable(value, needed: "text") }
        return text
    }

    func textOrNothing(_ facts: Facts) throws(Fault) -> String? {
        let value = try value(facts)
        if case .null = value { return nil }
        guard let text = value.asText else { throw unusable(value, needed: "text") }
        return text.isEmpty ? nil : text
    }

    func wholeNumber(_ facts: Facts) throws(Fault) -> Int? {
        let value = try value(facts)
        if case .null = value { return nil }
        if case .string(let text) = value, let number = Int(text) { return number }
        guard let number = value.integer else { throw unusable(value, needed: "whole number") }
        return number
    }

    func list(_ facts: Facts) throws(Fault) -> [JSON] {
        let value = try value(facts)
        guard case .array(let items) = value else { throw unusable(value, needed: "list") }
        return items
    }

    func unusable(_ value: JSON, needed: Phrase) -> Fault {
        Fault(.notUsable(source, value: value.kindName, needed: needed))
    }
}

extension [Formula] {
    /// Names, where each formula gives one, or a list of them.
    func names(_ facts: Facts) throws(Fault) -> [String] {
        var names: [String] = []
        for formula in self {
            switch try formula.value(facts) {
            case .array(let items): names += items.compactMap(\.asText)
            case .null: continue
            case let value: names += value.asText.map { [$0] } ?? []
            }
        }
        return names
    }
}

extension JSON {
    fileprivate var asText: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number.description
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// What kind of value it is, without the value: it may be personal.
    fileprivate var kindName: Phrase {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "text"
        case .array: "list"
        case .object: "context"
        }
    }
}
