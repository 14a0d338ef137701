import Basics
import Feel
import Xml

/// Values as the test files write them: `value` with an XML Schema type, `list` of `item`, or `component`s.
enum TckValue {
    private static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

    static func value(_ element: XmlElement) -> FeelValue {
        if element["nil", in: schemaInstance] == "true" { return .null }
        let children = element.children
        let components = children.filter { $0.name.local == "component" }
        if !components.isEmpty {
            return .context(FeelContext(components.map { ($0["name"] ?? "", value($0)) }))
        }
        if let list = children.first(where: { $0.name.local == "list" }) {
            return .list(list.children.filter { $0.name.local == "item" }.map { value($0) })
        }
        guard let scalar = children.first(where: { $0.name.local == "value" }) else { return .null }
        return self.scalar(scalar)
    }

    private static func scalar(_ element: XmlElement) -> FeelValue {
        if element["nil", in: schemaInstance] == "true" { return .null }
        let type = element["type", in: schemaInstance].map { String($0.split(separator: ":").last ?? "") }
        return value(element.text, type: type ?? "")
    }

    private static func value(_ text: String, type: String) -> FeelValue {
        let trimmed = DmnReader.trimmed(text)
        switch type {
        case "string": return .string(text)
        case "boolean": return .boolean(trimmed == "true" || trimmed == "1")
        case "decimal", "double", "float", "integer", "int", "long":
            return Decimal128(trimmed).map { .number($0) } ?? .null
        case "date": return FeelType.date.read(.string(trimmed))
        case "time": return FeelType.time.read(.string(trimmed))
        case "dateTime": return FeelType.dateTime.read(.string(trimmed))
        case "duration", "dayTimeDuration", "yearMonthDuration":
            return FeelType.daysDuration.read(.string(trimmed))
        default: return Decimal128(trimmed).map { .number($0) } ?? .string(text)
        }
    }
}

extension FeelValue {
    /// Equality as the kit means it: numbers to eight decimals, all else exactly.
    func isExpected(_ expected: FeelValue) -> Bool {
        switch (self, expected) {
        case (.number(let left), .number(let right)):
            guard let difference = left - right, let tolerance = Decimal128("0.00000001") else { return false }
            return difference.magnitude <= tolerance
        case (.list(let left), .list(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.isExpected($1) }
        case (.context(let left), .context(let right)):
            return left.keys.count == right.keys.count
                && right.entries.allSatisfy { key, value in left[key]?.isExpected(value) ?? false }
        default: return self == expected
        }
    }
}
