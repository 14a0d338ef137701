public import Basics
public import Database
public import Zaken

extension Betalingsregeling.Staat: ColumnValue {}
extension Betalingsregeling.Betaalwijze: ColumnValue {}

/// The arrangements, inside one transaction.
public struct RegelingStore {
    let tx: Transaction
    private static let columns: Query =
        "id, zaak_id, staat, beeindigd, overeengekomen, door, betaalwijze, vorderingen, versie"

    /// The arrangement in force for a zaak.
    public func running(for zaak: Identifier<Zaak>) throws -> Betalingsregeling? {
        try tx.first("SELECT \(RegelingStore.columns) FROM regelingen WHERE zaak_id = \(zaak) AND staat = 'lopend'")
            .map(load)
    }

    /// All arrangements of a zaak, the newest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Betalingsregeling] {
        try tx.rows("SELECT \(RegelingStore.columns) FROM regelingen WHERE zaak_id = \(zaak) ORDER BY id DESC").map(
            load)
    }

    public func add(_ regeling: Betalingsregeling) throws {
        try tx.run(
            """
            INSERT INTO regelingen (\(RegelingStore.columns), bedrag)
            VALUES (\(regeling.id), \(regeling.zaak), \(regeling.staat), \(regeling.beeindigd),
                \(regeling.overeengekomen), \(regeling.door), \(regeling.betaalwijze),
                \(regeling.vorderingen.map(JSON.init(claims:))), \(regeling.versie), \(regeling.bedrag))
            """)
        for termijn in regeling.termijnen {
            try tx.run(
                """
                INSERT INTO termijnen (regeling_id, nummer, vervaldag, bedrag, voldaan)
                VALUES (\(regeling.id), \(termijn.nummer), \(termijn.vervaldag), \(termijn.bedrag), \(termijn.voldaan))
                """)
        }
    }

    public func save(_ regeling: Betalingsregeling) throws {
        let changed = try tx.run(
            """
            UPDATE regelingen SET staat = \(regeling.staat), beeindigd = \(regeling.beeindigd), versie = versie + 1
            WHERE id = \(regeling.id) AND versie = \(regeling.versie)
            """)
        guard changed == 1 else { throw RegelingRefusal.changedMeanwhile }
        for termijn in regeling.termijnen {
            try tx.run(
                """
                UPDATE termijnen SET voldaan = \(termijn.voldaan), voldaan_op = \(termijn.voldaanOp),
                    vervaldag = \(termijn.vervaldag)
                WHERE regeling_id = \(regeling.id) AND nummer = \(termijn.nummer)
                    AND (voldaan <> \(termijn.voldaan) OR vervaldag <> \(termijn.vervaldag))
                """)
        }
    }

    private func load(_ row: Row) throws -> Betalingsregeling {
        let id: Identifier<Betalingsregeling> = try row["id"]
        let instalments = try tx.rows(
            "SELECT nummer, vervaldag, bedrag, voldaan, voldaan_op FROM termijnen WHERE regeling_id = \(id) ORDER BY nummer"
        )
        return Betalingsregeling(
            id: id, zaak: try row["zaak_id"], staat: try row["staat"], beeindigd: try row["beeindigd"],
            overeengekomen: try row["overeengekomen"], door: try row["door"],
            betaalwijze: try row["betaalwijze"], vorderingen: (try row["vorderingen"] as JSON?)?.claims,
            termijnen: try instalments.map {
                Betalingsregeling.Termijn(
                    nummer: try $0["nummer"], vervaldag: try $0["vervaldag"], bedrag: try $0["bedrag"],
                    voldaan: try $0["voldaan"], voldaanOp: try $0["voldaan_op"])
            }, versie: try row["versie"])
    }
}

extension JSON {
    fileprivate init(claims: Set<Identifier<Vordering>>) {
        self = .array(claims.map(\.text).sorted().map { .string($0) })
    }

    fileprivate var claims: Set<Identifier<Vordering>> {
        Set((elements ?? []).compactMap { $0.identifier(of: Vordering.self) })
    }
}

extension Transaction {
    public var regelingen: RegelingStore { RegelingStore(tx: self) }
}
