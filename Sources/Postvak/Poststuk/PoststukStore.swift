public import Basics
public import Database
public import Zaken

/// The mails, inside one transaction.
public struct PoststukStore {
    let tx: Transaction

    public func find(_ id: Identifier<Poststuk>) throws -> Poststuk? {
        try tx.first("SELECT \(Poststuk.columns) FROM poststukken WHERE id = \(id)").map(Poststuk.init(row:))
    }

    /// The mail that came in under this key before.
    func find(sleutel: String) throws -> Identifier<Poststuk>? {
        try tx.first("SELECT id FROM poststukken WHERE sleutel = \(sleutel)").map { try $0["id"] }
    }

    /// The mails that a person placed in a zaak, the newest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Poststuk] {
        try tx.rows(
            "SELECT \(Poststuk.columns) FROM poststukken WHERE zaak_id = \(zaak) ORDER BY ontvangen DESC, id DESC LIMIT 100"
        ).map(Poststuk.init(row:))
    }

    /// The files of a mail, in its order.
    public func bijlagen(of id: Identifier<Poststuk>) throws -> [Bijlage] {
        try tx.rows(
            """
            SELECT nummer, naam, formaat, omvang, hash, virus FROM postbijlagen WHERE poststuk_id = \(id)
            ORDER BY nummer
            """
        ).map(Bijlage.init(row:))
    }

    /// How many files each of some mails has.
    public func filecounts(of ids: [Identifier<Poststuk>]) throws -> [Identifier<Poststuk>: Int] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT poststuk_id, count(*) AS aantal FROM postbijlagen WHERE poststuk_id IN (\(list: ids.map(\.text)))
            GROUP BY poststuk_id
            """)
        return Dictionary(try rows.map { (try $0["poststuk_id"], try $0["aantal"]) }) { first, _ in first }
    }

    /// The kinds that a person gave a mail.
    public func bevestigd(of id: Identifier<Poststuk>) throws -> Set<Mailsoort> {
        Set(
            try tx.rows("SELECT soort FROM postsoorten WHERE poststuk_id = \(id) AND bevestigd = 1")
                .map { try $0["soort"] })
    }
}

extension Transaction {
    public var poststukken: PoststukStore { PoststukStore(tx: self) }
}

extension PoststukStore {
    /// From how many mails the model learned.
    public func learned() throws -> Int {
        try tx.first("SELECT count(DISTINCT poststuk_id) AS aantal FROM postsoorten WHERE bevestigd IS NOT NULL")?[
            "aantal"]
            ?? 0
    }
}
