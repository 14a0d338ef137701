public import Basics
public import Database
public import Klanten
import Recht
import Zaken

extension SpecialStateKind: ColumnValue {}

/// The special states of people, inside one transaction.
public struct ToestandStore {
    let tx: Transaction
    private static let columns: Query =
        """
        id, partij_id, vordering_id, soort, begin, verwacht_einde, opgeheven, bewijs, document_id, aan_naam, aan_regel,
        aan_postcode, aan_plaats, aan_email, taak_id, door, versie
        """

    public func find(_ id: Identifier<Toestand>) throws -> Toestand? {
        try tx.first("SELECT \(ToestandStore.columns) FROM toestanden WHERE id = \(id)").map(Toestand.init(row:))
    }

    /// All states of a person and of their claims, also those that are over, the newest first.
    public func all(of partij: Identifier<Partij>) throws -> [Toestand] {
        try tx.rows(
            "SELECT \(ToestandStore.columns) FROM toestanden WHERE partij_id = \(partij) ORDER BY begin DESC, id DESC"
        ).map(Toestand.init(row:))
    }

    func add(_ one: Toestand) throws {
        try tx.run(
            """
            INSERT INTO toestanden (\(ToestandStore.columns))
            VALUES (\(one.id), \(one.partij), \(one.vordering), \(one.soort), \(one.begin), \(one.verwachtEinde),
                \(one.opgeheven), \(one.bewijs), \(one.document), \(one.aan?.naam), \(one.aan?.adres?.regel),
                \(one.aan?.adres?.postcode), \(one.aan?.adres?.plaats), \(one.aan?.email), \(one.taak), \(one.door),
                \(one.versie))
            """)
    }

    func save(_ one: Toestand) throws {
        let changed = try tx.run(
            """
            UPDATE toestanden SET verwacht_einde = \(one.verwachtEinde), opgeheven = \(one.opgeheven),
                aan_naam = \(one.aan?.naam), aan_regel = \(one.aan?.adres?.regel),
                aan_postcode = \(one.aan?.adres?.postcode), aan_plaats = \(one.aan?.adres?.plaats),
                aan_email = \(one.aan?.email), taak_id = \(one.taak), versie = versie + 1
            WHERE id = \(one.id) AND versie = \(one.versie)
            """)
        guard changed == 1 else { throw ZaakRefusal.changedMeanwhile }
    }
}

extension Toestand {
    init(row: Row) throws {
        self.init(
            id: try row["id"], partij: try row["partij_id"], vordering: try row["vordering_id"],
            soort: try row["soort"], begin: try row["begin"], verwachtEinde: try row["verwacht_einde"],
            opgeheven: try row["opgeheven"], bewijs: try row["bewijs"], document: try row["document_id"],
            aan: try Geadresseerde(row: row), taak: try row["taak_id"], door: try row["door"],
            versie: try row["versie"])
    }
}

extension Toestand.Geadresseerde {
    init?(row: Row) throws {
        guard let name: String = try row["aan_naam"] else { return nil }
        let line: String? = try row["aan_regel"]
        let postcode: String? = try row["aan_postcode"]
        let city: String? = try row["aan_plaats"]
        self.init(
            naam: name, adres: line.map { Adres(regel: $0, postcode: postcode ?? "", plaats: city ?? "") },
            email: try row["aan_email"])
    }
}

extension Transaction {
    public var toestanden: ToestandStore { ToestandStore(tx: self) }
}
