public import Basics
import Recht

extension Verzamelplan {
    /// A part that a payment may go to: its share of a month, and what is open there.
    public struct Aandeel: Hashable, Sendable {
        public let perMaand: Money
        public let open: Money

        public init(perMaand: Money, open: Money) { (self.perMaand, self.open) = (perMaand, open) }
    }

    /// What each part gets of a payment: by the shares of the plan, never more than is open there. What no part can take is
    /// in none of them.
    public static func verdeel(_ amount: Money, over parts: [Aandeel]) -> [Money] {
        var given = parts.map { _ in Money.zero }
        var rest = min(amount, parts.map(\.open).sum)
        while rest > .zero {
            let room = parts.indices.filter { given[$0] < parts[$0].open }
            let shares = rest.split(by: room.map { max(parts[$0].perMaand, Money(cents: 1)) })
            for (index, share) in zip(room, shares) {
                let taken = min(share, parts[index].open - given[index])
                given[index] += taken
                rest -= taken
            }
        }
        return given
    }
}
