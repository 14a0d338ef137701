public import Basics
public import Database

/// The documents, inside one transaction.
public struct DocumentStore {
    let tx: Transaction

    /// The documents of a zaak in their newest version, the newest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Document] {
        try tx.rows("\(DocumentStore.newest) WHERE d.zaak_id = \(zaak) ORDER BY d.aangemaakt DESC, d.id DESC")
            .map(Document.init(row:))
    }

    public func find(_ id: Identifier<Document>) throws -> Document? {
        try tx.first("\(DocumentStore.newest) WHERE d.id = \(id)").map(Document.init(row:))
    }

    /// The content of a version.
    public func content(of version: Documentversie) throws -> [UInt8]? {
        try tx.inhoud.bytes(version.hash)
    }

    /// Stores a document with its first version.
    public func add(_ file: DocumentFile, to zaak: Identifier<Zaak>, id: Identifier<Document>, at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO documenten (id, zaak_id, titel, soort, richting, aangemaakt, status)
            VALUES (\(id), \(zaak), \(file.titel), \(file.soort), \(file.richting), \(now), \(file.status))
            """)
        try addVersion(file, of: id, at: now)
    }

    /// Adds a version to a document; earlier ones stay.
    public func addVersion(_ file: DocumentFile, of document: Identifier<Document>, at now: Moment) throws {
        let hash = try tx.inhoud.keep(file.bytes)
        try tx.run(
            """
            INSERT INTO documentversies (document_id, versie, bestandsnaam, formaat, omvang, hash, moment, door)
            SELECT \(document), coalesce(max(versie), 0) + 1, \(file.bestandsnaam), \(file.formaat), \(file.bytes.count),
                \(hash), \(now), \(file.door) FROM documentversies WHERE document_id = \(document)
            """)
    }

    private static let newest: Query =
        """
        SELECT d.id, d.zaak_id, d.titel, d.soort, d.richting, d.aangemaakt, d.status, d.ingetrokken, d.ingetrokken_door,
            d.ingetrokken_reden, v.versie, v.bestandsnaam, v.formaat, v.omvang, v.hash, v.door, v.moment
        FROM documenten d JOIN documentversies v ON v.document_id = d.id
            AND v.versie = (SELECT max(versie) FROM documentversies w WHERE w.document_id = d.id)
        """
}

/// A file on its way into a zaak.
public struct DocumentFile: Sendable {
    public var titel: String
    public var soort: String
    public var richting: Document.Richting
    public var bestandsnaam: String
    public var formaat: String
    public var bytes: [UInt8]
    public var door: String
    public var status = Document.Status.definitief

    public init(
        titel: String, soort: String, richting: Document.Richting, bestandsnaam: String, formaat: String,
        bytes: [UInt8],
        door: String
    ) {
        self.titel = titel
        self.soort = soort
        self.richting = richting
        self.bestandsnaam = bestandsnaam
        self.formaat = formaat
        self.bytes = bytes
        self.door = door
    }
}

extension Document.Richting: ColumnValue {}
extension Document.Status: ColumnValue {}

extension Document {
    init(row: Row) throws {
        self.init(
            id: try row["id"], zaak: try row["zaak_id"], titel: try row["titel"], soort: try row["soort"],
            richting: try row["richting"], aangemaakt: try row["aangemaakt"], versie: try Documentversie(row: row),
            status: try row["status"], ingetrokken: try Intrekking(row: row))
    }
}

extension Document.Intrekking {
    fileprivate init?(row: Row) throws {
        guard let moment: Moment = try row["ingetrokken"] else { return nil }
        self.init(moment: moment, door: try row["ingetrokken_door"], reden: try row["ingetrokken_reden"])
    }
}

extension Documentversie {
    init(row: Row) throws {
        self.init(
            nummer: try row["versie"], bestandsnaam: try row["bestandsnaam"], formaat: try row["formaat"],
            omvang: try row["omvang"], hash: try row["hash"], door: try row["door"], moment: try row["moment"])
    }
}

extension Transaction {
    public var documenten: DocumentStore { DocumentStore(tx: self) }
}
