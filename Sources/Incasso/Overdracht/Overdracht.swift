public import Basics
public import Database
import Klanten
public import Zaken

/// A zaak that was handed over to a bailiff: when, to whom, with which dossier.
public struct Overdracht: Hashable, Sendable, Identifiable {
    public enum Staat: String, Hashable, Sendable { case overgedragen, teruggehaald }

    public let id: Identifier<Overdracht>
    public let zaak: Identifier<Zaak>
    public let deurwaarder: String?
    public let dag: Day
    public var staat: Staat
    /// The inventory and the specification: made as a page first, as PDF before the dossier is packed.
    public let inventaris: Identifier<Document>
    public let specificatie: Identifier<Document>
    /// All of it as JSON.
    public let gegevens: Identifier<Document>
    /// The ZIP; nothing until it was packed.
    public var dossier: Identifier<Document>?
    /// Why it was taken back.
    public var reden: String?
    public var einde: Day?

    /// The status of a zaak while a bailiff works on it.
    static let status = "deurwaarder"

    /// The message by which a drawing takes a zaak back.
    public static let terughalen = "ZaakTeruggehaald"

    /// The job that renders and packs the dossier.
    public static let packingKind = "dossier"
}

/// Why an act around a handover is refused.
public enum OverdrachtRefusal: Error, Hashable {
    case codeMissing, nameMissing
    /// A bailiff is entered anew under a code that is known already.
    case codeTaken
    /// The zaak is not with a bailiff.
    case notHandedOver
    /// The process of the zaak cannot take it back where it stands.
    case cannotReturn
    /// There is nothing that the bailiff did not hear yet.
    case nothingToTell
    /// A step in which we collect ourselves, while the bailiff still has the zaak.
    case stillWithBailiff
}

extension Overdracht.Staat: ColumnValue {}

/// The handovers, inside one transaction.
public struct OverdrachtStore {
    let tx: Transaction
    private static let columns: Query =
        """
        id, zaak_id, deurwaarder, dag, staat, inventaris_id, specificatie_id, gegevens_id, dossier_id, reden, einde
        """

    public func find(_ id: Identifier<Overdracht>) throws -> Overdracht? {
        try tx.first("SELECT \(OverdrachtStore.columns) FROM overdrachten WHERE id = \(id)").map(Overdracht.init(row:))
    }

    /// The handovers of a zaak, the newest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Overdracht] {
        try tx.rows(
            "SELECT \(OverdrachtStore.columns) FROM overdrachten WHERE zaak_id = \(zaak) ORDER BY dag DESC, id DESC"
        ).map(Overdracht.init(row:))
    }

    public func running(for zaak: Identifier<Zaak>) throws -> Overdracht? {
        try all(of: zaak).first { $0.staat == .overgedragen }
    }

    /// The newest handovers of all zaken.
    public func newest(limit: Int) throws -> [Overdracht] {
        try tx.rows("SELECT \(OverdrachtStore.columns) FROM overdrachten ORDER BY dag DESC, id DESC LIMIT \(limit)")
            .map(Overdracht.init(row:))
    }

    func add(_ one: Overdracht) throws {
        try tx.run(
            """
            INSERT INTO overdrachten (\(OverdrachtStore.columns))
            VALUES (\(one.id), \(one.zaak), \(one.deurwaarder), \(one.dag), \(one.staat), \(one.inventaris),
                \(one.specificatie), \(one.gegevens), \(one.dossier), \(one.reden), \(one.einde))
            """)
    }

    func save(_ one: Overdracht) throws {
        try tx.run(
            """
            UPDATE overdrachten SET staat = \(one.staat), dossier_id = \(one.dossier), reden = \(one.reden),
                einde = \(one.einde) WHERE id = \(one.id)
            """)
    }
}

extension Overdracht {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row["id"], zaak: try row["zaak_id"], deurwaarder: try row["deurwaarder"], dag: try row["dag"],
            staat: try row["staat"], inventaris: try row["inventaris_id"], specificatie: try row["specificatie_id"],
            gegevens: try row["gegevens_id"], dossier: try row["dossier_id"], reden: try row["reden"],
            einde: try row["einde"])
    }
}

extension Transaction {
    public var overdrachten: OverdrachtStore { OverdrachtStore(tx: self) }
}
