public import Database
public import Recht
import Wire

/// A municipality that receives signals, and where it takes them as a call.
public struct Gemeente: Hashable, Sendable {
    /// Four digits (CBS).
    public let code: String
    public let naam: String
    public let plaatsen: [String]
    /// Where it takes a delivery as an HTTP call; nothing when the file is handed over by a person.
    public let adres: String?
    /// What the call shows to be let in, as the vault keeps it; never drawn on a screen.
    public let sleutel: String?

    public init(code: String, naam: String, plaatsen: [String], adres: String? = nil, sleutel: String? = nil) {
        (self.code, self.naam, self.plaatsen) = (code, naam, plaatsen)
        (self.adres, self.sleutel) = (adres, sleutel)
    }

    init(_ shipped: Municipality) { self.init(code: shipped.code, naam: shipped.name, plaatsen: shipped.towns) }

    func covers(_ plaats: String) -> Bool { Municipality(code: code, name: naam, towns: plaatsen).covers(plaats) }
}

/// The municipalities, inside one transaction: those an administrator entered go before those that ship.
public struct GemeenteStore {
    let tx: Transaction

    public func all(_ recht: RechtTables) throws -> [Gemeente] {
        let entered = try entered()
        let known = Set(entered.map(\.code))
        let shipped = recht.municipalities.filter { !known.contains($0.code) }.map(Gemeente.init)
        return (entered + shipped).sorted { $0.naam < $1.naam }
    }

    /// Those that an administrator entered.
    func entered() throws -> [Gemeente] {
        try tx.rows("SELECT code, naam, plaatsen, adres, sleutel FROM gemeenten ORDER BY code").map(Gemeente.init(row:))
    }

    public func find(_ code: String, _ recht: RechtTables) throws -> Gemeente? {
        try all(recht).first { $0.code == code }
    }

    /// The municipality that a town belongs to.
    public func find(plaats: String, _ recht: RechtTables) throws -> Gemeente? {
        try all(recht).first { $0.covers(plaats) }
    }

    public func put(_ one: Gemeente) throws {
        guard one.code.count == 4, one.code.allSatisfy(\.isNumber) else { throw SignaalRefusal.codeNotFourDigits }
        guard !one.naam.isEmpty else { throw SignaalRefusal.nameMissing }
        if let adres = one.adres, !HTTPCall.isSafe(adres) { throw SignaalRefusal.notAnAddress }
        let towns = one.plaatsen.joined(separator: "\n")
        try tx.run(
            """
            INSERT INTO gemeenten (code, naam, plaatsen, adres, sleutel)
            VALUES (\(one.code), \(one.naam), \(towns), \(one.adres), \(one.sleutel))
            ON CONFLICT (code) DO UPDATE SET naam = excluded.naam, plaatsen = excluded.plaatsen, adres = excluded.adres,
                sleutel = excluded.sleutel
            """)
    }
}

extension Gemeente {
    fileprivate init(row: Row) throws {
        let towns: String = try row["plaatsen"]
        self.init(
            code: try row["code"], naam: try row["naam"], plaatsen: towns.split(separator: "\n").map(String.init),
            adres: try row["adres"], sleutel: try row["sleutel"])
    }
}

extension Transaction {
    public var gemeenten: GemeenteStore { GemeenteStore(tx: self) }
}
