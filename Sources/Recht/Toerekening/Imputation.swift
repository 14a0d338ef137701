public import Basics

/// A part of a payment that pays one component of one claim, or the costs of the case.
public struct Allocation: Hashable, Sendable {
    /// The claim; `nil` for the costs of the whole case.
    public let debt: String?
    public let component: DebtComponent
    public let amount: Money

    public init(debt: String?, component: DebtComponent, amount: Money) {
        (self.debt, self.component, self.amount) = (debt, component, amount)
    }
}

/// How a payment was divided, and what is left of it and of the claims.
public struct Imputation: Hashable, Sendable {
    public private(set) var allocations: [Allocation] = []
    /// What is left of the payment after all claims are paid.
    public private(set) var leftOver: Money
    public private(set) var debts: [Debt]
    /// Costs of the whole case that are still open.
    public private(set) var caseCosts: Money

    /// Why a payment cannot be divided.
    public enum Refusal: Error, Hashable, Sendable {
        case amountOutOfRange
        /// The debtor pointed at a claim that is not among them.
        case unknownDebt(String)
    }

    /// Divides a payment over claims of one debtor to one creditor (BW 6:43, 6:44).
    public init(
        of payment: Money, over debts: [Debt], caseCosts: Money = .zero, on day: Day, indicated: String? = nil,
        by policy: ImputationPolicy = .init()
    ) throws(Refusal) {
        guard payment.isCalculable, !payment.isNegative, caseCosts.isCalculable, !caseCosts.isNegative,
            debts.count <= 100_000, debts.allSatisfy(\.isInRange)
        else { throw .amountOutOfRange }
        if let indicated, !debts.contains(where: { $0.id == indicated }) { throw .unknownDebt(indicated) }
        (leftOver, self.debts, self.caseCosts) = (payment, debts, caseCosts)
        if policy.fee == .perClaim { splitCaseCosts() }
        if policy.order.first == .costs { payCaseCosts() }
        for group in groups(on: day, indicated: indicated) { pay(group, in: policy.order) }
        payCaseCosts()
    }
}

extension Imputation {
    /// Policy P2: the fee of the letter follows the principals; the last claim takes the remainder.
    private mutating func splitCaseCosts() {
        guard caseCosts > .zero, !debts.isEmpty else { return }
        let parts = caseCosts.split(by: debts.map(\.principal))
        for (index, part) in parts.enumerated() { debts[index].costs += part }
        caseCosts = .zero
    }

    private mutating func payCaseCosts() {
        let paid = min(leftOver, caseCosts)
        guard paid > .zero else { return }
        allocations.append(Allocation(debt: nil, component: .costs, amount: paid))
        leftOver -= paid
        caseCosts -= paid
    }

    /// The claims in the order of BW 6:43; claims of the same rank share a group.
    private func groups(on day: Day, indicated: String?) -> [[Int]] {
        let ranks = debts.map { Rank(of: $0, on: day, indicated: indicated) }
        let order = debts.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        return order.reduce(into: []) { groups, index in
            if let last = groups.last?.first, ranks[last] == ranks[index] {
                groups[groups.count - 1].append(index)
            } else {
                groups.append([index])
            }
        }
    }

    /// Pays claims of equal rank in proportion to what is open on each.
    private mutating func pay(_ group: [Int], in order: [DebtComponent]) {
        let open = group.map { debts[$0].total }
        let share = min(leftOver, open.sum)
        guard share > .zero else { return }
        leftOver -= share
        let parts = group.count == 1 ? [share] : share.split(by: open)
        for (index, part) in zip(group, parts) { pay(part, to: index, in: order) }
    }

    private mutating func pay(_ amount: Money, to index: Int, in order: [DebtComponent]) {
        var rest = amount
        for component in order {
            let paid = min(rest, debts[index][component])
            guard paid > .zero else { continue }
            debts[index][component] -= paid
            rest -= paid
            allocations.append(Allocation(debt: debts[index].id, component: component, amount: paid))
        }
    }
}

/// A claim's place in the order of BW 6:43.
private struct Rank: Comparable {
    let key: [Int]

    init(of debt: Debt, on day: Day, indicated: String?) {
        let isDue = debt.due <= day
        key = [debt.id == indicated ? 0 : 1, isDue ? 0 : 1, -debt.burden, Int(debt.due.number)]
    }

    static func < (left: Rank, right: Rank) -> Bool { left.key.lexicographicallyPrecedes(right.key) }
}

extension Debt {
    fileprivate var isInRange: Bool {
        DebtComponent.allCases.allSatisfy { self[$0].isCalculable && !self[$0].isNegative }
            && abs(burden) < 1_000_000_000
    }
}
