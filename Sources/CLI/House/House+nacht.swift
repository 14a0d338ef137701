import Basics
import Database
import Incasso
import Jobs
import Logging
import Sturing
import Synchronization

/// Says that the program is about to stop, to work that takes long and can go on later.
final class Stopsein: Sendable {
    private let given = Mutex(false)

    var isGiven: Bool { given.withLock { $0 } }
    func give() { given.withLock { $0 = true } }
}

/// The night run stopped because the program does; its job comes back.
struct NightStopped: Error {}

extension House {
    /// The hour at which the night run begins.
    private static let nightHour = 2

    /// The job of the night run: the whole run, then the next night.
    func night(_ stop: Stopsein) -> JobHandler {
        .outside { [self] _ in
            let report = try await Nachtloop(office: office, recht: recht).run(on: clock().day) { _ in !stop.isGiven }
            Logger(label: "ontknoop").note(report.mislukt)
            guard report.isKlaar else { throw NightStopped() }
            try await Periodeboek(office: office, recht: recht).run(on: clock().day)
            try await planNight(again: .moves)
        }
    }

    /// Plans the run of the coming night, unless it is planned.
    func planNight(again: JobStore.Again = .stays) async throws {
        let now = clock()
        let tonight = Moment(now.day, hour: House.nightHour)
        let due = tonight > now ? tonight : Moment(now.day + 1, hour: House.nightHour)
        try await database.write {
            try $0.jobs.order(kind: Nachtloop.kind, due: due, key: Nachtloop.kind, again: again)
        }
    }
}
