public import Basics
import Database
import Incasso
public import Recht
public import Zaken

/// Keeps what was counted of periods that are over, so that a trend need not count them anew each time it is looked at.
///
/// The period last closed is counted each night again, as entries may come in late; one before it only when it is not known.
public struct Periodeboek: Sendable {
    public let office: Office
    public let recht: RechtTables

    public init(office: Office, recht: RechtTables) {
        self.office = office
        self.recht = recht
    }

    /// Brings the book up to a day; says how many figures changed.
    @discardableResult
    public func run(on today: Day) async throws -> Int {
        let creditors = try await office.read { try $0.schuldeisers.all().map(\.code) }
        var changed = 0
        for soort in [Periode.Soort.maand, .kwartaal, .jaar] {
            let closed = Periode(soort, around: today).vorige.reeks(6)
            for who in [nil] + creditors {
                for periode in closed where !Task.isCancelled {
                    changed += try await keep(periode, who, on: today, anew: periode == closed.last)
                }
            }
        }
        return changed
    }

    private func keep(_ periode: Periode, _ who: String?, on today: Day, anew: Bool) async throws -> Int {
        let counted: [Onderdeel: Telling]? = try await office.read { [recht] tx in
            if !anew, try tx.periodestanden.find(periode, who) != nil { return nil }
            return try tx.sturing(recht, on: today).tellingen(periode, schuldeiser: who).delen
        }
        guard let counted else { return 0 }
        let now = office.clock()
        return try await office.database.write { try $0.periodestanden.put(counted, periode, who, at: now) }
    }
}

/// What was counted of periods that are over, inside one transaction.
struct PeriodeStore {
    let tx: Transaction

    /// All parts of a period; nothing when it was not counted.
    func find(_ periode: Periode, _ schuldeiser: String?) throws -> [Onderdeel: Telling]? {
        let rows = try tx.rows(
            """
            SELECT onderdeel, aantal, zaken, bedrag, gewicht FROM periodestanden
            WHERE periode = \(periode.description) AND schuldeiser = \(schuldeiser ?? "")
            """)
        guard !rows.isEmpty else { return nil }
        return try rows.reduce(into: [:]) { all, row in
            guard let deel = Onderdeel(rawValue: try row["onderdeel"]) else { return }
            all[deel] = Telling(
                aantal: try row["aantal"], zaken: try row["zaken"], bedrag: try row["bedrag"],
                gewicht: try row["gewicht"])
        }
    }

    /// When a period was first counted, and when any of it last changed; nothing when it was not counted.
    func counted(_ periode: Periode, _ schuldeiser: String?) throws -> Tellingen.Geteld? {
        try tx.first(
            """
            SELECT min(eerst) AS eerst, max(geteld) AS geteld FROM periodestanden
            WHERE periode = \(periode.description) AND schuldeiser = \(schuldeiser ?? "")
            """
        ).flatMap { row in
            guard let first: Moment = try row["eerst"], let last: Moment = try row["geteld"] else { return nil }
            return Tellingen.Geteld(eerst: first, laatst: last, eerder: try earlier(periode, schuldeiser))
        }
    }

    /// What parts of a period were counted to be before they changed, the newest first.
    private func earlier(_ periode: Periode, _ schuldeiser: String?) throws -> [Tellingen.Eerder] {
        try tx.rows(
            """
            SELECT onderdeel, tot, aantal, zaken, bedrag, gewicht FROM periodestanden_eerder
            WHERE periode = \(periode.description) AND schuldeiser = \(schuldeiser ?? "") ORDER BY tot DESC, onderdeel LIMIT 200
            """
        ).compactMap { row in
            guard let deel = Onderdeel(rawValue: try row["onderdeel"]) else { return nil }
            let telling = Telling(
                aantal: try row["aantal"], zaken: try row["zaken"], bedrag: try row["bedrag"],
                gewicht: try row["gewicht"])
            return Tellingen.Eerder(onderdeel: deel, telling: telling, tot: try row["tot"])
        }
    }

    /// Keeps what stands there and is about to be another.
    private func keepOld(_ deel: Onderdeel, _ new: Telling, _ periode: Periode, _ schuldeiser: String?, at now: Moment)
        throws
    {
        try tx.run(
            """
            INSERT INTO periodestanden_eerder (periode, schuldeiser, onderdeel, tot, aantal, zaken, bedrag, gewicht, geteld)
            SELECT periode, schuldeiser, onderdeel, \(now), aantal, zaken, bedrag, gewicht, geteld FROM periodestanden
            WHERE periode = \(periode.description) AND schuldeiser = \(schuldeiser ?? "") AND onderdeel = \(deel.rawValue)
                AND (aantal <> \(new.aantal) OR zaken <> \(new.zaken) OR bedrag <> \(new.bedrag) OR gewicht <> \(new.gewicht))
            ON CONFLICT (periode, schuldeiser, onderdeel, tot) DO NOTHING
            """)
    }

    /// Writes what differs and keeps what it was; says how many rows that was.
    func put(_ delen: [Onderdeel: Telling], _ periode: Periode, _ schuldeiser: String?, at now: Moment) throws -> Int {
        try delen.sorted { $0.key.rawValue < $1.key.rawValue }.reduce(0) { changed, one in
            let (deel, telling) = one
            try keepOld(deel, telling, periode, schuldeiser, at: now)
            return try changed
                + tx.run(
                    """
                    INSERT INTO periodestanden (periode, schuldeiser, onderdeel, aantal, zaken, bedrag, gewicht, eerst, geteld)
                    VALUES (\(periode.description), \(schuldeiser ?? ""), \(deel.rawValue), \(telling.aantal), \(telling.zaken),
                        \(telling.bedrag), \(telling.gewicht), \(now), \(now))
                    ON CONFLICT (periode, schuldeiser, onderdeel) DO UPDATE SET aantal = excluded.aantal,
                        zaken = excluded.zaken, bedrag = excluded.bedrag, gewicht = excluded.gewicht,
                        eerst = coalesce(periodestanden.eerst, excluded.eerst), geteld = excluded.geteld
                    WHERE periodestanden.geteld IS NULL OR periodestanden.aantal <> excluded.aantal OR periodestanden.zaken <> excluded.zaken
                        OR periodestanden.bedrag <> excluded.bedrag OR periodestanden.gewicht <> excluded.gewicht
                    """)
        }
    }
}

extension Transaction {
    var periodestanden: PeriodeStore { PeriodeStore(tx: self) }
}
