import Basics

/// Interest of days as a whole number, divided only where it must be, so that a period may be split without losing a fraction.
enum Accrual {
    /// Millionths of the rate, times the days of both kinds of year.
    static let divisor: Int128 = 1_000_000 * 365 * 366

    static func of(_ base: ExactMoney, at rate: Rate, days: Int, inLeapYear: Bool) throws(InterestRefusal) -> Int128 {
        let millionths = (Int128(rate.numerator) * 1_000_000).dividedHalfUp(by: Int128(rate.denominator))
        let weight = Int128(days) * (inLeapYear ? 365 : 366)
        let (product, overflow) = base.units.multipliedReportingOverflow(by: millionths * weight)
        guard !overflow, product.magnitude < Int128.max.magnitude / 1_000 else { throw .amountOutOfRange }
        return product
    }

    static func amount(_ accrued: Int128) -> ExactMoney { ExactMoney(units: accrued.dividedHalfUp(by: divisor)) }

    static func roundedToCent(_ accrued: Int128) -> Int128 {
        accrued.dividedHalfUp(by: divisor * ExactMoney.unitsPerCent) * divisor * ExactMoney.unitsPerCent
    }
}
