public import Basics
public import Database
public import Klanten

/// What zaken that were found are narrowed by.
public struct Zaakverfijning: Hashable, Sendable {
    public enum Soort: String, Sendable, CaseIterable { case stand, stap, team, schuldeiser, periode }

    /// How long ago a zaak was opened.
    public enum Periode: String, Sendable, CaseIterable {
        case maand, kwartaal, jaar, ouder

        /// The first day of it.
        func first(_ today: Day) -> Day? {
            switch self {
            case .maand: today - 30
            case .kwartaal: today - 91
            case .jaar: today - 365
            case .ouder: nil
            }
        }
    }

    public var keuzes: [Soort: String]
    public var today: Day

    public init(_ keuzes: [Soort: String] = [:], today: Day) {
        self.keuzes = keuzes
        self.today = today
    }

    /// One value with how many of the zaken have it.
    public struct Aantal: Hashable, Sendable {
        public let waarde: String
        public let aantal: Int
    }

    /// The condition on a hit, but for one kind of narrowing.
    public func clause(without left: Soort? = nil) -> Query {
        Soort.allCases.filter { $0 != left }.compactMap { soort in keuzes[soort].map { clause(soort, $0) } }
            .reduce("1 = 1") { "\($0) AND \($1)" }
    }

    private func clause(_ soort: Soort, _ value: String) -> Query {
        switch soort {
        case .stand: "treffers.facet = \(value)"
        case .stap:
            """
            EXISTS (SELECT 1 FROM taken t WHERE t.zaak_id = treffers.verwijzing AND t.staat = 'open' AND t.stap = \(value))
            """
        case .team:
            """
            EXISTS (SELECT 1 FROM taken t WHERE t.zaak_id = treffers.verwijzing AND t.staat = 'open' AND t.groep = \(value))
            """
        case .schuldeiser:
            """
            EXISTS (SELECT 1 FROM vorderingen v WHERE v.zaak_id = treffers.verwijzing AND v.schuldeiser = \(value))
            """
        case .periode:
            """
            EXISTS (SELECT 1 FROM zaken z WHERE z.id = treffers.verwijzing AND \(periods) = \(value))
            """
        }
    }

    /// The period of a zaak in its row `z`.
    private var periods: Query {
        let cases = Periode.allCases.compactMap { one in
            one.first(today).map { "WHEN z.geopend >= \($0) THEN \(one.rawValue)" as Query }
        }
        return "CASE \(cases.joined(separator: " ")) ELSE \(Periode.ouder.rawValue) END"
    }

    /// The values of one kind among the zaken that were found and fit the other choices, the most frequent first.
    public func values(of soort: Soort, among vangst: Vangst, in tx: Transaction) throws -> [Aantal] {
        try tx.rows(question(soort, vangst.treffers)).map {
            Aantal(waarde: try $0["waarde"], aantal: try $0["aantal"])
        }
    }

    /// What is asked for the values of one kind.
    public func question(_ soort: Soort, _ hits: Query) -> Query {
        // SQLite keeps to the order of a cross join, from the few that were found; PostgreSQL finds it by itself.
        let join: Query = "\(sqlite: "CROSS JOIN", postgres: "JOIN")"
        let (value, source): (Query, Query) =
            switch soort {
            case .stand: ("treffers.facet", "")
            case .stap:
                ("t.stap", "\(join) taken t ON t.zaak_id = treffers.verwijzing AND t.staat = 'open'")
            case .team:
                ("t.groep", "\(join) taken t ON t.zaak_id = treffers.verwijzing AND t.staat = 'open'")
            case .schuldeiser:
                ("v.schuldeiser", "\(join) vorderingen v ON v.zaak_id = treffers.verwijzing")
            case .periode: (periods, "\(join) zaken z ON z.id = treffers.verwijzing")
            }
        return """
            SELECT waarde, count(*) AS aantal FROM (
                SELECT DISTINCT \(value) AS waarde, treffers.verwijzing FROM \(hits) \(source)
                WHERE treffers.soort = 'zaak' AND \(clause(without: soort))) AS waarden
            GROUP BY waarde ORDER BY aantal DESC, waarde
            """
    }
}
