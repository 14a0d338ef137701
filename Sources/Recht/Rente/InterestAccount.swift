public import Basics

/// The interest of one claim as it runs: advances day by day, takes payments, and keeps its fractions of a cent.
///
/// Advancing in two steps gives the same as in one, so a night run may store the account and go on from it.
public struct InterestAccount: Hashable, Sendable {
    /// The first day of default, from which anniversaries are counted.
    public let start: Day
    public let basis: InterestBasis
    public let conventions: InterestConventions
    /// Interest is computed up to, not including, this day.
    public private(set) var day: Day
    public internal(set) var principal: Money
    /// All interest until the last anniversary.
    public private(set) var settled = ExactMoney.zero
    /// Interest since the last anniversary, times ``Accrual/divisor``.
    public private(set) var running: Int128 = 0
    public internal(set) var interestPaid = Money.zero
    var nextAnniversary = 1

    public init(principal: Money, from start: Day, basis: InterestBasis, conventions: InterestConventions = .init())
        throws(InterestRefusal)
    {
        guard principal.isCalculable, !principal.isNegative else { throw .amountOutOfRange }
        (self.start, self.basis, self.conventions, self.day, self.principal) = (
            start, basis, conventions, start, principal
        )
    }

    /// All interest so far, paid or not, with its fractions of a cent.
    public var accrued: ExactMoney { settled + Accrual.amount(running) }

    /// The interest that is still to be paid.
    public var interestDue: Money { max(.zero, accrued.rounded - interestPaid) }

    /// What bears interest now: the principal, and the interest capitalised on the last anniversary that is still unpaid.
    public var base: ExactMoney {
        switch conventions.compounding {
        case .none: ExactMoney(principal)
        case .unpaid: ExactMoney(principal) + max(.zero, settled - ExactMoney(interestPaid))
        case .all: ExactMoney(principal) + settled
        }
    }
}

extension InterestAccount {
    /// Computes the interest up to, not including, a day.
    public mutating func advance(to end: Day, by rates: InterestRates) throws(InterestRefusal) -> [InterestStep] {
        guard end >= day else { throw .endsBeforeStart }
        guard end - start <= 36_600 else { throw .periodTooLong }
        let table = rates.table(for: basis)
        var steps: [InterestStep] = []
        while day < end {
            let anniversary = start.adding(years: nextAnniversary)
            let stop = min(end, anniversary, nextSplit(in: table))
            try steps.append(.segment(accrue(to: stop, by: table)))
            if stop == anniversary { steps += capitalise() }
        }
        return steps
    }

    /// The same, without interest on the days of rest.
    mutating func advance(to end: Day, by rates: InterestRates, resting rests: [Range<Day>]) throws(InterestRefusal)
        -> [InterestStep]
    {
        var steps: [InterestStep] = []
        while day < end {
            if let rest = rests.first(where: { $0.contains(day) }) {
                steps += pass(to: min(end, rest.upperBound))
            } else {
                let next = rests.map(\.lowerBound).filter { $0 > day }.min() ?? end
                steps += try advance(to: min(end, next), by: rates)
            }
        }
        return steps
    }

    /// Lets days go by without interest; an anniversary among them counts.
    private mutating func pass(to end: Day) -> [InterestStep] {
        var steps = [InterestStep.rested(from: day, to: end)]
        while day < end {
            let anniversary = start.adding(years: nextAnniversary)
            day = min(end, anniversary)
            if day == anniversary { steps += capitalise() }
        }
        return steps
    }

    /// The next day on which the rate or the length of the year changes.
    private func nextSplit(in table: DatedTable<Rate>) -> Day {
        let never = Day(number: .max)
        let rateChange = table.rows.first { $0.from > day }?.from ?? never
        let known = table.knownUntil.map { $0 + 1 } ?? never
        let provisional = known > day ? known : never
        guard conventions.yearBasis == .actual else { return min(rateChange, provisional) }
        return min(rateChange, provisional, Day(day.year + 1, 1, 1) ?? never)
    }

    private mutating func accrue(to stop: Day, by table: DatedTable<Rate>) throws(InterestRefusal) -> InterestSegment {
        guard let rate = table.value(on: day) else { throw .noRate(on: day) }
        let leap = conventions.yearBasis == .actual && Day.isLeap(day.year)
        var added = try Accrual.of(base, at: rate, days: stop - day, inLeapYear: leap)
        if conventions.rounding == .perSegment { added = Accrual.roundedToCent(added) }
        let segment = InterestSegment(
            from: day, to: stop, rate: rate, base: base, interest: Accrual.amount(added),
            isProvisional: table.isProvisional(on: day))
        running += added
        day = stop
        return segment
    }

    private mutating func capitalise() -> [InterestStep] {
        let before = base
        settled = accrued
        running = 0
        nextAnniversary += 1
        let added = base - before
        return added > .zero ? [.capitalised(on: day, added)] : []
    }
}
