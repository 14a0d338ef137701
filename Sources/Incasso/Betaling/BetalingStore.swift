public import Basics
public import Database
import Klanten
public import Zaken

extension Betaling.Staat: ColumnValue {}

/// The payments, inside one transaction.
public struct BetalingStore {
    let tx: Transaction
    static let columns: Query =
        """
        id, sleutel, rekening, datum, bedrag, tegenrekening, naam, omschrijving, kenmerk, staat, zaak_id, over, reden, terugbetaald,
        eindkenmerk, toerekening, versie
        """

    public func find(_ id: Identifier<Betaling>) throws -> Betaling? {
        try tx.first("SELECT \(BetalingStore.columns) FROM betalingen WHERE id = \(id)").map(Betaling.init(row:))
    }

    /// Whether this line of the bank was seen before.
    public func isKnown(_ sleutel: String) throws -> Bool {
        try tx.first("SELECT 1 AS een FROM betalingen WHERE sleutel = \(sleutel)") != nil
    }

    /// What nobody could place yet, the oldest first.
    public func unplaced(limit: Int = 200, offset: Int = 0) throws -> [Betaling] {
        try tx.rows(
            """
            SELECT \(BetalingStore.columns) FROM betalingen WHERE staat = 'te_plaatsen' ORDER BY datum, id LIMIT \(limit)
            OFFSET \(offset)
            """
        ).map(Betaling.init(row:))
    }

    /// What is to go back and did not yet, the oldest first; from one own account or from all.
    public func returning(from rekening: String? = nil, limit: Int = 200) throws -> [Betaling] {
        let account: Query = rekening.map { "AND rekening = \($0)" } ?? ""
        return try tx.rows(
            """
            SELECT \(BetalingStore.columns) FROM betalingen
            WHERE terugbetaald IS NULL AND (staat = 'terug_te_betalen' OR over > 0) \(account)
            ORDER BY datum, id LIMIT \(limit)
            """
        ).map(Betaling.init(row:))
    }

    /// The latest payments first, whatever became of them.
    public func latest(limit: Int, offset: Int = 0) throws -> [Betaling] {
        try tx.rows(
            "SELECT \(BetalingStore.columns) FROM betalingen ORDER BY datum DESC, id DESC LIMIT \(limit) OFFSET \(offset)"
        ).map(Betaling.init(row:))
    }

    /// How many wait for a place.
    public func countUnplaced() throws -> Int {
        try tx.first("SELECT count(*) AS aantal FROM betalingen WHERE staat = 'te_plaatsen'")?["aantal"] ?? 0
    }

    /// What was placed of this amount on an own account since a day, the newest first.
    func placed(on rekening: String, _ bedrag: Money, since day: Day) throws -> [Betaling] {
        try tx.rows(
            """
            SELECT \(BetalingStore.columns) FROM betalingen
            WHERE rekening = \(rekening) AND bedrag = \(bedrag) AND datum >= \(day) AND staat = 'geplaatst'
                AND terugbetaald IS NULL ORDER BY datum DESC, id DESC LIMIT 50
            """
        ).map(Betaling.init(row:))
    }

    /// The people on whose zaken a person placed payments from this account; at most two are told apart.
    func payees(from account: String) throws -> [Identifier<Partij>] {
        try tx.rows(
            """
            SELECT DISTINCT z.partij_id FROM betalingen b JOIN zaken z ON z.id = b.zaak_id
            WHERE b.tegenrekening = \(account) AND b.staat = 'geplaatst' ORDER BY z.partij_id LIMIT 2
            """
        ).map { try $0["partij_id"] }
    }

    public func all(of zaak: Identifier<Zaak>) throws -> [Betaling] {
        try tx.rows(
            """
            SELECT \(BetalingStore.columns) FROM betalingen
            WHERE zaak_id = \(zaak) OR id IN (SELECT betaling_id FROM betalingsdelen WHERE zaak_id = \(zaak))
            ORDER BY datum DESC, id DESC
            """
        ).map(Betaling.init(row:))
    }

    public func add(_ betaling: Betaling, at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO betalingen (\(BetalingStore.columns), moment)
            VALUES (\(betaling.id), \(betaling.sleutel), \(betaling.rekening), \(betaling.datum), \(betaling.bedrag),
                \(betaling.tegenrekening), \(betaling.naam), \(betaling.omschrijving), \(betaling.kenmerk),
                \(betaling.staat), \(betaling.zaak), \(betaling.over), \(betaling.reden),
                \(betaling.terugbetaald), \(betaling.eindkenmerk), \(betaling.toerekening), \(betaling.versie), \(now))
            """)
        try know(betaling)
    }

    public func save(_ betaling: Betaling) throws {
        let changed = try tx.run(
            """
            UPDATE betalingen SET staat = \(betaling.staat), zaak_id = \(betaling.zaak), over = \(betaling.over),
                reden = \(betaling.reden), terugbetaald = \(betaling.terugbetaald),
                toerekening = \(betaling.toerekening), versie = versie + 1
            WHERE id = \(betaling.id) AND versie = \(betaling.versie)
            """)
        guard changed == 1 else { throw BetalingRefusal.alreadyPlaced }
    }
}

extension Betaling {
    init(row: Row) throws {
        self.init(
            id: try row["id"], sleutel: try row["sleutel"], rekening: try row["rekening"], datum: try row["datum"],
            bedrag: try row["bedrag"], tegenrekening: try row["tegenrekening"], naam: try row["naam"],
            omschrijving: try row["omschrijving"], kenmerk: try row["kenmerk"],
            eindkenmerk: try row["eindkenmerk"])
        staat = try row["staat"]
        zaak = try row["zaak_id"]
        over = try row["over"]
        reden = try row["reden"]
        terugbetaald = try row["terugbetaald"]
        toerekening = try row["toerekening"]
        versie = try row["versie"]
    }
}

extension Transaction {
    public var betalingen: BetalingStore { BetalingStore(tx: self) }
}
