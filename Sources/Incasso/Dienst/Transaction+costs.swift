import Basics
import Database
import Klanten
import Recht
import Zaken

extension Transaction {
    /// The collection costs of a letter over claims of one zaak, by what was unpaid of each.
    ///
    /// For a person, what was charged on other instalments to the same creditor counts (BIK art. 2a).
    func collectionCosts(
        over unpaid: [(claim: Vordering, amount: Money)], of zaak: Zaak, on day: Day, recht: RechtTables
    ) throws -> CollectionCosts {
        let due = unpaid.filter { $0.amount > .zero }
        let vat = try unpaid.first.flatMap { try schuldeisers.find($0.claim.schuldeiser) }?.btwOverKosten ?? false
        let isPerson = try partijen.find(zaak.partij)?.soort == .persoon
        return try recht.costs.costs(
            ofLetterOver: due.map(\.amount), kinds: isPerson ? Set(due.map(\.claim.soort)) : [], on: day,
            after: isPerson ? try earlierFees(besides: unpaid.map(\.claim), of: zaak, before: day) : [], withVAT: vat)
    }

    /// The fees charged before on other claims of the same person and creditor.
    private func earlierFees(besides named: [Vordering], of zaak: Zaak, before day: Day) throws -> [ChargedFee] {
        let creditor = named.first?.schuldeiser
        let others = try zaken.all(of: zaak.partij).flatMap { try vorderingen.all(of: $0.id) }
            .filter { other in other.schuldeiser == creditor && !named.contains { $0.id == other.id } }
        return try others.flatMap { try vorderingen.ledger(of: $0.id) }
            .filter { $0.soort == .kosten && $0.datum <= day }
            .compactMap { entry in entry.boekingen[.kosten].map { ChargedFee(day: entry.datum, fee: $0) } }
    }
}
