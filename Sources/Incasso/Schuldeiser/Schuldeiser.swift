public import Basics
public import Database
public import Klanten

/// An organisation for which claims are collected.
public struct Schuldeiser: Hashable, Sendable {
    /// A short name that files and settings use, such as `woonstad`.
    public let code: String
    public var naam: String
    public var adres: Adres
    public var kvk: String
    public var iban: String
    public var telefoon: String
    public var email: String
    public var website: String
    /// The registration number of the collecting firm (Wki art. 11); nothing when the creditor collects itself.
    public var wki: String?
    /// Whether it is collected for others, so that the number must be on every message (Wki art. 2 and 11).
    public var wkiNodig: Bool
    /// Whether the collection costs are raised by VAT (BIK art. 2 lid 3).
    public var btwOverKosten: Bool
    /// The creditor identifier of direct debits (Incassant-ID); without it nothing is collected.
    public var incassant: String?
    /// The code of the bailiff that it works with, unless a person chooses another at the handover.
    public var deurwaarder: String?
    /// What it agreed about interest and about dividing payments, and who collects for it.
    public var afspraken = Schuldeiserafspraken()

    public init(
        code: String, naam: String, adres: Adres, kvk: String, iban: String, telefoon: String, email: String,
        website: String, wki: String? = nil, wkiNodig: Bool = false, btwOverKosten: Bool = false,
        incassant: String? = nil
    ) {
        self.wkiNodig = wkiNodig
        self.code = code
        self.naam = naam
        self.adres = adres
        self.kvk = kvk
        self.iban = iban
        self.telefoon = telefoon
        self.email = email
        self.website = website
        self.wki = wki
        self.btwOverKosten = btwOverKosten
        self.incassant = incassant
    }
}

/// The creditors and the numbers they know their debtors by, inside one transaction.
public struct SchuldeiserStore {
    let tx: Transaction

    public func find(_ code: String) throws -> Schuldeiser? {
        try tx.first("\(SchuldeiserStore.select) WHERE code = \(code)").map(Schuldeiser.init(row:))
    }

    public func all() throws -> [Schuldeiser] {
        try tx.rows("\(SchuldeiserStore.select) ORDER BY naam, code").map(Schuldeiser.init(row:))
    }

    /// Adds a creditor, or takes over what changed.
    public func put(_ schuldeiser: Schuldeiser) throws {
        try tx.run(
            """
            INSERT INTO schuldeisers (code, naam, adresregel, postcode, plaats, kvk, iban, telefoon, email, website, wki,
                wki_nodig, btw_over_kosten, incassant, deurwaarder)
            VALUES (\(schuldeiser.code), \(schuldeiser.naam), \(schuldeiser.adres.regel), \(schuldeiser.adres.postcode),
                \(schuldeiser.adres.plaats), \(schuldeiser.kvk), \(schuldeiser.iban), \(schuldeiser.telefoon),
                \(schuldeiser.email), \(schuldeiser.website), \(schuldeiser.wki), \(schuldeiser.wkiNodig),
                \(schuldeiser.btwOverKosten), \(schuldeiser.incassant), \(schuldeiser.deurwaarder))
            ON CONFLICT (code) DO UPDATE SET naam = excluded.naam, adresregel = excluded.adresregel,
                postcode = excluded.postcode, plaats = excluded.plaats, kvk = excluded.kvk, iban = excluded.iban,
                telefoon = excluded.telefoon, email = excluded.email, website = excluded.website, wki = excluded.wki,
                wki_nodig = excluded.wki_nodig, btw_over_kosten = excluded.btw_over_kosten,
                incassant = coalesce(excluded.incassant, schuldeisers.incassant), deurwaarder = excluded.deurwaarder
            """)
    }

    /// The person whom this creditor knows by this number.
    public func debiteur(_ nummer: String, of schuldeiser: String) throws -> Identifier<Partij>? {
        try tx.first("SELECT partij_id FROM debiteuren WHERE schuldeiser = \(schuldeiser) AND nummer = \(nummer)")
            .map { try $0["partij_id"] }
    }

    public func know(_ partij: Identifier<Partij>, as nummer: String, of schuldeiser: String) throws {
        try tx.run(
            "INSERT INTO debiteuren (schuldeiser, nummer, partij_id) VALUES (\(schuldeiser), \(nummer), \(partij))")
    }

    /// The numbers by which creditors know a person, and when the person left, where that is known.
    public func debiteuren(of partij: Identifier<Partij>) throws -> [Debiteurschap] {
        try tx.rows(
            """
            SELECT d.schuldeiser, d.nummer, d.vertrokken, s.naam FROM debiteuren d
            JOIN schuldeisers s ON s.code = d.schuldeiser WHERE d.partij_id = \(partij) ORDER BY d.schuldeiser, d.nummer
            """
        ).map {
            Debiteurschap(
                schuldeiser: try $0["schuldeiser"], naam: try $0["naam"], nummer: try $0["nummer"],
                vertrokken: try $0["vertrokken"])
        }
    }

    /// Keeps the day on which this tenant left, as the creditor or a person says; nothing for who still rents (KPI 9).
    public func note(left: Day?, debiteur nummer: String, of schuldeiser: String) throws {
        try tx.run(
            "UPDATE debiteuren SET vertrokken = \(left) WHERE schuldeiser = \(schuldeiser) AND nummer = \(nummer)")
    }

    private static let select: Query =
        """
        SELECT code, naam, adresregel, postcode, plaats, kvk, iban, telefoon, email, website, wki, wki_nodig,
            btw_over_kosten, incassant, deurwaarder, \(Schuldeiserafspraken.columns)
        FROM schuldeisers
        """
}

/// Under which number a creditor knows a person, and the day on which that ended.
public struct Debiteurschap: Hashable, Sendable {
    public let schuldeiser: String
    /// The creditor's name.
    public let naam: String
    public let nummer: String
    public let vertrokken: Day?
}

extension Schuldeiser {
    init(row: Row) throws {
        self.init(
            code: try row["code"], naam: try row["naam"],
            adres: Adres(regel: try row["adresregel"], postcode: try row["postcode"], plaats: try row["plaats"]),
            kvk: try row["kvk"], iban: try row["iban"], telefoon: try row["telefoon"], email: try row["email"],
            website: try row["website"], wki: try row["wki"], wkiNodig: try row["wki_nodig"],
            btwOverKosten: try row["btw_over_kosten"], incassant: try row["incassant"])
        deurwaarder = try row["deurwaarder"]
        afspraken = try Schuldeiserafspraken(row: row)
    }
}

extension Transaction {
    public var schuldeisers: SchuldeiserStore { SchuldeiserStore(tx: self) }
}

extension Schuldeiser {
    /// Whether it needs a registration number and has none: nothing may be sent then.
    public var mistRegistratie: Bool { wkiNodig && (wki ?? "").allSatisfy(\.isWhitespace) }
}
