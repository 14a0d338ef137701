public import Basics

/// A service through which someone pays at once, such as with iDEAL: it begins payments and tells what became of them.
public protocol PaymentProvider: Sendable {
    /// A short name that stands with each payment, such as `mollie`.
    var name: String { get }

    /// Begins a payment. The same key begins the same payment, however often it is asked.
    func begin(_ order: ProviderOrder) async throws(PaymentProviderFault) -> ProviderStart

    /// What became of a payment.
    func payment(_ id: String) async throws(PaymentProviderFault) -> ProviderPayment
}

/// What is to be paid, and where the payer comes back.
public struct ProviderOrder: Hashable, Sendable {
    public let key: String
    public let amount: Money
    public let description: String
    public let back: String
    /// Where the provider tells that something changed; it must be reachable from outside.
    public let hook: String?

    public init(key: String, amount: Money, description: String, back: String, hook: String?) {
        self.key = key
        self.amount = amount
        self.description = description
        self.back = back
        self.hook = hook
    }
}

/// A payment that began: by which the provider knows it, and where the payer goes.
public struct ProviderStart: Hashable, Sendable {
    public let id: String
    public let checkout: String

    public init(id: String, checkout: String) {
        self.id = id
        self.checkout = checkout
    }
}

/// A payment as the provider tells it.
public struct ProviderPayment: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case open, pending, authorized, paid, canceled, expired, failed
    }

    public let id: String
    public let status: Status
    public let amount: Money
    /// Who paid, where the provider tells it.
    public let name: String?
    public let account: String?

    public init(id: String, status: Status, amount: Money, name: String? = nil, account: String? = nil) {
        self.id = id
        self.status = status
        self.amount = amount
        self.name = name
        self.account = account
    }
}

/// Why the provider gave no answer; never with a key or an address in it.
public enum PaymentProviderFault: Error, Hashable, Sendable {
    case unreachable
    /// Answered with this status of HTTP, and refused.
    case refused(Int)
    /// Answered with something that is no answer.
    case unreadable
}
