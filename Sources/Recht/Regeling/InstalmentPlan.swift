public import Basics

/// One instalment of an arrangement.
public struct Instalment: Hashable, Sendable {
    public let due: Day
    public let amount: Money

    public init(due: Day, amount: Money) {
        self.due = due
        self.amount = amount
    }
}

/// A debt in monthly instalments that together are the debt to the cent; a remainder is in the last.
public struct InstalmentPlan: Hashable, Sendable {
    public let debt: Money
    public let instalments: [Instalment]

    /// The last day on which something is due.
    public var ends: Day? { instalments.last?.due }

    /// A number of equal instalments from a first day on, on the same day of each month; 1 to 1,200 of them, none of nothing.
    public init?(of debt: Money, inParts count: Int, from first: Day) {
        guard debt.isCalculable, (1...1_200).contains(count), debt.cents >= Int64(count) else { return nil }
        self.init(debt, debt.split(into: count), first)
    }

    /// Instalments of a fixed amount; the last is what remains.
    public init?(of debt: Money, inTermsOf term: Money, from first: Day) {
        guard debt.isCalculable, debt > .zero, term > .zero, term.isCalculable else { return nil }
        let full = debt.cents / term.cents
        let rest = debt - term * full
        guard full + (rest.isZero ? 0 : 1) <= 1_200 else { return nil }
        self.init(debt, Array(repeating: term, count: Int(full)) + (rest.isZero ? [] : [rest]), first)
    }

    private init(_ debt: Money, _ parts: [Money], _ first: Day) {
        self.debt = debt
        instalments = parts.enumerated().map { Instalment(due: first.adding(months: $0.offset), amount: $0.element) }
    }
}
