extension Query {
    /// The date in the Netherlands of a moment in a column, as text (directive 2000/84/EC; SQLite knows no time zones).
    public static func day(of moment: Query) -> Query {
        let summer: Query = """
            \(moment) >= \(lastSunday(before: "'-04-01'", in: moment)) || 'T01:00'
                AND \(moment) < \(lastSunday(before: "'-11-01'", in: moment)) || 'T01:00'
            """
        let sqlite: Query = "date(\(moment), CASE WHEN \(summer) THEN '+2 hours' ELSE '+1 hours' END)"
        let postgres: Query =
            "to_char(CAST(\(moment) AS TIMESTAMPTZ) AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD')"
        return "\(sqlite: sqlite, postgres: postgres)"
    }

    private static func lastSunday(before day: Query, in moment: Query) -> Query {
        "date(substr(\(moment), 1, 4) || \(day), 'weekday 0', '-7 days')"
    }
}
