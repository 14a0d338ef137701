/// What a house or a creditor chose about dividing payments, from a day on (BW 6:43, 6:44).
public struct ImputationRule: Hashable, Sendable {
    /// What is paid first within a claim.
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// Costs, interest, principal (BW 6:44 lid 1).
        case law = "wet"
        /// The principal first while an arrangement runs, as agreed with it; the law's order otherwise.
        case principalInArrangement = "hoofdsom-in-regeling"
        /// The principal first, always.
        case principal = "hoofdsom"
    }

    public var fee: ImputationPolicy.Fee
    public var order: Order
    public let article: String

    public init(fee: ImputationPolicy.Fee = .perClaim, order: Order = .law, article: String = "BW 6:43, 6:44") {
        (self.fee, self.order, self.article) = (fee, order, article)
    }

    /// How a payment is divided by this rule.
    public func policy(inArrangement: Bool) -> ImputationPolicy {
        switch order {
        case .law: ImputationPolicy(fee: fee)
        case .principalInArrangement where !inArrangement: ImputationPolicy(fee: fee)
        case .principalInArrangement, .principal: ImputationPolicy(fee: fee, order: [.principal, .interest, .costs])
        }
    }

    /// The rule in one word, as a payment keeps it: `P2 wet`.
    public func word(inArrangement: Bool) -> String {
        let isLaw = order == .law || order == .principalInArrangement && !inArrangement
        return "\(fee.rawValue) \(isLaw ? Order.law.rawValue : Order.principal.rawValue)"
    }
}
