public import Basics
public import Database
public import Exchange
public import Zaken

/// A signal about arrears to a municipality (Bgs art. 2), and what the municipality said.
public struct Signaal: Hashable, Sendable, Identifiable {
    public enum Staat: String, Hashable, Sendable { case klaar, bevestigd, geweigerd }

    /// Why a signal was taken back before the municipality had it.
    public enum Intrekking: String, Hashable, Sendable {
        case bezwaar, regeling, vertrokken
        /// Nothing is overdue any more that must be signalled.
        case voldaan
        /// A special state forbids it.
        case verboden
        /// It was refused, and given anew.
        case opnieuw
    }

    public let id: Identifier<Signaal>
    public let zaak: Identifier<Zaak>
    public let gemeentecode: String
    public let gemeente: String
    public let bedrag: Money
    /// When the arrears began.
    public let sinds: Day
    public let dag: Day
    /// Whether an eviction or a cut-off is near.
    public let isCrisis: Bool
    public let document: Identifier<Document>
    public var staat: Staat
    /// The taak in which a person hands the file over; nothing when the municipality is called.
    public var taak: Identifier<Taak>?
    /// The status and the words of the municipality's answer.
    public var antwoordcode: Int?
    public var antwoord: String?
    public var beantwoord: Moment?
    public let door: String
    public var ingetrokken: Intrekking?
    /// Whether it counts as given; not once the municipality said that it reached the wrong place or was unjust.
    public var telt = true

    /// Whether the municipality has it: it said so, or a person handed it over.
    public var isBekend: Bool { staat == .bevestigd }
    /// Whether the municipality has it and it counts as given.
    public var isAangekomen: Bool { isBekend && telt }
    /// The day on which the municipality had it.
    public var aangekomen: Day? { isBekend ? beantwoord?.day ?? dag : nil }
    /// Whether it is still to reach the municipality, by a call or by a person.
    public var isOnderweg: Bool { ingetrokken == nil && (staat == .klaar || staat == .geweigerd && taak != nil) }
    /// What the municipality said; nothing while it said nothing.
    public var uitspraak: EarlyWarningAnswer? {
        antwoordcode.map { EarlyWarningAnswer(status: $0, body: antwoord ?? "") }
    }

    /// The job that calls the municipality.
    public static let sendingKind = "signaal"
    /// The key of that job.
    public var sendingKey: String { "signaal:\(id.text)" }
}

extension Signaal.Staat: ColumnValue {}
extension Signaal.Intrekking: ColumnValue {}

/// The signals, inside one transaction.
public struct SignaalStore {
    let tx: Transaction
    private static let columns: Query =
        """
        id, zaak_id, gemeentecode, gemeente, bedrag, sinds, dag, crisis, document_id, staat, taak_id, antwoordcode,
        antwoord, beantwoord, door, ingetrokken, telt
        """

    /// The signals of a zaak, the newest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Signaal] {
        try tx.rows("SELECT \(SignaalStore.columns) FROM signalen WHERE zaak_id = \(zaak) ORDER BY dag DESC, id DESC")
            .map(Signaal.init(row:))
    }

    public func find(_ id: Identifier<Signaal>) throws -> Signaal? {
        try tx.first("SELECT \(SignaalStore.columns) FROM signalen WHERE id = \(id)").map(Signaal.init(row:))
    }

    /// Those of a zaak that are still to reach the municipality.
    func onderweg(of zaak: Identifier<Zaak>) throws -> [Signaal] { try all(of: zaak).filter(\.isOnderweg) }

    func add(_ one: Signaal) throws {
        let code = one.antwoordcode.map(Int64.init)
        try tx.run(
            """
            INSERT INTO signalen (\(SignaalStore.columns))
            VALUES (\(one.id), \(one.zaak), \(one.gemeentecode), \(one.gemeente), \(one.bedrag), \(one.sinds),
                \(one.dag), \(one.isCrisis), \(one.document), \(one.staat), \(one.taak), \(code), \(one.antwoord),
                \(one.beantwoord), \(one.door), \(one.ingetrokken), \(one.telt))
            """)
    }

    func save(_ one: Signaal) throws {
        let code = one.antwoordcode.map(Int64.init)
        try tx.run(
            """
            UPDATE signalen SET staat = \(one.staat), taak_id = \(one.taak), antwoordcode = \(code),
                antwoord = \(one.antwoord), beantwoord = \(one.beantwoord), ingetrokken = \(one.ingetrokken),
                telt = \(one.telt)
            WHERE id = \(one.id)
            """)
    }
}

extension Signaal {
    fileprivate init(row: Row) throws {
        let code: Int64? = try row["antwoordcode"]
        self.init(
            id: try row["id"], zaak: try row["zaak_id"], gemeentecode: try row["gemeentecode"],
            gemeente: try row["gemeente"], bedrag: try row["bedrag"], sinds: try row["sinds"], dag: try row["dag"],
            isCrisis: try row["crisis"], document: try row["document_id"], staat: try row["staat"],
            taak: try row["taak_id"], antwoordcode: code.map(Int.init), antwoord: try row["antwoord"],
            beantwoord: try row["beantwoord"], door: try row["door"], ingetrokken: try row["ingetrokken"],
            telt: try row["telt"])
    }
}

extension Transaction {
    public var signalen: SignaalStore { SignaalStore(tx: self) }
}
