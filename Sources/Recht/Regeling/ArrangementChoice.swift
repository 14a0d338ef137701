public import Basics

/// A way to pay in instalments that someone can choose.
public struct ArrangementChoice: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The usual number of instalments for a debt of this size.
        case gewoon
        /// As much a month as fits.
        case snel
        /// Half of what fits, with room for setbacks.
        case rustig
        /// As long as an employee may agree to alone.
        case lang
    }

    public let kind: Kind
    /// What is paid a month; the last instalment is the remainder.
    public let term: Money
    public let count: Int

    init(_ kind: Kind, term: Money, debt: Money) {
        self.kind = kind
        self.term = term
        count = Int((debt.cents + term.cents - 1) / term.cents)
    }
}

extension ArrangementPolicy {
    /// The ways to pay a debt, each at another pace, none above the limit and none below the least that is asked.
    public func choices(on debt: Money, limit: Money?) -> [ArrangementChoice] {
        guard debt.isCalculable, debt > .zero else { return [] }
        var found: [ArrangementChoice] = []
        for (kind, term) in paces(debt, limit) {
            let term = min(term, debt)
            guard term >= min(minimum, debt), limit.map({ term <= $0 }) ?? true else { continue }
            let choice = ArrangementChoice(kind, term: term, debt: debt)
            guard choice.count <= managerLimit, !found.contains(where: { $0.count == choice.count }) else { continue }
            found.append(choice)
        }
        return found
    }

    private func paces(_ debt: Money, _ limit: Money?) -> [(ArrangementChoice.Kind, Money)] {
        let usual = (ArrangementChoice.Kind.gewoon, spread(debt, over: standardCount(for: debt)))
        let long = (ArrangementChoice.Kind.lang, spread(debt, over: employeeLimit))
        guard let limit, limit > .zero else { return [usual, long] }
        return [usual, (.snel, limit), (.rustig, spread(limit, over: 2)), long]
    }

    /// The least a month with which no more than this number of instalments is needed.
    private func spread(_ amount: Money, over count: Int) -> Money {
        let parts = Int64(max(1, count))
        return Money(cents: (amount.cents + parts - 1) / parts)
    }
}
