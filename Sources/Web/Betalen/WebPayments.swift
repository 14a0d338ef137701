public import Exchange
public import Incasso

/// Paying by link: the signed addresses, and the provider of direct payments where there is one.
public struct WebPayments: Sendable {
    public var links: Betaallinks
    public var provider: (any PaymentProvider)?

    public init(links: Betaallinks, provider: (any PaymentProvider)? = nil) {
        self.links = links
        self.provider = provider
    }
}
