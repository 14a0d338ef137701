import Basics
import Database
import Foundation
import Synchronization
import Zaken

/// The clock of a demo: the real one, moved on by an offset that is kept with the data.
final class DemoClock: Sendable {
    private static let key = "demo.klok"
    private let offset = Mutex<Int64>(0)
    private let fixed = Mutex<Moment?>(nil)

    var now: Moment {
        if let moment = fixed.withLock({ $0 }) { return moment }
        return Moment(milliseconds: DemoClock.real.milliseconds + offset.withLock { $0 })
    }

    static var real: Moment { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }

    /// Stands still at a moment, while a history is made.
    func hold(at moment: Moment) { fixed.withLock { $0 = moment } }

    /// Runs on with the real time and the offset.
    func release() { fixed.withLock { $0 = nil } }

    func move(by seconds: Int64, in database: Database) async throws {
        let total = offset.withLock { current in
            current += seconds * 1_000
            return current
        }
        try await database.write { tx in try tx.instellingen.put(String(total), for: DemoClock.key) }
    }

    /// Takes up the offset that was kept.
    func load(from database: Database) async throws {
        let kept = try await database.read { tx in try tx.instellingen[DemoClock.key] }
        offset.withLock { $0 = kept.flatMap { Int64($0) } ?? 0 }
    }
}
