public import Basics
public import Database
import Recht
public import Zaken

/// What a night run finds that a person should know of: what passed, and what falls due tomorrow.
public enum Nachtsignaal: String, Sendable, CaseIterable, ColumnValue {
    /// The term of the 14-day letter is over, and no costs were charged since.
    case brieftermijnVoorbij = "brieftermijn_voorbij"
    /// A special state passed its expected end and nobody decided.
    case toestandVoorbij = "toestand_voorbij"
    /// An instalment is open after its days of grace.
    case regelingAchter = "regeling_achter"
    /// A claim has lapsed, or will within three months.
    case verjaart
    /// A claim could not be computed, or its zaak not be looked at: the run went on with the others.
    case nietBerekend = "niet_berekend"
    case morgenBrieftermijn = "morgen_brieftermijn"
    case morgenTermijn = "morgen_termijn"
    case morgenToestand = "morgen_toestand"
    case morgenVerval = "morgen_verval"
    case morgenTaak = "morgen_taak"
    /// The process goes a step further by itself, or a letter leaves.
    case morgenStap = "morgen_stap"

    /// Whether it is about tomorrow.
    public var isMorgen: Bool {
        switch self {
        case .brieftermijnVoorbij, .toestandVoorbij, .regelingAchter, .verjaart, .nietBerekend: false
        case .morgenBrieftermijn, .morgenTermijn, .morgenToestand, .morgenVerval, .morgenTaak, .morgenStap: true
        }
    }
}

extension Nachtsignaal {
    /// The open zaken that it holds for on a day, each once: `zaak_id` and the day it is about.
    func query(on day: Day, recht: RechtTables) -> Query {
        "SELECT zaak_id, min(dag) AS dag FROM (\(rows(on: day, recht: recht))) r GROUP BY zaak_id"
    }

    private func rows(on day: Day, recht: RechtTables) -> Query {
        let (tomorrow, grace) = (day + 1, recht.arrangements.value(on: day)?.graceDays ?? 0)
        return switch self {
        case .brieftermijnVoorbij:
            """
            \(letters) AND b.termijn_einde < \(day) AND z.bedrag > 0 AND NOT EXISTS (
                SELECT 1 FROM vorderingen v JOIN mutaties m ON m.vordering_id = v.id
                WHERE v.zaak_id = z.id AND m.soort = 'kosten')
            """
        case .morgenBrieftermijn: "\(letters) AND b.termijn_einde = \(tomorrow)"
        case .toestandVoorbij: "\(states) AND t.verwacht_einde < \(day)"
        case .morgenToestand: "\(states) AND t.verwacht_einde = \(tomorrow)"
        case .regelingAchter: "\(instalments) AND t.vervaldag < \(day - grace)"
        case .morgenTermijn: "\(instalments) AND t.vervaldag = \(tomorrow)"
        case .verjaart:
            """
            SELECT z.id AS zaak_id, n.verjaart AS dag FROM nachtstanden n
            JOIN vorderingen v ON v.id = n.vordering_id JOIN zaken z ON z.id = v.zaak_id AND z.afgesloten IS NULL
            WHERE n.verjaart IS NOT NULL AND n.verjaart <= \(day.adding(months: 3))
            """
        case .nietBerekend:
            """
            SELECT z.id AS zaak_id, v.vervaldatum AS dag FROM nachtstanden n
            JOIN vorderingen v ON v.id = n.vordering_id JOIN zaken z ON z.id = v.zaak_id AND z.afgesloten IS NULL
            WHERE n.fout IS NOT NULL
            UNION ALL
            SELECT z.id AS zaak_id, f.dag AS dag FROM nachtfouten f
            JOIN zaken z ON z.id = f.zaak_id AND z.afgesloten IS NULL
            """
        case .morgenVerval:
            """
            SELECT z.id AS zaak_id, v.vervaldatum AS dag FROM vorderingen v
            JOIN zaken z ON z.id = v.zaak_id AND z.afgesloten IS NULL
            WHERE v.vervaldatum = \(tomorrow) AND v.open_hoofdsom + v.open_kosten + v.open_rente > 0
            """
        case .morgenTaak:
            """
            SELECT z.id AS zaak_id, t.uiterlijk AS dag FROM taken t
            JOIN zaken z ON z.id = t.zaak_id AND z.afgesloten IS NULL WHERE t.staat = 'open' AND t.uiterlijk = \(tomorrow)
            """
        case .morgenStap:
            """
            SELECT z.id AS zaak_id, \(tomorrow) AS dag FROM jobs j
            JOIN zaken z ON z.id = j.subject_id AND z.afgesloten IS NULL
            WHERE j.subject_kind = 'zaak' AND j.state = 'open' AND j.lease_until IS NULL
                AND j.due >= \(Moment(tomorrow)) AND j.due < \(Moment(tomorrow + 1))
            """
        }
    }

    private var letters: Query {
        """
        SELECT z.id AS zaak_id, b.termijn_einde AS dag FROM brieven b
        JOIN zaken z ON z.id = b.zaak_id AND z.afgesloten IS NULL WHERE b.termijn_einde IS NOT NULL
        """
    }

    private var states: Query {
        """
        SELECT z.id AS zaak_id, t.verwacht_einde AS dag FROM toestanden t
        JOIN zaken z ON z.partij_id = t.partij_id AND z.afgesloten IS NULL WHERE t.opgeheven IS NULL
        """
    }

    private var instalments: Query {
        """
        SELECT z.id AS zaak_id, t.vervaldag AS dag FROM regelingen r JOIN termijnen t ON t.regeling_id = r.id
        JOIN zaken z ON z.id = r.zaak_id AND z.afgesloten IS NULL WHERE r.staat = 'lopend' AND t.voldaan < t.bedrag
        """
    }
}

/// A zaak that a night run signalled.
public struct Signaalregel: Hashable, Sendable {
    public let zaak: Identifier<Zaak>
    public let nummer: String
    public let naam: String
    public let bedrag: Money
    public let dag: Day
}

extension NachtStore {
    /// Brings the signals of one kind up to a day; says how many rows changed.
    @discardableResult
    func signal(_ kind: Nachtsignaal, on day: Day, recht: RechtTables) throws -> Int {
        let found = kind.query(on: day, recht: recht)
        let gone = try tx.run(
            "DELETE FROM nachtsignalen WHERE soort = \(kind) AND zaak_id NOT IN (SELECT q.zaak_id FROM (\(found)) q)")
        let came = try tx.run(
            """
            INSERT INTO nachtsignalen (soort, zaak_id, dag) SELECT \(kind), q.zaak_id, q.dag FROM (\(found)) q WHERE 1 = 1
            ON CONFLICT (soort, zaak_id) DO UPDATE SET dag = excluded.dag WHERE nachtsignalen.dag <> excluded.dag
            """)
        return gone + came
    }

    /// How many zaken each signal holds for.
    public func counts() throws -> [Nachtsignaal: Int] {
        try tx.rows("SELECT soort, count(*) AS aantal FROM nachtsignalen GROUP BY soort").reduce(into: [:]) {
            if let kind = Nachtsignaal(rawValue: try $1["soort"]) { $0[kind] = try $1["aantal"] }
        }
    }

    /// The zaken of one signal, those whose day comes first on top.
    public func zaken(_ kind: Nachtsignaal, limit: Int, offset: Int = 0) throws -> [Signaalregel] {
        try tx.rows(
            """
            SELECT s.zaak_id, z.nummer, p.naam, z.bedrag, s.dag FROM nachtsignalen s
            JOIN zaken z ON z.id = s.zaak_id JOIN partijen p ON p.id = z.partij_id
            WHERE s.soort = \(kind) ORDER BY s.dag, z.nummer LIMIT \(limit) OFFSET \(offset)
            """
        ).map {
            Signaalregel(
                zaak: try $0["zaak_id"], nummer: try $0["nummer"], naam: try $0["naam"], bedrag: try $0["bedrag"],
                dag: try $0["dag"])
        }
    }
}
