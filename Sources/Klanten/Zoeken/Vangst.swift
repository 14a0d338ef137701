public import Database

/// The rows that a question hits, found once: what is shown, counted and narrowed by looks at these only.
public struct Vangst: Hashable, Sendable {
    /// The rows of the index, the best first; of very many the newest.
    let rijen: [Int64]
    /// Whether so many have these words that only the newest were taken.
    public let isAfgekapt: Bool

    public init(rijen: [Int64] = [], isAfgekapt: Bool = false) {
        self.rijen = rijen
        self.isAfgekapt = isAfgekapt
    }

    /// The rows with their place, as `treffers`.
    public var treffers: Query {
        let list = rijen.map(String.init).joined(separator: ",")
        let sqlite: Query =
            "(SELECT \(Vangst.columns), k.key AS rang FROM json_each(\("[\(list)]")) AS k CROSS JOIN zoekregels r WHERE r.id = k.value)"
        let postgres: Query =
            """
            (SELECT \(Vangst.columns), k.rang
            FROM unnest(CAST(string_to_array(\(list), ',') AS BIGINT[])) WITH ORDINALITY AS k (id, rang)
            JOIN zoekregels r ON r.id = k.id)
            """
        return "\(sqlite: sqlite, postgres: postgres) AS treffers"
    }

    private static let columns: Query = "r.id, r.soort, r.verwijzing, r.titel, r.tekst, r.ondertitel, r.facet, r.orde"
}

extension Zoekindex {
    /// The hits that are looked at when more have the words: to weigh them all would take longer than the answer is worth.
    public static let most = 1_000

    /// What the words hit.
    func vangst(_ vraag: Zoekvraag) throws -> Vangst {
        let newest = try ids(Zoekindex.newest(vraag, Zoekindex.most + 1))
        if newest.count > Zoekindex.most { return Vangst(rijen: newest.dropLast(), isAfgekapt: true) }
        return Vangst(rijen: try ids(Zoekindex.weighed(vraag, Zoekindex.most)))
    }

    private func ids(_ query: Query) throws -> [Int64] { try tx.rows(query).map { try $0["id"] } }
}
