public import Basics
public import Database
public import Recht
public import Zaken

/// An open claim that has lapsed or will before long.
public struct Verjaringsregel: Sendable {
    public let vordering: Vordering
    public let zaak: Zaak
    public let verjaring: Limitation
}

/// Open claims that have lapsed or will within the longest warning, the first to lapse first, as the night found them.
public struct Verjaringslijst: Sendable {
    public let regels: [Verjaringsregel]
    /// How many there are in all.
    public let aantal: Int
    /// The day of the night run that found them; nothing before the first.
    public let bijgewerkt: Day?
}

extension Transaction {
    /// The night knows which claims lapse; those that are shown are reckoned again, so that what was paid or interrupted since
    /// is not among them.
    public func verjaringslijst(
        on today: Day, recht: RechtTables, limit: Int = 200, after: Int = 0
    ) throws -> Verjaringslijst {
        let last = today.adding(months: recht.limitation.warningMonths.first ?? 12)
        let near: Query =
            """
            FROM nachtstanden n JOIN vorderingen v ON v.id = n.vordering_id
            WHERE n.verjaart IS NOT NULL AND n.verjaart <= \(last)
                AND v.open_hoofdsom + v.open_kosten + v.open_rente > 0
            """
        let claims = try rows(
            """
            SELECT \(Vordering.columns) FROM vorderingen WHERE id IN (
                SELECT v.id \(near) ORDER BY n.verjaart, v.id LIMIT \(limit) OFFSET \(after))
            """
        ).map(Vordering.init(row:))
        let lines = try claims.compactMap { claim -> Verjaringsregel? in
            guard let end = try verjaring(of: claim, recht: recht), let zaak = try zaken.find(claim.zaak),
                end.hasLapsed(on: today) || end.warning(on: today) != nil
            else { return nil }
            return Verjaringsregel(vordering: claim, zaak: zaak, verjaring: end)
        }
        return Verjaringslijst(
            regels: lines.sorted { ($0.verjaring.ends, $0.vordering.id) < ($1.verjaring.ends, $1.vordering.id) },
            aantal: try first("SELECT count(*) AS aantal \(near)").map { try $0["aantal"] } ?? 0,
            bijgewerkt: try nacht.latest().flatMap { $0.klaar == nil ? nil : $0.dag })
    }
}
