public import Basics

/// The tiers of the collection costs of a period (BIK art. 2 lid 1 and 2).
public struct CostTariff: Hashable, Sendable {
    /// A slice of the principal and the share of it that may be charged.
    public struct Tier: Hashable, Sendable {
        /// Where the slice ends; `nil` for the last.
        public let upTo: Money?
        public let rate: Rate

        public init(upTo: Money?, rate: Rate) {
            self.upTo = upTo
            self.rate = rate
        }
    }

    public let tiers: [Tier]
    public let minimum: Money
    public let maximum: Money
    public let article: String

    public init(tiers: [Tier], minimum: Money, maximum: Money, article: String) {
        self.tiers = tiers
        self.minimum = minimum
        self.maximum = maximum
        self.article = article
    }

    /// The fee over a principal and the lines that make it up; nothing over nothing.
    func fee(over principal: Money) -> (fee: Money, working: [WorkingLine]) {
        guard principal > .zero else { return (.zero, []) }
        var (total, lines, start) = (ExactMoney.zero, [WorkingLine](), Money.zero)
        for tier in tiers where principal > start {
            let end = min(principal, tier.upTo ?? principal)
            let part = ExactMoney(end - start).times(tier.rate)
            total += part
            lines.append(line(from: start, to: end, tier.rate, part))
            start = end
        }
        return bounded(total, lines)
    }

    private func bounded(_ total: ExactMoney, _ lines: [WorkingLine]) -> (fee: Money, working: [WorkingLine]) {
        let rounded = total.rounded
        let fee = max(minimum, min(maximum, rounded))
        guard fee != rounded else { return (fee, lines) }
        let code = fee == minimum ? "bik.minimum" : "bik.maximum"
        return (fee, lines + [WorkingLine(code, article: article, [Fact("bedrag", .money(fee))])])
    }

    private func line(from start: Money, to end: Money, _ rate: Rate, _ part: ExactMoney) -> WorkingLine {
        WorkingLine(
            "bik.schijf", article: article,
            [
                Fact("van", .money(start)), Fact("tot", .money(end)), Fact("percentage", .percent(rate)),
                Fact("bedrag", .exact(part)),
            ])
    }
}
