public import Basics
public import Database
import Exchange

/// What an import of a file did, line by line where it did not.
public struct Importverslag: Hashable, Sendable, Identifiable {
    public enum Soort: String, Sendable, CaseIterable { case posten, factuur, afschrift, status, terugmelding }
    public enum Staat: String, Sendable { case bezig, klaar, geweigerd }

    public let id: Identifier<Importverslag>
    public let soort: Soort
    public let bestandsnaam: String
    public let begonnen: Moment
    public let door: String
    public var staat: Staat
    public var klaar: Moment?
    public var gelezen: Int
    public var nieuw: Int
    public var bekend: Int
    public var afgewezen: Int
    /// Lines that are no receipt: money that left the account, which is nothing wrong.
    public var uitgaand: Int
    /// Which kind of bank file it was, such as `camt.053.001.08` or `MT940`.
    public var vorm: String?
    /// Why the whole file was refused.
    public var fout: Diagnostic?
    /// When it was last heard of.
    public internal(set) var gehoord: Moment

    public init(id: Identifier<Importverslag>, soort: Soort, bestandsnaam: String, begonnen: Moment, door: String) {
        self.id = id
        self.soort = soort
        self.bestandsnaam = bestandsnaam
        self.begonnen = begonnen
        self.door = door
        staat = .bezig
        gehoord = begonnen
        (gelezen, nieuw, bekend, afgewezen, uitgaand) = (0, 0, 0, 0, 0)
    }
}

extension Importverslag {
    /// Whether it stopped half-way, such as when the program was killed: under way, and silent for too long. The same file
    /// again does the rest.
    public func isBrokenOff(at now: Moment) -> Bool {
        staat == .bezig && gehoord.adding(minutes: Importverslag.patience) < now
    }

    /// Minutes of silence; a batch takes seconds.
    static let patience: Int64 = 5
}

/// A line that was rejected: which line, which field, what stood there and why.
public struct Afwijzing: Hashable, Sendable {
    public let regel: Int
    public let veld: String
    public let waarde: String
    /// A code such as `notAnAmount`.
    public let reden: String
}

extension Afwijzing {
    /// The code of a line that is in already with another value: nothing was rejected.
    static let differing = "differs"

    fileprivate init(_ row: Row) throws {
        self.init(regel: try row["regel"], veld: try row["veld"], waarde: try row["waarde"], reden: try row["reden"])
    }

    init(_ rejection: LineRejection) {
        self.init(
            regel: rejection.line, veld: rejection.field, waarde: rejection.value, reden: rejection.reason.rawValue)
    }
}

extension Importverslag.Soort: ColumnValue {}
extension Importverslag.Staat: ColumnValue {}

/// The reports of imports, inside one transaction.
public struct ImportStore {
    let tx: Transaction
    private static let columns: Query =
        """
        id, soort, bestandsnaam, begonnen, door, staat, klaar, gelezen, nieuw, bekend, afgewezen, uitgaand, vorm, fout,
        gehoord
        """

    public func find(_ id: Identifier<Importverslag>) throws -> Importverslag? {
        try tx.first("SELECT \(ImportStore.columns) FROM imports WHERE id = \(id)").map(Importverslag.init(row:))
    }

    /// The latest imports first.
    public func latest(_ limit: Int = 50) throws -> [Importverslag] {
        try tx.rows("SELECT \(ImportStore.columns) FROM imports ORDER BY begonnen DESC, id DESC LIMIT \(limit)")
            .map(Importverslag.init(row:))
    }

    public func rejections(of id: Identifier<Importverslag>, limit: Int = 1_000) throws -> [Afwijzing] {
        try tx.rows(
            """
            SELECT regel, veld, waarde, reden FROM afwijzingen WHERE import_id = \(id) ORDER BY regel, veld LIMIT \(limit)
            """
        ).map(Afwijzing.init)
    }

    /// The lines that were rejected, or those that were known with another value.
    public func rejections(of id: Identifier<Importverslag>, differing: Bool, limit: Int) throws -> [Afwijzing] {
        let kind = Afwijzing.differing
        let rows =
            differing
            ? try tx.rows(
                """
                SELECT regel, veld, waarde, reden FROM afwijzingen WHERE import_id = \(id) AND reden = \(kind)
                ORDER BY regel, veld LIMIT \(limit)
                """)
            : try tx.rows(
                """
                SELECT regel, veld, waarde, reden FROM afwijzingen WHERE import_id = \(id) AND reden <> \(kind)
                ORDER BY regel, veld LIMIT \(limit)
                """)
        return try rows.map(Afwijzing.init)
    }

    func add(_ report: Importverslag) throws {
        try tx.run(
            """
            INSERT INTO imports (\(ImportStore.columns))
            VALUES (\(report.id), \(report.soort), \(report.bestandsnaam), \(report.begonnen), \(report.door),
                \(report.staat), \(report.klaar), \(report.gelezen), \(report.nieuw), \(report.bekend),
                \(report.afgewezen), \(report.uitgaand), \(report.vorm), \(report.fout?.json), \(report.gehoord))
            """)
    }

    func save(_ report: Importverslag, at now: Moment) throws {
        try tx.run(
            """
            UPDATE imports SET staat = \(report.staat), klaar = \(report.klaar), gelezen = \(report.gelezen),
                nieuw = \(report.nieuw), bekend = \(report.bekend), afgewezen = \(report.afgewezen),
                uitgaand = \(report.uitgaand), vorm = \(report.vorm), fout = \(report.fout?.json), gehoord = \(now)
            WHERE id = \(report.id)
            """)
        try tx.notify("imports", report.id.text)
    }

    func reject(_ line: Afwijzing, in id: Identifier<Importverslag>) throws {
        try tx.run(
            """
            INSERT INTO afwijzingen (import_id, regel, veld, waarde, reden)
            VALUES (\(id), \(line.regel), \(line.veld), \(line.waarde), \(line.reden))
            ON CONFLICT (import_id, regel, veld) DO NOTHING
            """)
    }
}

extension Importverslag {
    init(row: Row) throws {
        self.init(
            id: try row["id"], soort: try row["soort"], bestandsnaam: try row["bestandsnaam"],
            begonnen: try row["begonnen"], door: try row["door"])
        staat = try row["staat"]
        klaar = try row["klaar"]
        gelezen = try row["gelezen"]
        nieuw = try row["nieuw"]
        gehoord = try row["gehoord"] ?? begonnen
        bekend = try row["bekend"]
        afgewezen = try row["afgewezen"]
        uitgaand = try row["uitgaand"]
        vorm = try row["vorm"]
        fout = (try row["fout"] as JSON?).map(Diagnostic.init(json:))
    }
}

extension Transaction {
    public var imports: ImportStore { ImportStore(tx: self) }
}

extension Diagnostic {
    fileprivate var json: JSON {
        [
            "code": .string(code), "message": message.json, "line": line.map { JSON($0) } ?? .null,
            "element": element.map { .string($0) } ?? .null,
        ]
    }

    fileprivate init(json: JSON) {
        self.init(
            .error, json["code"].text ?? "", Phrase(json: json["message"]) ?? "", line: json["line"].integer,
            element: json["element"].text)
    }
}
