public import Basics
public import Database
import Incasso
public import Recht
public import Zaken

/// The figures to steer by, counted in the records inside one transaction.
public struct SturingStore {
    let tx: Transaction
    let kalender: WorkCalendar
    let vandaag: Day

    /// All that the figures of a period are made from; of a period that is over, also as it was counted at night.
    public func tellingen(_ periode: Periode, schuldeiser: String? = nil, kept: Bool = false) throws -> Tellingen {
        var alle = Tellingen(
            kern: try tx.kerncijfers.values(on: periode.tot, schuldeiser: schuldeiser),
            kentVertrokkenen: try kentVertrokkenen(schuldeiser))
        alle.geteld = try tx.periodestanden.counted(periode, schuldeiser)
        if kept, periode.tot < vandaag, let known = try tx.periodestanden.find(periode, schuldeiser),
            !alle.kentVertrokkenen || known[.achterstandZittend] != nil
        {
            alle.delen = known
            return alle
        }
        let feiten = feiten(periode, schuldeiser)
        for deel in Onderdeel.allCases where alle.kentVertrokkenen || !deel.needsLeavers {
            alle.delen[deel] = try telling(feiten.query(deel))
        }
        return alle
    }

    private func feiten(_ periode: Periode, _ schuldeiser: String?) -> Feiten {
        Feiten(periode: periode, schuldeiser: schuldeiser, kalender: kalender, vandaag: vandaag)
    }

    private func telling(_ facts: Query) throws -> Telling {
        let row = try tx.first(
            """
            SELECT count(DISTINCT sleutel) AS aantal, count(DISTINCT zaak_id) AS zaken,
                CAST(coalesce(sum(bedrag), 0) AS BIGINT) AS bedrag, CAST(coalesce(sum(gewicht), 0) AS BIGINT) AS gewicht
            FROM (\(facts)) f
            """)
        guard let row else { return Telling() }
        return Telling(
            aantal: try row["aantal"], zaken: try row["zaken"], bedrag: try row["bedrag"], gewicht: try row["gewicht"])
    }

    private func kentVertrokkenen(_ schuldeiser: String?) throws -> Bool {
        let only: Query = schuldeiser.map { "AND schuldeiser = \($0)" } ?? ""
        return try tx.first("SELECT 1 AS een FROM debiteuren WHERE vertrokken IS NOT NULL \(only) LIMIT 1") != nil
    }

    /// The zaken behind a part of a figure, those with the most first.
    public func zaken(
        achter deel: Onderdeel, _ periode: Periode, schuldeiser: String? = nil, limit: Int = 100, offset: Int = 0
    ) throws -> [Zaakregel] {
        guard try !deel.needsLeavers || kentVertrokkenen(schuldeiser) else { return [] }
        let facts = feiten(periode, schuldeiser).query(deel)
        return try tx.rows(
            """
            SELECT f.zaak_id, z.nummer, z.status, p.naam, count(DISTINCT f.sleutel) AS aantal,
                CAST(coalesce(sum(f.bedrag), 0) AS BIGINT) AS bedrag, CAST(coalesce(sum(f.gewicht), 0) AS BIGINT) AS gewicht
            FROM (\(facts)) f JOIN zaken z ON z.id = f.zaak_id JOIN partijen p ON p.id = z.partij_id
            GROUP BY f.zaak_id, z.nummer, z.status, p.naam
            ORDER BY bedrag DESC, gewicht DESC, aantal DESC, z.nummer LIMIT \(limit) OFFSET \(offset)
            """
        ).map(Zaakregel.init(row:))
    }
}

/// A zaak behind a figure, with its share in it.
public struct Zaakregel: Sendable, Hashable {
    public let zaak: Identifier<Zaak>
    public let nummer: String
    public let status: String
    public let naam: String
    public let telling: Telling

    init(row: Row) throws {
        zaak = try row["zaak_id"]
        nummer = try row["nummer"]
        status = try row["status"]
        naam = try row["naam"]
        telling = Telling(
            aantal: try row["aantal"], zaken: 1, bedrag: try row["bedrag"], gewicht: try row["gewicht"])
    }
}

extension Transaction {
    /// The figures, with the calendar that working days are counted by.
    public func sturing(_ recht: RechtTables, on today: Day) -> SturingStore {
        SturingStore(tx: self, kalender: recht.calendar, vandaag: today)
    }
}

extension WorkCalendar {
    /// The day that lies this many working days back.
    func workday(before day: Day, days: Int) -> Day {
        var (result, left) = (day, days)
        while left > 0 {
            result = result - 1
            if isWorkday(result) { left -= 1 }
        }
        return result
    }
}
