public import Basics
public import Database
import Journal
import Klanten
public import Zaken

/// The claims and their ledgers, inside one transaction.
public struct VorderingStore {
    let tx: Transaction

    public func find(_ id: Identifier<Vordering>) throws -> Vordering? {
        try tx.first("SELECT \(Vordering.columns) FROM vorderingen WHERE id = \(id)").map(Vordering.init(row:))
    }

    public func find(schuldeiser: String, factuurnummer: String) throws -> Vordering? {
        try tx.first(
            """
            SELECT \(Vordering.columns) FROM vorderingen
            WHERE schuldeiser = \(schuldeiser) AND factuurnummer = \(factuurnummer)
            """
        ).map(Vordering.init(row:))
    }

    /// The claims of a zaak, the oldest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Vordering] {
        try tx.rows("SELECT \(Vordering.columns) FROM vorderingen WHERE zaak_id = \(zaak) ORDER BY vervaldatum, id")
            .map(Vordering.init(row:))
    }

    /// The open claims that carry this betalingskenmerk.
    public func open(kenmerk: String) throws -> [Vordering] {
        try tx.rows(
            """
            SELECT \(Vordering.columns) FROM vorderingen
            WHERE kenmerk = \(kenmerk) AND open_hoofdsom + open_kosten + open_rente > 0 ORDER BY vervaldatum, id
            """
        ).map(Vordering.init(row:))
    }

    /// The open zaak of a person in which claims of this creditor are collected: a zaak is of one creditor.
    func openZaak(of partij: Identifier<Partij>, schuldeiser: String) throws -> Zaak? {
        for zaak in try tx.zaken.all(of: partij) where zaak.isOpen && zaak.zaaktype == Vordering.zaaktype {
            let owners = Set(try all(of: zaak.id).map(\.schuldeiser))
            if owners.isEmpty || owners.contains(schuldeiser) { return zaak }
        }
        return nil
    }

    /// The zaken that a betalingskenmerk names: those of its open claims; once these are paid, those of its claims where
    /// anything else is open still.
    public func zaken(kenmerk: String) throws -> [Identifier<Zaak>] {
        let open = try open(kenmerk: kenmerk).map(\.zaak)
        guard open.isEmpty else { return open }
        return try tx.rows(
            """
            SELECT DISTINCT v.zaak_id FROM vorderingen v JOIN vorderingen o ON o.zaak_id = v.zaak_id
            WHERE v.kenmerk = \(kenmerk) AND o.open_hoofdsom + o.open_kosten + o.open_rente > 0 ORDER BY v.zaak_id
            """
        ).map { try $0["zaak_id"] }
    }

    public func add(_ vordering: Vordering) throws {
        try tx.run(
            """
            INSERT INTO vorderingen (\(Vordering.columns))
            VALUES (\(vordering.id), \(vordering.zaak), \(vordering.schuldeiser), \(vordering.factuurnummer),
                \(vordering.omschrijving), \(vordering.soort), \(vordering.factuurdatum), \(vordering.vervaldatum),
                \(vordering.kenmerk), 0, 0, 0, 0)
            """)
    }

    /// Adds an entry to the ledger; refused when it does not balance or takes more than is open.
    public func book(_ mutatie: Mutatie, on vordering: inout Vordering, by door: String, at now: Moment) throws {
        let saldo = try vordering.saldo.adding(mutatie)
        let changed = try tx.run(
            """
            UPDATE vorderingen SET open_hoofdsom = \(saldo.hoofdsom), open_kosten = \(saldo.kosten),
                open_rente = \(saldo.rente), versie = versie + 1
            WHERE id = \(vordering.id) AND versie = \(vordering.versie)
            """)
        guard changed == 1 else { throw GrootboekRefusal.changedMeanwhile }
        vordering.saldo = saldo
        vordering.versie += 1
        try insert(mutatie, number: vordering.versie, of: vordering.id, by: door, at: now)
    }

    private func insert(
        _ mutatie: Mutatie, number: Int64, of vordering: Identifier<Vordering>, by door: String, at now: Moment
    ) throws {
        try tx.run(
            """
            INSERT INTO mutaties (id, vordering_id, nummer, soort, datum, moment, door, toelichting, betaling_id, keert_om)
            VALUES (\(mutatie.id), \(vordering), \(number), \(mutatie.soort), \(mutatie.datum), \(now), \(door),
                \(mutatie.toelichting), \(mutatie.betaling), \(mutatie.keertOm))
            """)
        for (account, amount) in mutatie.boekingen.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try tx.run(
                "INSERT INTO boekingen (mutatie_id, rekening, bedrag) VALUES (\(mutatie.id), \(account), \(amount))")
        }
    }

    /// The ledger of a claim, in the order in which it was written.
    public func ledger(of vordering: Identifier<Vordering>) throws -> [Mutatie] {
        let bookings = try tx.rows(
            """
            SELECT b.mutatie_id, b.rekening, b.bedrag FROM boekingen b JOIN mutaties m ON m.id = b.mutatie_id
            WHERE m.vordering_id = \(vordering) ORDER BY b.mutatie_id, b.rekening
            """)
        var amounts: [Identifier<Mutatie>: [Rekening: Money]] = [:]
        for row in bookings { amounts[try row["mutatie_id"], default: [:]][try row["rekening"]] = try row["bedrag"] }
        return try tx.rows(
            """
            SELECT id, soort, datum, toelichting, betaling_id, keert_om FROM mutaties
            WHERE vordering_id = \(vordering) ORDER BY nummer
            """
        ).map { try Mutatie(row: $0, amounts: amounts) }
    }
}

extension Transaction {
    public var vorderingen: VorderingStore { VorderingStore(tx: self) }
}
