/// A fraction of whole numbers, so that a sum is exact until the rule rounds it.
struct Ratio: Equatable {
    let over: Int
    let under: Int

    init(_ value: Int) { (over, under) = (value, 1) }

    /// Nothing where it is too large, or divided by nothing.
    private init?(_ over: (partialValue: Int, overflow: Bool), _ under: (partialValue: Int, overflow: Bool)) {
        guard !over.overflow, !under.overflow, under.partialValue != 0 else { return nil }
        let common = Self.divisor(over.partialValue.magnitude, under.partialValue.magnitude)
        let sign = under.partialValue < 0 ? -1 : 1
        self.over = sign * over.partialValue / Int(common)
        self.under = sign * under.partialValue / Int(common)
    }

    private static func divisor(_ one: UInt, _ other: UInt) -> UInt {
        var (one, other) = (one, other)
        while other != 0 { (one, other) = (other, one % other) }
        return max(1, one)
    }

    func plus(_ other: Ratio) -> Ratio? {
        let (left, right) = (
            over.multipliedReportingOverflow(by: other.under), other.over.multipliedReportingOverflow(by: under)
        )
        guard !left.overflow, !right.overflow else { return nil }
        return Ratio(
            left.partialValue.addingReportingOverflow(right.partialValue),
            under.multipliedReportingOverflow(by: other.under))
    }

    func times(_ other: Ratio) -> Ratio? {
        Ratio(over.multipliedReportingOverflow(by: other.over), under.multipliedReportingOverflow(by: other.under))
    }

    func divided(by other: Ratio) -> Ratio? {
        Ratio(over.multipliedReportingOverflow(by: other.under), under.multipliedReportingOverflow(by: other.over))
    }

    /// Down to a whole multiple of a step; nothing where it is too large.
    func down(to step: Int) -> Int? {
        let (unit, overflow) = under.multipliedReportingOverflow(by: step)
        guard !overflow, unit > 0 else { return nil }
        let part = over / unit - (over % unit < 0 ? 1 : 0)
        let (value, isTooLarge) = part.multipliedReportingOverflow(by: step)
        return isTooLarge ? nil : value
    }

    /// Up to a whole multiple of a step; nothing where it is too large.
    func up(to step: Int) -> Int? {
        guard let below = down(to: step) else { return nil }
        let (above, overflow) = below.addingReportingOverflow(step)
        return Ratio(below) == self ? below : overflow ? nil : above
    }

    /// To the nearest multiple of a step, half of it up; nothing where it is too large.
    func nearest(to step: Int) -> Int? {
        Ratio((step, false), (2, false)).flatMap(plus)?.down(to: step)
    }
}
