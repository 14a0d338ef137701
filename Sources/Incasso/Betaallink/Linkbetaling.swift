public import Basics
public import Database
public import Zaken

/// A payment that someone began with a payment provider.
public struct Linkbetaling: Hashable, Sendable, Identifiable {
    public enum Staat: String, Hashable, Sendable, ColumnValue { case begonnen, open, betaald, mislukt }

    /// Also the key by which the provider begins it once.
    public let id: Identifier<Linkbetaling>
    public let zaak: Identifier<Zaak>
    public let aanbieder: String
    /// By which the provider knows it.
    public let extern: String?
    /// Where the payer goes.
    public let adres: String?
    public let bedrag: Money
    public let staat: Staat
    public let moment: Moment
}

/// The payments by provider, inside one transaction.
public struct LinkbetalingStore {
    let tx: Transaction
    private static let columns: Query = "id, zaak_id, aanbieder, extern, adres, bedrag, staat, moment"

    public func find(_ id: Identifier<Linkbetaling>) throws -> Linkbetaling? {
        try tx.first("SELECT \(LinkbetalingStore.columns) FROM linkbetalingen WHERE id = \(id)")
            .map(Linkbetaling.init(row:))
    }

    public func find(extern: String, by aanbieder: String) throws -> Linkbetaling? {
        try tx.first(
            "SELECT \(LinkbetalingStore.columns) FROM linkbetalingen WHERE aanbieder = \(aanbieder) AND extern = \(extern)"
        ).map(Linkbetaling.init(row:))
    }

    /// The newest of a zaak.
    public func newest(of zaak: Identifier<Zaak>) throws -> Linkbetaling? {
        try tx.first(
            """
            SELECT \(LinkbetalingStore.columns) FROM linkbetalingen WHERE zaak_id = \(zaak)
            ORDER BY moment DESC, id DESC LIMIT 1
            """
        ).map(Linkbetaling.init(row:))
    }

    func add(_ one: Linkbetaling) throws {
        try tx.run(
            """
            INSERT INTO linkbetalingen (\(LinkbetalingStore.columns))
            VALUES (\(one.id), \(one.zaak), \(one.aanbieder), \(one.extern), \(one.adres), \(one.bedrag), \(one.staat),
                \(one.moment))
            """)
    }

    func open(_ id: Identifier<Linkbetaling>, extern: String, adres: String) throws {
        try tx.run(
            """
            UPDATE linkbetalingen SET staat = 'open', extern = \(extern), adres = \(adres)
            WHERE id = \(id) AND staat = 'begonnen'
            """)
    }

    /// Ends a payment; false when it had ended before.
    func end(_ id: Identifier<Linkbetaling>, as staat: Linkbetaling.Staat) throws -> Bool {
        try tx.run(
            "UPDATE linkbetalingen SET staat = \(staat) WHERE id = \(id) AND staat IN ('begonnen', 'open')") == 1
    }

    func settle(_ id: Identifier<Linkbetaling>, by betaling: Identifier<Betaling>) throws {
        try tx.run("UPDATE linkbetalingen SET betaling_id = \(betaling) WHERE id = \(id)")
    }
}

extension Linkbetaling {
    init(row: Row) throws {
        self.init(
            id: try row["id"], zaak: try row["zaak_id"], aanbieder: try row["aanbieder"], extern: try row["extern"],
            adres: try row["adres"], bedrag: try row["bedrag"], staat: try row["staat"], moment: try row["moment"])
    }
}

extension Transaction {
    public var linkbetalingen: LinkbetalingStore { LinkbetalingStore(tx: self) }
}
