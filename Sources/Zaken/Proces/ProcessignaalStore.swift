import Basics
import Database

/// Which zaken wait for which signals of others, each at a place that only rises.
struct ProcessignaalStore {
    let tx: Transaction

    /// A zaak that waits.
    struct Waiting {
        let place: Int64
        let zaak: Identifier<Zaak>
        let isSuspended: Bool
    }

    /// Keeps what a zaak waits for now; nothing is asked of the database where that is as it was.
    func note(_ names: Set<String>, after before: Set<String>?, of zaak: Identifier<Zaak>) throws {
        if before == nil { try forget(zaak) }
        for name in (before ?? []).subtracting(names).sorted() {
            try tx.run("DELETE FROM processignaalwachters WHERE zaak_id = \(zaak) AND naam = \(name)")
        }
        for name in names.subtracting(before ?? []).sorted() {
            try tx.run(
                """
                INSERT INTO processignaalwachters (zaak_id, naam) VALUES (\(zaak), \(name))
                ON CONFLICT (zaak_id, naam) DO NOTHING
                """)
        }
    }

    /// A closed zaak waits for nothing.
    func forget(_ zaak: Identifier<Zaak>) throws {
        try tx.run("DELETE FROM processignaalwachters WHERE zaak_id = \(zaak)")
    }

    /// The place of who began last to wait for a signal; `nil` when nobody but the thrower does.
    func last(_ name: String, besides thrower: Identifier<Zaak>?) throws -> Int64? {
        try tx.first(
            """
            SELECT plaats FROM processignaalwachters WHERE naam = \(name) \(besides(thrower, "zaak_id"))
            ORDER BY plaats DESC LIMIT 1
            """
        ).map { try $0["plaats"] }
    }

    private func besides(_ thrower: Identifier<Zaak>?, _ column: Query) -> Query {
        thrower.map { "AND \(column) <> \($0)" } ?? ""
    }

    func waiting(
        _ name: String, besides thrower: Identifier<Zaak>?, after place: Int64, upTo end: Int64, limit: Int
    ) throws -> [Waiting] {
        try tx.rows(
            """
            SELECT w.plaats, w.zaak_id, z.opgeschort FROM processignaalwachters w JOIN zaken z ON z.id = w.zaak_id
            WHERE w.naam = \(name) AND w.plaats > \(place) AND w.plaats <= \(end) \(besides(thrower, "w.zaak_id"))
            ORDER BY w.plaats LIMIT \(limit)
            """
        ).map { row in
            let since: Day? = try row["opgeschort"]
            return Waiting(place: try row["plaats"], zaak: try row["zaak_id"], isSuspended: since != nil)
        }
    }
}

extension Transaction {
    var processignalen: ProcessignaalStore { ProcessignaalStore(tx: self) }
}
