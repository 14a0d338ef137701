public import Basics

/// What may be charged for collecting out of court, without and with VAT, and how it came about (BW 6:96, BIK).
public struct CollectionCosts: Hashable, Sendable {
    public let costs: Money
    public let vat: Money
    public let working: [WorkingLine]

    public var total: Money { costs + vat }

    /// The public answer of `ontknoop incasso kosten`.
    public var json: JSON {
        .object([
            "kosten": .string(costs.description), "btw": .string(vat.description),
            "totaal": .string(total.description), "opbouw": .array(working.map(\.json)),
        ])
    }
}

/// Why collection costs cannot be computed.
public enum CostRefusal: Error, Hashable, Sendable {
    /// The table has no row for this day.
    case noTariff(on: Day)
    /// A principal below zero or above ``largestAmount``.
    case amountOutOfRange
}

/// The dated tables of collection costs.
public struct CostTables: Hashable, Sendable {
    public let tariffs: DatedTable<CostTariff>
    public let vat: DatedTable<Rate>
    public let instalments: DatedTable<InstalmentTariff>

    public init(
        tariffs: DatedTable<CostTariff>, vat: DatedTable<Rate>, instalments: DatedTable<InstalmentTariff>
    ) {
        self.tariffs = tariffs
        self.vat = vat
        self.instalments = instalments
    }
}

extension CostTables {
    /// The costs of one letter over one or more claims, whose principals are added first (BW 6:96 lid 7).
    ///
    /// VAT only where the creditor cannot set it off, uses a taxed service, and says so (BIK art. 2 lid 3).
    public func costs(over principals: [Money], on day: Day, withVAT: Bool = false) throws(CostRefusal)
        -> CollectionCosts
    {
        guard principals.allSatisfy({ $0.isCalculable && !$0.isNegative }), principals.count <= 100_000 else {
            throw .amountOutOfRange
        }
        guard let tariff = tariffs.value(on: day) else { throw .noTariff(on: day) }
        let principal = principals.sum
        guard principal.isCalculable else { throw .amountOutOfRange }
        let (fee, lines) = tariff.fee(over: principal)
        return try raised(fee, addition(of: principals) + lines, on: day, withVAT: withVAT)
    }

    /// The costs that may be booked after the term of the letter, over what was not paid in time (HR 25-11-2016, 3.6).
    public func costs(
        over principals: [Money], paidInTime: Money, on day: Day, withVAT: Bool = false
    ) throws(CostRefusal) -> CollectionCosts {
        guard paidInTime.isCalculable, !paidInTime.isNegative else { throw .amountOutOfRange }
        guard paidInTime > .zero else { return try costs(over: principals, on: day, withVAT: withVAT) }
        guard principals.count <= 100_000, principals.allSatisfy(\.isCalculable), principals.sum.isCalculable else {
            throw .amountOutOfRange
        }
        let rest = max(.zero, principals.sum - paidInTime)
        let line = WorkingLine(
            "bik.op-tijd-betaald", article: "BW 6:96 lid 6",
            [Fact("betaald", .money(paidInTime)), Fact("rest", .money(rest))])
        let costs = try costs(over: [rest], on: day, withVAT: withVAT)
        return CollectionCosts(costs: costs.costs, vat: costs.vat, working: [line] + costs.working)
    }

    func raised(_ fee: Money, _ lines: [WorkingLine], on day: Day, withVAT: Bool) throws(CostRefusal) -> CollectionCosts
    {
        guard withVAT, fee > .zero else { return CollectionCosts(costs: fee, vat: .zero, working: lines) }
        guard let rate = vat.value(on: day) else { throw .noTariff(on: day) }
        let added = fee.times(rate)
        let line = WorkingLine(
            "bik.btw", article: "BIK art. 2 lid 3", [Fact("percentage", .percent(rate)), Fact("bedrag", .money(added))])
        return CollectionCosts(costs: fee, vat: added, working: lines + [line])
    }

    private func addition(of principals: [Money]) -> [WorkingLine] {
        guard principals.count > 1 else { return [] }
        let facts = [Fact("vorderingen", .count(principals.count)), Fact("bedrag", .money(principals.sum))]
        return [WorkingLine("bik.samen", article: "BW 6:96 lid 7", facts)]
    }
}
