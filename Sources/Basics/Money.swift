/// An amount in euros as a whole number of cents; negative is money the other way.
public struct Money: Hashable, Sendable, Comparable, Codable {
    public var cents: Int64

    public init(cents: Int64) { self.cents = cents }

    public static let zero = Money(cents: 0)

    public static func euros(_ euros: Int64) -> Money { Money(cents: euros * 100) }

    public var isZero: Bool { cents == 0 }
    public var isNegative: Bool { cents < 0 }
    public var magnitude: Money { Money(cents: abs(cents)) }

    public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }
    public static func + (left: Money, right: Money) -> Money { Money(cents: left.cents + right.cents) }
    public static func - (left: Money, right: Money) -> Money { Money(cents: left.cents - right.cents) }
    public static prefix func - (amount: Money) -> Money { Money(cents: -amount.cents) }
    public static func * (amount: Money, times: Int64) -> Money { Money(cents: amount.cents * times) }
    public static func += (left: inout Money, right: Money) { left = left + right }
    public static func -= (left: inout Money, right: Money) { left = left - right }
}

extension Sequence<Money> {
    public var sum: Money { reduce(.zero, +) }
}

extension Money {
    /// The amount cut in `parts` that differ by at most a cent and together are the amount; the remainder is in the last.
    public func split(into parts: Int) -> [Money] {
        precondition(parts > 0, "an amount is split in at least one part")
        let part = Money(cents: cents / Int64(parts))
        return Array(repeating: part, count: parts - 1) + [self - part * Int64(parts - 1)]
    }
}
