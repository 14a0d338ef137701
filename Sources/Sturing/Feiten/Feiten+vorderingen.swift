import Basics
import Database

extension Feiten {
    /// Invoiced rent and service costs that were written off; what was undone comes off.
    var afgeboekteHuur: Query {
        """
        SELECT v.zaak_id, v.id AS sleutel, -b.bedrag AS bedrag, 0 AS gewicht
        FROM mutaties m JOIN boekingen b ON b.mutatie_id = m.id AND b.rekening = 'hoofdsom'
        JOIN vorderingen v ON v.id = m.vordering_id
        WHERE \(bijzonder(["afboeking"])) AND v.soort IN ('huur', 'servicekosten') \(eigen)
        """
    }

    /// All that was written off: principal, costs and interest.
    var afgeboekt: Query {
        """
        SELECT v.zaak_id, v.id AS sleutel, b.bedrag, 0 AS gewicht
        FROM mutaties m JOIN boekingen b ON b.mutatie_id = m.id AND b.rekening = 'afgeboekt'
        JOIN vorderingen v ON v.id = m.vordering_id
        WHERE \(bijzonder(["afboeking"])) \(eigen)
        """
    }

    /// Collection costs and interest that were charged; counted by person.
    var kosten: Query {
        """
        SELECT v.zaak_id, z.partij_id AS sleutel, b.bedrag, 0 AS gewicht
        FROM mutaties m JOIN boekingen b ON b.mutatie_id = m.id AND b.rekening IN ('kosten', 'rente')
        JOIN vorderingen v ON v.id = m.vordering_id JOIN zaken z ON z.id = v.zaak_id
        WHERE \(bijzonder(["kosten", "rente"])) \(eigen)
        """
    }

    /// Entries of these kinds in the period, and those that undo one.
    private func bijzonder(_ kinds: [String]) -> Query {
        """
        m.soort <> 'inbreng' AND m.soort <> 'betaling' AND m.datum BETWEEN \(van) AND \(tot)
        AND (m.soort IN (\(list: kinds)) OR m.soort = 'omkering' AND EXISTS (
            SELECT 1 FROM mutaties o WHERE o.id = m.keert_om AND o.soort IN (\(list: kinds))))
        """
    }

    /// Payments of principal that stand, with their days after the due day; early counts as nought.
    var betaald: Query {
        """
        SELECT v.zaak_id, m.id AS sleutel, -b.bedrag AS bedrag,
            CASE WHEN m.datum > v.vervaldatum THEN -b.bedrag * \(days("m.datum", "v.vervaldatum")) ELSE 0 END AS gewicht
        FROM mutaties m JOIN boekingen b ON b.mutatie_id = m.id AND b.rekening = 'hoofdsom'
        JOIN vorderingen v ON v.id = m.vordering_id
        WHERE m.soort = 'betaling' AND m.datum BETWEEN \(van) AND \(tot) \(eigen)
            AND NOT EXISTS (SELECT 1 FROM mutaties o WHERE o.keert_om = m.id)
        """
    }

    /// What was overdue and open at the end of the period, claim by claim; of a closed zaak nothing is.
    func achterstand(_ more: Query) -> Query {
        guard !isNu else {
            return """
                SELECT v.zaak_id, v.id AS sleutel, v.open_hoofdsom AS bedrag, 0 AS gewicht
                FROM vorderingen v JOIN zaken z ON z.id = v.zaak_id
                WHERE \(due) < \(tot) AND \(open) AND v.open_hoofdsom > 0 AND z.afgesloten IS NULL \(eigen) \(more)
                """
        }
        return """
            SELECT v.zaak_id, v.id AS sleutel, sum(b.bedrag) AS bedrag, 0 AS gewicht
            FROM vorderingen v JOIN zaken z ON z.id = v.zaak_id
            JOIN mutaties m ON m.vordering_id = v.id AND m.datum <= \(tot)
            JOIN boekingen b ON b.mutatie_id = m.id AND b.rekening = 'hoofdsom'
            WHERE v.vervaldatum < \(tot) AND (z.afgesloten IS NULL OR z.afgesloten > \(tot)) \(eigen) \(more)
            GROUP BY v.id, v.zaak_id HAVING sum(b.bedrag) > 0
            """
    }

    /// The due day, not looked up by its index: nearly all open claims are overdue, and reading them in their own order is three times as fast.
    private var due: Query { "\(sqlite: "+v.vervaldatum", postgres: "v.vervaldatum")" }

    /// As the index of open claims knows it.
    private var open: Query { "v.open_hoofdsom + v.open_kosten + v.open_rente > 0" }

    /// The creditor told that this tenant had left by the end of the period.
    var vertrokken: Query {
        """
        EXISTS (SELECT 1 FROM debiteuren d
            WHERE d.partij_id = z.partij_id AND d.schuldeiser = v.schuldeiser AND d.vertrokken <= \(tot))
        """
    }

    /// Claims that were overdue on a day of the period: open as it began, as their due day ended, or as it ended.
    var inAchterstand: Query {
        guard isNu else { return wasInAchterstand(among: "vorderingen v") }
        return """
            SELECT v.zaak_id, z.partij_id AS sleutel, 0 AS bedrag, 0 AS gewicht
            FROM vorderingen v JOIN zaken z ON z.id = v.zaak_id
            WHERE \(due) < \(tot) AND \(open) AND v.open_hoofdsom > 0
                AND (z.afgesloten IS NULL OR z.afgesloten >= \(van)) \(eigen)
            UNION ALL \(wasInAchterstand(among: "(\(moved)) c JOIN vorderingen v ON v.id = c.vordering_id"))
            """
    }

    /// Claims to which something happened since the period began.
    private var moved: Query {
        """
        SELECT vordering_id FROM mutaties WHERE soort = 'betaling' AND datum >= \(van)
        UNION SELECT vordering_id FROM mutaties WHERE soort <> 'inbreng' AND soort <> 'betaling' AND datum >= \(van)
        """
    }

    private func wasInAchterstand(among claims: Query) -> Query {
        let since: Query = "(CASE WHEN v.vervaldatum < \(van) THEN \(van - 1) ELSE v.vervaldatum END)"
        return """
            SELECT v.zaak_id, z.partij_id AS sleutel, 0 AS bedrag, 0 AS gewicht
            FROM \(claims) JOIN zaken z ON z.id = v.zaak_id
            JOIN mutaties m ON m.vordering_id = v.id AND m.datum <= \(tot)
            JOIN boekingen b ON b.mutatie_id = m.id AND b.rekening = 'hoofdsom'
            WHERE v.vervaldatum < \(tot) AND (z.afgesloten IS NULL OR z.afgesloten >= \(van)) \(eigen)
            GROUP BY v.id, v.zaak_id, z.partij_id
            HAVING sum(CASE WHEN m.datum <= \(since) THEN b.bedrag ELSE 0 END) > 0 OR sum(b.bedrag) > 0
            """
    }

    /// Claims that fell due in the period, as far as the creditor delivered them.
    var vervallen: Query {
        """
        SELECT v.zaak_id, v.id AS sleutel, 0 AS bedrag, 0 AS gewicht FROM vorderingen v
        WHERE v.vervaldatum BETWEEN \(van) AND \(tot) \(eigen)
        """
    }

    /// Claims named in a reminder for the first time in the period (CORA A.2.1).
    var herinnerd: Query {
        """
        SELECT v.zaak_id, v.id AS sleutel, 0 AS bedrag, 0 AS gewicht
        FROM brieven b JOIN vorderingen v ON v.zaak_id = b.zaak_id AND \(names("b", "v"))
        WHERE b.sjabloon IN ('herinnering', 'aanmaning') AND b.opgemaakt BETWEEN \(van) AND \(tot) \(eigen)
            AND NOT EXISTS (SELECT 1 FROM brieven e WHERE e.zaak_id = b.zaak_id
                AND e.sjabloon IN ('herinnering', 'aanmaning') AND e.opgemaakt < \(van) AND \(names("e", "v")))
        GROUP BY v.zaak_id, v.id
        """
    }

    /// Whether a letter names a claim: its invoice number is a key of the letter's list.
    private func names(_ letter: Query, _ claim: Query) -> Query {
        """
        \(sqlite: "instr(\(letter).vorderingen, '\"' || \(claim).factuurnummer || '\"') > 0",
        postgres: "strpos(\(letter).vorderingen, '\"' || \(claim).factuurnummer || '\"') > 0")
        """
    }

    /// The days from one day to a later one.
    func days(_ later: Query, _ earlier: Query) -> Query {
        """
        \(sqlite: "CAST(julianday(\(later)) - julianday(\(earlier)) AS INTEGER)",
        postgres: "CAST(CAST(\(later) AS DATE) - CAST(\(earlier) AS DATE) AS BIGINT)")
        """
    }
}
