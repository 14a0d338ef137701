import Basics
public import Database
import Journal
import Zaken

/// A ledger that is not what the journal says was booked, or that does not add up.
public struct GrootboekFault: Hashable, Sendable {
    public enum Flaw: String, Hashable, Sendable {
        /// An entry of the ledger of which the journal knows nothing, or something else.
        case notInJournal
        /// A booking in the journal that the ledger no longer has.
        case notInLedger
        /// What is open on a claim is not the sum of its entries.
        case balance
        /// A zaak of which the journal has nothing.
        case noJournal
    }

    /// The number of the zaak.
    public let zaak: String
    public let flaw: Flaw
    /// The invoice, where it is about one.
    public let factuurnummer: String?
}

/// Compares the ledgers with the journal and with what is open, zaak by zaak in bounded memory.
public struct Grootboekcontrole {
    let tx: Transaction

    /// All differences are told; returns how many entries of the ledgers were compared.
    public func run(reportingTo report: (GrootboekFault) throws -> Void) throws -> Int {
        var count = 0
        try tx.each("SELECT id, nummer FROM zaken ORDER BY id") { row in
            let (zaak, nummer): (Identifier<Zaak>, String) = (try row["id"], try row["nummer"])
            let (ledger, told) = (try booked(on: zaak), try recorded(of: zaak))
            count += ledger.values.reduce(0, +)
            for (one, times) in ledger where times > told.bookings[one, default: 0] {
                try report(GrootboekFault(zaak: nummer, flaw: .notInJournal, factuurnummer: one.factuurnummer))
            }
            for (one, times) in told.bookings where times > ledger[one, default: 0] {
                try report(GrootboekFault(zaak: nummer, flaw: .notInLedger, factuurnummer: one.factuurnummer))
            }
            if told.isEmpty { try report(GrootboekFault(zaak: nummer, flaw: .noJournal, factuurnummer: nil)) }
        }
        try balances(reportingTo: report)
        return count
    }

    /// A booking as both the ledger and the journal tell it.
    private struct Booking: Hashable {
        let factuurnummer, soort, door: String
        let datum: Day
        let moment: Moment
        var bedragen: [String: Money]
    }

    private func booked(on zaak: Identifier<Zaak>) throws -> [Booking: Int] {
        var found: [String: Booking] = [:]
        for row in try tx.rows(
            """
            SELECT m.id, v.factuurnummer, m.soort, m.door, m.datum, m.moment, b.rekening, b.bedrag
            FROM vorderingen v JOIN mutaties m ON m.vordering_id = v.id LEFT JOIN boekingen b ON b.mutatie_id = m.id
            WHERE v.zaak_id = \(zaak)
            """)
        {
            let id: String = try row["id"]
            var one =
                try found[id]
                ?? Booking(
                    factuurnummer: row["factuurnummer"], soort: row["soort"], door: row["door"], datum: row["datum"],
                    moment: row["moment"], bedragen: [:])
            if let account: String = try row["rekening"] { one.bedragen[account] = try row["bedrag"] }
            found[id] = one
        }
        return Dictionary(found.values.map { ($0, 1) }, uniquingKeysWith: +)
    }

    private func recorded(of zaak: Identifier<Zaak>) throws -> (bookings: [Booking: Int], isEmpty: Bool) {
        let entries = try tx.rows(
            """
            SELECT kind, actor, moment, CASE WHEN kind = 'geboekt' THEN content END AS content FROM journal
            WHERE subject_kind = 'zaak' AND subject_id = \(zaak)
            """)
        let bookings = try entries.compactMap { row -> (Booking, Int)? in
            guard let content: JSON = try row["content"] else { return nil }
            return (
                Booking(
                    factuurnummer: content["vordering"].text ?? "", soort: content["soort"].text ?? "",
                    door: try row["actor"], datum: content["datum"].day ?? Day(number: 0), moment: try row["moment"],
                    bedragen: (content["bedragen"].fields ?? [:]).compactMapValues(\.money)), 1
            )
        }
        return (Dictionary(bookings, uniquingKeysWith: +), entries.isEmpty)
    }

    private func balances(reportingTo report: (GrootboekFault) throws -> Void) throws {
        try tx.each(
            """
            SELECT z.nummer, v.factuurnummer FROM vorderingen v JOIN zaken z ON z.id = v.zaak_id
            LEFT JOIN (
                SELECT m.vordering_id, sum(CASE WHEN b.rekening = 'hoofdsom' THEN b.bedrag ELSE 0 END) AS hoofdsom,
                    sum(CASE WHEN b.rekening = 'kosten' THEN b.bedrag ELSE 0 END) AS kosten,
                    sum(CASE WHEN b.rekening = 'rente' THEN b.bedrag ELSE 0 END) AS rente
                FROM mutaties m JOIN boekingen b ON b.mutatie_id = m.id GROUP BY m.vordering_id
            ) s ON s.vordering_id = v.id
            WHERE v.open_hoofdsom <> coalesce(s.hoofdsom, 0) OR v.open_kosten <> coalesce(s.kosten, 0)
                OR v.open_rente <> coalesce(s.rente, 0)
            """
        ) { row in
            try report(
                GrootboekFault(zaak: try row["nummer"], flaw: .balance, factuurnummer: try row["factuurnummer"]))
        }
    }
}

extension Transaction {
    /// The ledgers beside the journal.
    public var grootboek: Grootboekcontrole { Grootboekcontrole(tx: self) }
}
