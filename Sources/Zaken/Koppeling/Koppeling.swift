import Basics
public import Database

/// A system of a partner that may give messages and signals to processes here, which and no others, or ask the adviser.
public struct Koppeling: Hashable, Sendable {
    /// The subject of the journal under which stands what it gave.
    public static let subject = "koppeling"

    public let code: String
    public var naam: String
    /// The names of the messages and signals that it may give.
    public var berichten: [String]
    public var signalen: [String]
    /// Whether it may ask the adviser, who then knows nothing of any zaak.
    public var advies: Bool
    /// One that was stopped is let in no more.
    public var isActief: Bool

    public init(
        code: String, naam: String, berichten: [String], signalen: [String], advies: Bool = false, isActief: Bool = true
    ) {
        (self.code, self.naam, self.advies, self.isActief) = (code, naam, advies, isActief)
        (self.berichten, self.signalen) = (berichten, signalen)
    }
}

/// The koppelingen, inside one transaction.
public struct KoppelingStore {
    let tx: Transaction
    private static let select: Query = "SELECT code, naam, berichten, signalen, advies, actief FROM koppelingen"

    public func all() throws -> [Koppeling] {
        try tx.rows("\(KoppelingStore.select) ORDER BY code").map(Koppeling.init(row:))
    }

    public func find(_ code: String) throws -> Koppeling? {
        try tx.first("\(KoppelingStore.select) WHERE code = \(code)").map(Koppeling.init(row:))
    }

    /// Whose key this is; nobody's where it was stopped.
    public func find(sleutel: String) throws -> Koppeling? {
        try tx.first("\(KoppelingStore.select) WHERE sleutelhash = \(Toegangssleutel(sleutel).hash) AND actief = 1")
            .map(Koppeling.init(row:))
    }

    /// Adds one or takes over what changed; a key that is given takes the place of the one before.
    public func put(_ one: Koppeling, sleutel: String? = nil) throws {
        let hash = sleutel.map { Toegangssleutel($0).hash }
        try tx.run(
            """
            INSERT INTO koppelingen (code, naam, berichten, signalen, advies, actief, sleutelhash)
            VALUES (\(one.code), \(one.naam), \(JSON(texts: one.berichten)), \(JSON(texts: one.signalen)),
                \(one.advies), \(one.isActief), \(hash))
            ON CONFLICT (code) DO UPDATE SET naam = excluded.naam, berichten = excluded.berichten,
                signalen = excluded.signalen, advies = excluded.advies, actief = excluded.actief,
                sleutelhash = coalesce(excluded.sleutelhash, koppelingen.sleutelhash)
            """)
    }
}

extension Koppeling {
    fileprivate init(row: Row) throws {
        let (messages, signals): (JSON, JSON) = (try row["berichten"], try row["signalen"])
        self.init(
            code: try row["code"], naam: try row["naam"], berichten: (messages.elements ?? []).compactMap(\.text),
            signalen: (signals.elements ?? []).compactMap(\.text), advies: try row["advies"],
            isActief: try row["actief"])
    }
}

extension JSON {
    fileprivate init(texts: [String]) { self = .array(texts.map { .string($0) }) }
}

extension Transaction {
    public var koppelingen: KoppelingStore { KoppelingStore(tx: self) }
}
