public import Basics

/// An amount with its fractions of a cent, in billionths of a cent: what is kept inside a calculation until its one rounding.
public struct ExactMoney: Hashable, Sendable, Comparable {
    /// Billionths of a cent.
    public let units: Int128

    public init(units: Int128) { self.units = units }

    public init(_ money: Money) { units = Int128(money.cents) * ExactMoney.unitsPerCent }

    public static let zero = ExactMoney(units: 0)
    static let unitsPerCent: Int128 = 1_000_000_000

    /// The amount in whole cents, halves away from zero.
    public var rounded: Money { Money(cents: Int64(clamping: units.dividedHalfUp(by: ExactMoney.unitsPerCent))) }

    /// The amount in whole cents, fractions dropped.
    public var roundedDown: Money { Money(cents: Int64(clamping: units / ExactMoney.unitsPerCent)) }

    public static func < (left: ExactMoney, right: ExactMoney) -> Bool { left.units < right.units }
    public static func + (left: ExactMoney, right: ExactMoney) -> ExactMoney {
        ExactMoney(units: left.units + right.units)
    }
    public static func - (left: ExactMoney, right: ExactMoney) -> ExactMoney {
        ExactMoney(units: left.units - right.units)
    }
    public static func += (left: inout ExactMoney, right: ExactMoney) { left = left + right }

    /// The amount times a fraction, rounded to a billionth of a cent.
    public func times(_ numerator: Int128, per denominator: Int128 = 1) -> ExactMoney {
        ExactMoney(units: (units * numerator).dividedHalfUp(by: denominator))
    }

    public func times(_ rate: Rate) -> ExactMoney { times(Int128(rate.numerator), per: Int128(rate.denominator)) }
}

extension ExactMoney: CustomStringConvertible {
    /// Euros with four decimals, as worked examples are printed: `215.4658`.
    public var description: String {
        let tenThousandths = units.dividedHalfUp(by: ExactMoney.unitsPerCent / 100)
        let (whole, rest) = tenThousandths.magnitude.quotientAndRemainder(dividingBy: 10_000)
        let decimals = String(rest)
        let sign = tenThousandths < 0 ? "-" : ""
        return "\(sign)\(whole).\(String(repeating: "0", count: 4 - decimals.count))\(decimals)"
    }
}

/// The largest amount that is calculated with, either way: a hundred billion euros.
public let largestAmount = Money.euros(100_000_000_000)

extension Money {
    /// Whether the amount is of a size that sums and products of this target cannot overflow on.
    public var isCalculable: Bool { magnitudeIsAtMost(largestAmount) }

    private func magnitudeIsAtMost(_ other: Money) -> Bool { cents <= other.cents && cents >= -other.cents }
}
