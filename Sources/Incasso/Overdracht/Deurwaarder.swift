import Basics
public import Database
public import Klanten
import Zaken

/// A bailiff to whom zaken are handed over.
public struct Deurwaarder: Hashable, Sendable {
    public let code: String
    public var naam: String
    public var adres: Adres
    public var telefoon: String
    public var email: String
    /// Whether it can report by a call with a key.
    public internal(set) var heeftSleutel = false

    public init(code: String, naam: String, adres: Adres, telefoon: String, email: String) {
        (self.code, self.naam, self.adres) = (code, naam, adres)
        (self.telefoon, self.email) = (telefoon, email)
    }

    /// What a bailiff reports, with the step of CORA that it moves.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case gesommeerd, gedagvaard, vonnis
        case ontruimingAangezegd = "ontruiming_aangezegd"
        case gemeldGemeente = "gemeld_gemeente"
        case ontruimd, invordering

        public var stap: String {
            switch self {
            case .gesommeerd: "B.1.1"
            case .gedagvaard: "B.2.1"
            case .vonnis: "B.2.2"
            case .ontruimingAangezegd: "B.2.3"
            case .gemeldGemeente: "B.2.4"
            case .ontruimd: "B.2.5"
            case .invordering: "B.2.6"
            }
        }

        /// The field of the step's form that a plain `datum` fills.
        var datumveld: String {
            switch self {
            case .gesommeerd: "sommatieOp"
            case .gedagvaard: "betekendOp"
            case .vonnis: "vonnisOp"
            case .ontruimingAangezegd: "aangezegdOp"
            case .gemeldGemeente: "gemeldOp"
            case .ontruimd: "procesVerbaalOp"
            case .invordering: "stuitingOp"
            }
        }

        /// By its word, or by the step of CORA.
        public init?(word: String) {
            let found = Status(rawValue: word) ?? Status.allCases.first { $0.stap == word }
            guard let found else { return nil }
            self = found
        }
    }
}

/// The bailiffs, inside one transaction.
public struct DeurwaarderStore {
    let tx: Transaction
    private static let select: Query =
        "SELECT code, naam, adresregel, postcode, plaats, telefoon, email, sleutelhash FROM deurwaarders"

    public func all() throws -> [Deurwaarder] {
        try tx.rows("\(DeurwaarderStore.select) ORDER BY naam, code").map(Deurwaarder.init(row:))
    }

    public func find(_ code: String) throws -> Deurwaarder? {
        try tx.first("\(DeurwaarderStore.select) WHERE code = \(code)").map(Deurwaarder.init(row:))
    }

    /// Whose key this is; only its hash is kept.
    public func find(sleutel: String) throws -> Deurwaarder? {
        try tx.first("\(DeurwaarderStore.select) WHERE sleutelhash = \(Toegangssleutel(sleutel).hash)")
            .map(Deurwaarder.init(row:))
    }

    /// The bailiff that a person chose for a zaak; else the usual one.
    func chosen(_ code: String?, for zaak: Zaak) throws -> Deurwaarder? {
        if let code, let found = try find(code) { return found }
        return try usual(for: zaak)
    }

    /// The bailiff that the creditor of a zaak works with; else the only one there is.
    func usual(for zaak: Zaak) throws -> Deurwaarder? {
        let claims = try tx.vorderingen.all(of: zaak.id).filter(\.isOpen)
        for code in try claims.compactMap({ try tx.schuldeisers.find($0.schuldeiser)?.deurwaarder }) {
            if let found = try find(code) { return found }
        }
        let all = try all()
        return all.count == 1 ? all[0] : nil
    }

    /// Adds a bailiff or takes over what changed; a key that is given takes the place of the one before.
    public func put(_ one: Deurwaarder, sleutel: String? = nil) throws {
        guard !one.code.isEmpty else { throw OverdrachtRefusal.codeMissing }
        guard !one.naam.isEmpty else { throw OverdrachtRefusal.nameMissing }
        let hash = sleutel.map { Toegangssleutel($0).hash }
        try tx.run(
            """
            INSERT INTO deurwaarders (code, naam, adresregel, postcode, plaats, telefoon, email, sleutelhash)
            VALUES (\(one.code), \(one.naam), \(one.adres.regel), \(one.adres.postcode), \(one.adres.plaats),
                \(one.telefoon), \(one.email), \(hash))
            ON CONFLICT (code) DO UPDATE SET naam = excluded.naam, adresregel = excluded.adresregel,
                postcode = excluded.postcode, plaats = excluded.plaats, telefoon = excluded.telefoon,
                email = excluded.email, sleutelhash = coalesce(excluded.sleutelhash, deurwaarders.sleutelhash)
            """)
    }
}

extension Deurwaarder {
    fileprivate init(row: Row) throws {
        self.init(
            code: try row["code"], naam: try row["naam"],
            adres: Adres(regel: try row["adresregel"], postcode: try row["postcode"], plaats: try row["plaats"]),
            telefoon: try row["telefoon"], email: try row["email"])
        let hash: String? = try row["sleutelhash"]
        heeftSleutel = hash != nil
    }
}

extension Deurwaarder {
    /// The bailiff as an answer of a form.
    var keuze: JSON {
        [
            "waarde": .string(code),
            "label": .string([naam, adres.plaats].filter { !$0.isEmpty }.joined(separator: ", ")),
        ]
    }
}

extension Transaction {
    public var deurwaarders: DeurwaarderStore { DeurwaarderStore(tx: self) }
}
