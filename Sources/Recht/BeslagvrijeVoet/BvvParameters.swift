public import Basics

/// With whom someone lives, as the protected income tells it apart (Rv 475da lid 1; Pw art. 3 and 4).
public enum Leefsituatie: String, Hashable, Sendable, CaseIterable {
    case alleenstaande
    case alleenstaandeOuder = "alleenstaande_ouder"
    case gehuwdZonderKinderen = "gehuwd_zonder_kinderen"
    case gehuwdMetKinderen = "gehuwd_met_kinderen"

    /// Married, or sharing a household as if.
    public var isGehuwd: Bool { self == .gehuwdZonderKinderen || self == .gehuwdMetKinderen }
    /// Alone in the house, for the rent part.
    public var isEenpersoons: Bool { self == .alleenstaande }
}

/// A figure for one person and one for a couple, or for one person and more.
public struct BvvPair<Value: Hashable & Sendable>: Hashable, Sendable {
    public let one: Value
    public let more: Value

    public init(one: Value, more: Value) {
        self.one = one
        self.more = more
    }

    func callAsFunction(more isMore: Bool) -> Value { isMore ? more : one }
}

/// The figures of one period by which the protected income is computed.
public struct BvvParameters: Hashable, Sendable {
    /// The last day they hold; after it nothing is computed.
    public let until: Day
    /// The name of the formula, such as `2026-lineair`.
    public let formula: String
    /// Pw art. 21.
    public let norm: BvvPair<Money>
    /// Pw art. 22, from pension age; only the social minimum, not the formula.
    public let pensionNorm: BvvPair<Money>
    /// Pw art. 23 lid 1 and 2.
    public let institutionNorm: BvvPair<Money>
    public let institutionAddition: BvvPair<Money>
    /// The income per year above which care and child allowance fall (Wzt art. 1 lid 1 f), not rounded.
    public let threshold: ExactMoney
    public let careRate: Rate
    public let carePremium: Money
    public let rentMaximum: Money
    public let rentBase: BvvPair<Money>
    public let rentRate: BvvPair<Rate>
    public let rentReference: BvvPair<Money>
    public let childRate: Rate
    public let childPartner: Money
    /// 95 % (Rv 475da lid 2, 475dc).
    public let share: Rate
    /// 47.5 % (Rv 475da lid 4).
    public let noAddressShare: Rate
    /// 110 % (Rv 475da lid 5).
    public let housingShare: Rate
    public let maxima: [Leefsituatie: Money]
}

extension BvvParameters {
    /// The published maximum that does not follow from the other figures, if any (Rv 475da lid 8).
    public var wrongMaximum: (situation: Leefsituatie, computed: Money, published: Money)? {
        for situation in Leefsituatie.allCases {
            let computed = recomputedMaximum(of: situation).rounded
            let published = maxima[situation] ?? .zero
            if computed != published { return (situation, computed, published) }
        }
        return nil
    }

    /// The formula at the income where the rent part would reach the highest rent.
    private func recomputedMaximum(of situation: Leefsituatie) -> ExactMoney {
        let more = !situation.isEenpersoons
        let rate = rentRate(more: more)
        let reach = ExactMoney(rentMaximum).times(12 * Int128(rate.denominator), per: Int128(rate.numerator))
        return BvvFormula(
            parameters: self, situation: situation, yearIncome: ExactMoney(rentReference(more: more)) + reach
        ).sum
    }
}
