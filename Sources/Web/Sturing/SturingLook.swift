import Basics
import Database
import Incasso
import Recht
import Sturing

/// The figures of a period and of those before it, read in one transaction.
struct SturingLook: Sendable {
    let asked: SturingAsked
    let now: Moment
    var today: Day { now.day }
    let creditors: [Schuldeiser]
    /// The oldest first; the last is the one asked for.
    let reeks: [(periode: Periode, tellingen: Tellingen)]

    /// How many periods a trend shows.
    static let length = 6

    init(_ asked: SturingAsked, now: Moment, creditors: [Schuldeiser], reeks: [(Periode, Tellingen)]) {
        self.asked = asked
        self.now = now
        self.creditors = creditors
        self.reeks = reeks.map { (periode: $0.0, tellingen: $0.1) }
    }

    init(_ asked: SturingAsked, now: Moment, recht: RechtTables, in tx: Transaction, length: Int = SturingLook.length)
        throws
    {
        let today = now.day
        let creditors = try tx.schuldeisers.all()
        let who = creditors.contains { $0.code == asked.schuldeiser } ? asked.schuldeiser : nil
        let store = tx.sturing(recht, on: today)
        self.init(
            SturingAsked(periode: asked.periode, schuldeiser: who), now: now, creditors: creditors,
            reeks: try asked.periode.reeks(length).map {
                ($0, try store.tellingen($0.until(today), schuldeiser: who, kept: $0 != asked.periode))
            })
    }

    /// Whether the period asked for is still running.
    var isRunning: Bool { asked.periode.tot > today }

    func cijfer(_ kpi: Kpi) -> Cijfer? { reeks.last.map { kpi.cijfer($0.tellingen) } }
}
