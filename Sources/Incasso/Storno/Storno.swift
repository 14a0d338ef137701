public import Basics
public import Database
public import Exchange
public import Zaken

/// Money that the bank took back after it came in: an R-transaction with its reason and what follows.
public struct Storno: Hashable, Sendable, Identifiable {
    public let id: Identifier<Storno>
    /// What makes the bank's line unique.
    public let sleutel: String
    public let betaling: Identifier<Betaling>
    public let zaak: Identifier<Zaak>
    /// The bank's reason code, such as `AM04`; `MS03` where the bank gives none.
    public let code: String
    public let gevolg: ReturnReason.Consequence
    public let bedrag: Money
    public let datum: Day
}

/// The R-transactions, inside one transaction.
public struct StornoStore {
    let tx: Transaction

    public func isKnown(_ sleutel: String) throws -> Bool {
        try tx.first("SELECT 1 AS een FROM stornos WHERE sleutel = \(sleutel)") != nil
    }

    /// The R-transactions of a zaak, the newest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Storno] {
        try tx.rows(
            """
            SELECT id, sleutel, betaling_id, zaak_id, code, gevolg, bedrag, datum FROM stornos WHERE zaak_id = \(zaak)
            ORDER BY datum DESC, id DESC
            """
        ).map {
            Storno(
                id: try $0["id"], sleutel: try $0["sleutel"], betaling: try $0["betaling_id"], zaak: try $0["zaak_id"],
                code: try $0["code"], gevolg: try $0["gevolg"], bedrag: try $0["bedrag"], datum: try $0["datum"])
        }
    }

    func add(_ one: Storno, at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO stornos (id, sleutel, betaling_id, zaak_id, code, gevolg, bedrag, datum, moment)
            VALUES (\(one.id), \(one.sleutel), \(one.betaling), \(one.zaak), \(one.code), \(one.gevolg), \(one.bedrag),
                \(one.datum), \(now))
            """)
    }
}

extension ReturnReason.Consequence: ColumnValue {}

extension Transaction {
    public var stornos: StornoStore { StornoStore(tx: self) }
}
