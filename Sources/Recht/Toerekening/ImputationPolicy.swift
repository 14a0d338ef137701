/// How a creditor's payments are divided where the law leaves room.
public struct ImputationPolicy: Hashable, Sendable {
    /// Where the fee of one letter over several claims belongs.
    public enum Fee: String, Hashable, Sendable {
        /// P1: one cost of the whole case, paid before any claim.
        case ofTheCase = "P1"
        /// P2: split over the claims by their principals; better for the debtor.
        case perClaim = "P2"
    }

    public var fee: Fee
    /// What is paid first within a claim; the law's order unless the parties agreed otherwise (BW 6:44).
    public var order: [DebtComponent]

    public init(fee: Fee = .perClaim, order: [DebtComponent] = DebtComponent.allCases) {
        self.fee = fee
        self.order = order + DebtComponent.allCases.filter { !order.contains($0) }
    }
}
