public import Basics

/// The lower costs of small recurring instalments since October 2024 (BIK art. 2a; amounts as reported, to be checked in law).
public struct InstalmentTariff: Hashable, Sendable {
    /// How far back earlier fees count.
    public let lookBackMonths: Int
    public let first: Money
    public let next: Money
    /// The most that may be charged within the months looked back on.
    public let cap: Money
    /// The kinds of claims that are instalments of a contract, such as `huur`.
    public let kinds: Set<String>
    public let article: String

    public init(lookBackMonths: Int, first: Money, next: Money, cap: Money, kinds: Set<String>, article: String) {
        self.lookBackMonths = lookBackMonths
        self.first = first
        self.next = next
        self.cap = cap
        self.kinds = kinds
        self.article = article
    }
}

/// A fee that was charged for an earlier instalment of the same contract.
public struct ChargedFee: Hashable, Sendable {
    public let day: Day
    public let fee: Money

    public init(day: Day, fee: Money) {
        self.day = day
        self.fee = fee
    }
}

extension CostTables {
    /// The costs of one letter over claims of these kinds: by the scheme for small instalments when all are instalments of a
    /// contract, by the tiers over their sum otherwise (BW 6:96 lid 7, BIK art. 2a).
    public func costs(
        ofLetterOver principals: [Money], kinds: Set<String>, on day: Day, after earlier: [ChargedFee],
        withVAT: Bool = false
    ) throws(CostRefusal) -> CollectionCosts {
        guard let scheme = instalments.value(on: day), !kinds.isEmpty, kinds.isSubset(of: scheme.kinds) else {
            return try costs(over: principals, on: day, withVAT: withVAT)
        }
        guard principals.count == 1, let only = principals.first else {
            return try costs(ofOneLetterOver: principals, on: day, withVAT: withVAT)
        }
        return try costs(overInstalment: only, on: day, after: earlier, withVAT: withVAT)
    }

    /// The costs of one instalment of a recurring claim, given the fees of earlier instalments.
    ///
    /// Large instalments follow the tiers; small ones the lower scheme from its start.
    public func costs(
        overInstalment principal: Money, on day: Day, after earlier: [ChargedFee], withVAT: Bool = false
    ) throws(CostRefusal) -> CollectionCosts {
        let plain = try costs(over: [principal], on: day)
        guard let tariff = instalments.value(on: day), let tiers = tariffs.value(on: day), principal > .zero,
            plain.costs <= tiers.minimum
        else { return try costs(over: [principal], on: day, withVAT: withVAT) }
        let since = day.adding(months: -tariff.lookBackMonths)
        let window = earlier.filter { $0.day > since && $0.day <= day }
        let charged = window.map(\.fee).sum
        let wanted = window.isEmpty ? tariff.first : tariff.next
        let fee = max(.zero, min(wanted, tariff.cap - charged))
        return try raised(fee, [line(tariff, since, window.count, charged, fee)], on: day, withVAT: withVAT)
    }

    /// The costs of one late letter over several small instalments: the lower of the added tiers and one instalment's highest fee.
    public func costs(
        ofOneLetterOver principals: [Money], on day: Day, withVAT: Bool = false
    ) throws(CostRefusal) -> CollectionCosts {
        let together = try costs(over: principals, on: day)
        guard instalments.value(on: day) != nil, let tariff = tariffs.value(on: day),
            let largest = principals.max(), tariff.fee(over: largest).fee <= tariff.minimum
        else { return try costs(over: principals, on: day, withVAT: withVAT) }
        let fee = min(together.costs, tariff.minimum)
        let line = WorkingLine(
            "bik.een-brief", article: "BIK art. 2a",
            [
                Fact("termijnen", .count(principals.count)), Fact("samen", .money(together.costs)),
                Fact("bedrag", .money(fee)),
            ])
        return try raised(fee, together.working + [line], on: day, withVAT: withVAT)
    }

    private func line(_ tariff: InstalmentTariff, _ since: Day, _ count: Int, _ charged: Money, _ fee: Money)
        -> WorkingLine
    {
        WorkingLine(
            "bik.kleine-termijn", article: tariff.article,
            [
                Fact("sinds", .day(since)), Fact("eerder", .count(count)), Fact("gerekend", .money(charged)),
                Fact("hoogstens", .money(tariff.cap)), Fact("bedrag", .money(fee)),
            ])
    }
}
