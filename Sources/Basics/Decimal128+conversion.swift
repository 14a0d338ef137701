extension Decimal128 {
    /// An amount in euros.
    public init(_ money: Money) { self.init(exact: Int128(money.cents), exponent: -2) }

    /// The whole number, when it is one and fits.
    public var integer: Int? {
        guard let whole = wholeCoefficient(atExponent: 0) else { return nil }
        return Int(exactly: whole)
    }

    /// The amount in euros, when there are no fractions of a cent.
    public var money: Money? {
        guard let cents = wholeCoefficient(atExponent: -2), let exact = Int64(exactly: cents) else { return nil }
        return Money(cents: exact)
    }

    /// The amount in euros, rounded once to the cent; `nil` when it is too large.
    public func money(rounding: Rounding = .halfUp) -> Money? { rounded(toPlaces: 2, rounding)?.money }

    /// The coefficient that this number has at another power of ten, when that loses nothing.
    private func wholeCoefficient(atExponent wanted: Int) -> Int128? {
        let value = Int(exponent) == wanted ? self : reduced
        let shift = Int(value.exponent) - wanted
        guard shift >= 0, shift + value.digitCount <= 38 else { return nil }
        return value.coefficient * Int128(powersOfTen[shift])
    }
}

extension Decimal128: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}

extension Decimal128: Codable {
    /// Other coders only have binary fractions, so there the number is its text; `JSON(encoding:)` writes a number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = Decimal128(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a decimal number")
        }
        self = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
