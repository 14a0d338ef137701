public import Basics

/// What one claim of a debtor still consists of on the day a payment comes in.
public struct Debt: Hashable, Sendable {
    /// The caller's own word for the claim.
    public let id: String
    /// From when the claim can be demanded.
    public let due: Day
    /// How onerous the claim is to the debtor beside the others; higher is paid first (BW 6:43 lid 2).
    public let burden: Int
    public var costs: Money
    /// Interest that has fallen due, in whole cents.
    public var interest: Money
    public var principal: Money

    public init(id: String, due: Day, burden: Int = 0, costs: Money = .zero, interest: Money, principal: Money) {
        self.id = id
        self.due = due
        self.burden = burden
        self.costs = costs
        self.interest = interest
        self.principal = principal
    }

    public var total: Money { costs + interest + principal }

    subscript(_ component: DebtComponent) -> Money {
        get {
            switch component {
            case .costs: costs
            case .interest: interest
            case .principal: principal
            }
        }
        set {
            switch component {
            case .costs: costs = newValue
            case .interest: interest = newValue
            case .principal: principal = newValue
            }
        }
    }
}

/// What a claim consists of, in the order in which the law pays it (BW 6:44 lid 1).
public enum DebtComponent: String, Hashable, Sendable, CaseIterable {
    case costs = "kosten"
    case interest = "rente"
    case principal = "hoofdsom"
}
