extension JSON {
    /// The field of an object; null when it is absent or this is no object. Setting a field makes an object of what was none.
    public subscript(key: String) -> JSON {
        get { fields?[key] ?? .null }
        set {
            var fields = fields ?? [:]
            fields[key] = newValue
            self = .object(fields)
        }
    }

    /// The element of an array; null when there is none.
    public subscript(index: Int) -> JSON {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return .null }
        return elements[index]
    }

    public var isNull: Bool { self == .null }

    public var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    public var number: Decimal128? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// A number that is whole and fits.
    public var integer: Int? { number?.integer }

    public var flag: Bool? {
        guard case .bool(let flag) = self else { return nil }
        return flag
    }

    public var elements: [JSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    public var fields: [String: JSON]? {
        guard case .object(let fields) = self else { return nil }
        return fields
    }

    /// An amount in euros: a number, or its text, with no fractions of a cent.
    public var money: Money? { number?.money ?? text.flatMap { Money($0) } }

    /// A date written as `2026-04-10`.
    public var day: Day? { text.flatMap { Day($0) } }

    /// An instant written as ISO 8601.
    public var moment: Moment? { text.flatMap { Moment($0) } }

    /// An identifier of this kind.
    public func identifier<Kind>(of kind: Kind.Type = Kind.self) -> Identifier<Kind>? {
        text.flatMap { Identifier<Kind>($0) }
    }

    public init(_ money: Money) { self = .number(Decimal128(money)) }
    public init(_ day: Day) { self = .string(day.description) }
    public init(_ moment: Moment) { self = .string(moment.description) }
    public init(_ text: String) { self = .string(text) }
    public init(_ integer: Int) { self = .number(Decimal128(integer)) }
    public init(_ number: Decimal128) { self = .number(number) }
    public init(_ flag: Bool) { self = .bool(flag) }
    public init(_ elements: [JSON]) { self = .array(elements) }
    public init(_ fields: [String: JSON]) { self = .object(fields) }
}
