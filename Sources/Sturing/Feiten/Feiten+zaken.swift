import Basics
import Database
import Recht

extension Feiten {
    /// Arrangements agreed in the period; counted by person.
    var nieuweRegelingen: Query {
        """
        SELECT r.zaak_id, z.partij_id AS sleutel, r.bedrag, 0 AS gewicht
        FROM regelingen r JOIN zaken z ON z.id = r.zaak_id
        WHERE r.overeengekomen BETWEEN \(van) AND \(tot) \(eigen("r.zaak_id"))
        """
    }

    /// Arrangements in force at the end of the period.
    var lopendeRegelingen: Query {
        "SELECT r.zaak_id, r.id AS sleutel, r.bedrag, 0 AS gewicht FROM regelingen r WHERE \(loopt) \(eigen("r.zaak_id"))"
    }

    private var loopt: Query {
        """
        r.overeengekomen <= \(tot)
        AND (r.staat = 'lopend' AND r.beeindigd IS NULL OR r.staat <> 'lopend' AND r.beeindigd > \(tot))
        """
    }

    /// Arrangements in force of which no instalment is open longer than the working days of grace.
    var regelingenBij: Query {
        let oldest = kalender.workday(before: tot, days: speling)
        return """
            \(lopendeRegelingen) AND NOT EXISTS (
                SELECT 1 FROM termijnen t WHERE t.regeling_id = r.id AND t.vervaldag < \(oldest)
                    AND (t.voldaan < t.bedrag OR t.voldaan_op > \(tot)))
            """
    }

    /// Instalments whose last day was in the period and of which can be said whether they were paid on time.
    var termijnen: Query {
        let bounds = (0...(tot - van)).map { offset in
            let day = van + offset
            return "(\(day), \(kalender.adding(workdays: speling, to: day)))" as Query
        }
        return """
            SELECT r.zaak_id, t.regeling_id || '/' || t.nummer AS sleutel, t.bedrag, 0 AS gewicht, t.voldaan_op, g.uiterlijk
            FROM (WITH grenzen (dag, uiterlijk) AS (VALUES \(bounds.joined(separator: ", "))) SELECT * FROM grenzen) g
            JOIN termijnen t ON t.vervaldag = g.dag JOIN regelingen r ON r.id = t.regeling_id
            WHERE (t.voldaan_op IS NOT NULL OR t.voldaan < t.bedrag AND g.uiterlijk <= \(tot))
                AND (r.staat <> 'vervallen' OR r.beeindigd >= t.vervaldag) \(eigen("r.zaak_id"))
            """
    }

    /// Files at the bailiff: from the status that says so to the next status, or the end of the zaak.
    func dossiers(sleutel: Query, lopend: Bool) -> Query {
        let end: Query = lopend ? "\(tot)" : .day(of: "d.einde")
        let within: Query =
            lopend
            ? "d.begin < \(na) AND (d.einde IS NULL OR d.einde >= \(na))"
            : "d.einde >= \(Moment(periode.jaarTerug.van)) AND d.einde < \(na)"
        return """
            SELECT d.zaak_id, \(sleutel) AS sleutel, 0 AS bedrag, \(days(end, .day(of: "d.begin"))) AS gewicht
            FROM (
                SELECT j.subject_id AS zaak_id, j.id AS sleutel, j.moment AS begin, (
                    SELECT min(n.moment) FROM journal n
                    WHERE n.subject_kind = 'zaak' AND n.subject_id = j.subject_id AND n.number > j.number
                        AND n.kind IN ('status_gezet', 'zaak_gesloten')) AS einde
                FROM journal j WHERE j.kind = 'status_gezet' AND \(bijDeurwaarder)) d
            JOIN zaken z ON z.id = d.zaak_id WHERE \(within) \(eigen("d.zaak_id"))
            """
    }

    private var bijDeurwaarder: Query { "j.content LIKE '%\"status\":\"deurwaarder\"%'" }

    /// Evictions that took place, from 1 January up to the end of the period.
    var ontruimd: Query {
        """
        SELECT t.zaak_id, t.id AS sleutel, 0 AS bedrag, 0 AS gewicht FROM taken t
        WHERE t.stap = 'B.2.5' AND t.staat = 'afgerond' AND t.afgerond_op >= \(Moment(periode.ditJaar.van))
            AND t.afgerond_op < \(na) AND \(ontruimingUitgevoerd) \(eigen("t.zaak_id"))
        """
    }

    private var ontruimingUitgevoerd: Query { "t.uitkomst LIKE '%\"uitkomst\":\"ontruimd\"%'" }

    /// Direct debits that the bank took back in the period.
    var gestorneerd: Query {
        """
        SELECT s.zaak_id, s.id AS sleutel, s.bedrag, 0 AS gewicht FROM stornos s
        WHERE s.datum BETWEEN \(van) AND \(tot) \(eigen("s.zaak_id"))
        """
    }
}
