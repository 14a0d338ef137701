import Basics
import Database
import Jobs
public import Recht
import Synchronization
public import Zaken

extension Sorteerder {
    /// The newest confirmed mails that the model learns from: what was long ago no longer counts.
    private static let most = 2_000

    /// The model as the confirmed mails make it; made anew only when there are others.
    func model(in tx: Transaction) throws -> Sorteermodel {
        let stand =
            try tx.first(
                "SELECT count(*) AS aantal, max(moment) AS laatste FROM postsoorten WHERE bevestigd IS NOT NULL"
            )
            .map { "\(try $0["aantal"] as Int) \(try $0["laatste"] as String? ?? "")" } ?? ""
        if let known = kept.model(stand) { return known }
        let model = Sorteermodel(try voorbeelden(in: tx))
        kept.keep(model, stand)
        return model
    }

    private func voorbeelden(in tx: Transaction) throws -> [Sorteermodel.Voorbeeld] {
        let rows = try tx.rows(
            """
            SELECT \(Poststuk.columns) FROM poststukken
            WHERE id IN (SELECT poststuk_id FROM postsoorten WHERE bevestigd IS NOT NULL)
            ORDER BY id DESC LIMIT \(Sorteerder.most)
            """)
        let confirmed = try bevestigd(in: tx)
        return try rows.reversed().map { row in
            let one = try Poststuk(row: row)
            return Sorteermodel.Voorbeeld(
                wortels: one.sortering.wortels, regels: one.sortering.regels.mapValues(\.count),
                soorten: confirmed[one.id] ?? [])
        }
    }

    private func bevestigd(in tx: Transaction) throws -> [Identifier<Poststuk>: Set<Mailsoort>] {
        let rows = try tx.rows("SELECT poststuk_id, soort FROM postsoorten WHERE bevestigd = 1")
        return try rows.reduce(into: [:]) { found, row in
            found[try row["poststuk_id"] as Identifier<Poststuk>, default: []].insert(try row["soort"])
        }
    }
}

/// The model that was made last, with what it was made of.
final class ModelKast: Sendable {
    private let held = Mutex<(stand: String, model: Sorteermodel)?>(nil)

    func model(_ stand: String) -> Sorteermodel? {
        held.withLock { $0?.stand == stand ? $0?.model : nil }
    }

    func keep(_ model: Sorteermodel, _ stand: String) { held.withLock { $0 = (stand, model) } }
}

/// Sorts what waits anew, after people confirmed something.
public struct Hersortering: Sendable {
    public static let kind = "post.sorteren"
    private static let most = 500

    public init() {}

    /// Orders it, once for all that was confirmed meanwhile.
    static func order(in act: Act) throws {
        try act.tx.jobs.order(kind: kind, due: act.now, key: kind)
    }

    public func run(in act: Act, _ sorteerder: Sorteerder, _ calendar: WorkCalendar) throws {
        let model = try sorteerder.model(in: act.tx)
        let waiting = try act.tx.rows(
            "SELECT \(Poststuk.columns) FROM poststukken WHERE staat = 'nieuw' ORDER BY ontvangen DESC LIMIT \(Hersortering.most)"
        ).map(Poststuk.init(row:))
        for one in waiting {
            let fresh = sorteerder.hersorteer(one.sortering, model)
            guard fresh != one.sortering else { continue }
            let day = fresh.uiterlijk(from: one.ontvangen.day, calendar)
            try act.tx.poststukken.resort(one, fresh, uiterlijk: day)
        }
    }
}
