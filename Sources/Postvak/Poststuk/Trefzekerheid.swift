public import Database

/// How often the proposal was right, by kind and month, as people confirmed it.
public struct Trefzekerheid: Hashable, Sendable {
    public let soort: Mailsoort
    /// A year and a month, such as `2026-03`.
    public let maand: String
    /// Proposed and so it was.
    public let goed: Int
    /// Proposed and it was not.
    public let teVeel: Int
    /// Not proposed although it was.
    public let gemist: Int

    public var alle: Int { goed + teVeel + gemist }
    /// In whole percents of all that was proposed or should have been.
    public var percentage: Int { alle == 0 ? 0 : goed * 100 / alle }

    /// All months, the newest first, the kinds in their order.
    public static func all(in tx: Transaction) throws -> [Trefzekerheid] {
        let rows = try tx.rows(
            """
            SELECT soort, substr(\(Query.day(of: "moment")), 1, 7) AS maand, CAST(sum(voorgesteld * bevestigd) AS BIGINT) AS goed,
                CAST(sum(voorgesteld * (1 - bevestigd)) AS BIGINT) AS veel,
                CAST(sum((1 - voorgesteld) * bevestigd) AS BIGINT) AS gemist
            FROM postsoorten WHERE bevestigd IS NOT NULL GROUP BY soort, maand
            ORDER BY maand DESC, soort
            """)
        return try rows.map { row in
            Trefzekerheid(
                soort: try row["soort"], maand: try row["maand"], goed: try row["goed"], teVeel: try row["veel"],
                gemist: try row["gemist"])
        }
    }
}
