public import Basics
public import Database
import Journal
public import Zaken

/// Costs that a bailiff reported of their own work; the customer owes them only as far as a court awards them.
public struct Deurwaarderkosten: Hashable, Sendable {
    /// The step of CORA.
    public let stap: String
    public let dag: Day
    public let bedrag: Money
}

extension Transaction {
    /// The costs that a bailiff reported of a zaak, the oldest first.
    public func deurwaarderkosten(of zaak: Identifier<Zaak>) throws -> [Deurwaarderkosten] {
        try journal.entries(of: .zaak(zaak), limit: 2_000).reversed().flatMap { entry -> [Deurwaarderkosten] in
            guard entry.kind == "taak_afgerond", entry.content["formulier"].text?.hasPrefix("deurwaarder_") == true
            else { return [] }
            return ["kostenDagvaarding", "kostenOntruiming"].compactMap { field in
                guard let amount = entry.content["uitkomst"][field].money, amount > .zero else { return nil }
                return Deurwaarderkosten(
                    stap: entry.content["stap"].text ?? "", dag: entry.moment.day, bedrag: amount)
            }
        }
    }
}
