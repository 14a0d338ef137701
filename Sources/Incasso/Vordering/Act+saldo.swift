import Basics
import Journal
import Zaken

extension Act {
    /// Writes what is open now on the zaak and its taken, and tells the process when nothing is open any more.
    func followSaldo(of zaak: Identifier<Zaak>) throws {
        guard var zaak = try tx.zaken.find(zaak) else { throw ZaakRefusal.unknownZaak }
        let open = try tx.vorderingen.all(of: zaak.id).map(\.saldo.totaal).sum
        guard open != zaak.bedrag else { return }
        zaak.bedrag = open
        try save(&zaak)
        try tx.taken.note(bedrag: open, for: zaak.id)
    }

    /// Adds an entry to a claim's ledger and to the record.
    func book(_ mutatie: Mutatie, on vordering: inout Vordering) throws {
        try tx.vorderingen.book(mutatie, on: &vordering, by: actor.description, at: now)
        let parts = mutatie.boekingen.reduce(into: [String: JSON]()) { $0[$1.key.rawValue] = JSON($1.value) }
        try record(
            "geboekt", of: vordering.zaak,
            [
                "vordering": .string(vordering.factuurnummer), "soort": .string(mutatie.soort.rawValue),
                "datum": JSON(mutatie.datum), "bedragen": .object(parts),
            ])
    }
}
