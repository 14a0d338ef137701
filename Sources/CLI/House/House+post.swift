import Basics
import Database
import Jobs
import Journal
import Postvak
import Recht
import Zaken

extension House {
    /// The handlers of what is planned for mail.
    var mailHandlers: [String: JobHandler] {
        [
            Hersortering.kind: .inside { [office, recht, kantoor] _, tx in
                try Hersortering().run(
                    in: office.act(as: .system("post"), in: tx), kantoor.sorteerder, recht.calendar)
            },
            Postmap.jobKind: .outside { [settings, clock, kantoor] _ in
                guard let folder = settings.mailFolder else { return }
                try await Postmap(folder: folder).look(with: kantoor, at: clock())
            },
            Postmap.clockKind: .inside { [settings, clock] _, tx in
                guard settings.mailFolder != nil else { return }
                try Postmap.order(at: clock(), every: settings.mailMinutes, tx)
            },
        ]
    }

    /// Orders the first look at the folder of mail, or takes back what another setting ordered.
    func watchMailFolder() async throws {
        let (isWatched, now, minutes) = (settings.mailFolder != nil, clock(), settings.mailMinutes)
        try await database.write { tx in
            if isWatched { try Postmap.order(at: now, every: minutes, tx) } else { try Postmap.cancel(tx) }
        }
    }
}
