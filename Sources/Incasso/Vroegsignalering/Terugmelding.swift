public import Basics
public import Database
public import Exchange
import Recht
public import Zaken

/// What a municipality reported back on a signal, and whether a person weighed it.
public struct Terugmelding: Hashable, Sendable, Identifiable {
    /// How it came.
    public enum Bron: String, Hashable, Sendable, ColumnValue { case bestand, oproep, hand }

    public let id: Identifier<Terugmelding>
    public let signaal: Identifier<Signaal>
    public let zaak: Identifier<Zaak>
    public let uitslag: EarlyWarningResult
    /// When the municipality reported it.
    public let dag: Day
    /// When the municipality took the signal up.
    public var opgepakt: Day?
    /// How often the municipality sought contact, and how often it reached the person.
    public var pogingen: (gedaan: Int, bereikt: Int) { (gezocht.count, gezocht.count(where: \.reached)) }
    /// The attempts of the municipality.
    public var gezocht: [EarlyWarningReport.Attempt] = []
    public var toelichting: String
    public let bron: Bron
    public let door: String
    public let moment: Moment
    /// The taak in which a person weighs it; nothing where none is asked, or where A.4.1 asks.
    public var taak: Identifier<Taak>?
    /// When a person weighed it, or nobody needed to; nothing while it waits.
    public var gewogen: Moment?
}

/// What was reported back, inside one transaction.
public struct TerugmeldingStore {
    let tx: Transaction

    /// All that was reported on the signals of a zaak, the newest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Terugmelding] {
        try tx.rows(
            """
            SELECT id, signaal_id, zaak_id, uitslag, dag, opgepakt, pogingen, toelichting, bron, door, moment, taak_id,
                gewogen
            FROM terugmeldingen WHERE zaak_id = \(zaak) ORDER BY moment DESC, id DESC
            """
        ).compactMap(Terugmelding.init(row:))
    }

    /// The zaak that one is about.
    public func zaak(of id: Identifier<Terugmelding>) throws -> Identifier<Zaak>? {
        try tx.first("SELECT zaak_id FROM terugmeldingen WHERE id = \(id)").map { try $0["zaak_id"] }
    }

    func add(_ one: Terugmelding) throws {
        let attempts = JSON.array(one.gezocht.map(\.json))
        try tx.run(
            """
            INSERT INTO terugmeldingen (id, signaal_id, zaak_id, uitslag, dag, opgepakt, pogingen, toelichting, bron,
                door, moment, taak_id, gewogen)
            VALUES (\(one.id), \(one.signaal), \(one.zaak), \(one.uitslag.rawValue), \(one.dag), \(one.opgepakt),
                \(attempts), \(one.toelichting), \(one.bron), \(one.door), \(one.moment), \(one.taak), \(one.gewogen))
            """)
    }

    /// A person weighed it, or something newer took its place.
    func weighed(_ id: Identifier<Terugmelding>, at now: Moment) throws {
        try tx.run("UPDATE terugmeldingen SET gewogen = \(now) WHERE id = \(id) AND gewogen IS NULL")
    }
}

extension Terugmelding {
    /// Nothing for a result that this version does not know.
    fileprivate init?(row: Row) throws {
        guard let result = EarlyWarningResult(rawValue: try row["uitslag"]) else { return nil }
        let attempts: JSON = try row["pogingen"]
        self.init(
            id: try row["id"], signaal: try row["signaal_id"], zaak: try row["zaak_id"], uitslag: result,
            dag: try row["dag"], opgepakt: try row["opgepakt"], gezocht: (attempts.elements ?? []).map(\.attempt),
            toelichting: try row["toelichting"], bron: try row["bron"], door: try row["door"],
            moment: try row["moment"], taak: try row["taak_id"], gewogen: try row["gewogen"])
    }
}

extension EarlyWarningReport.Attempt {
    fileprivate var json: JSON {
        ["soort": .string(kind), "bereikt": .bool(reached), "datum": day.map { JSON($0) } ?? .null]
    }
}

extension JSON {
    fileprivate var attempt: EarlyWarningReport.Attempt {
        .init(kind: self["soort"].text ?? "", reached: self["bereikt"].flag ?? false, day: self["datum"].day)
    }
}

extension Transaction {
    public var terugmeldingen: TerugmeldingStore { TerugmeldingStore(tx: self) }
}
