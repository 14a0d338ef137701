import Basics
import Database
import Incasso
import Jobs
import Journal
import Postvak
import Recht
import Zaken

extension House {
    /// The handlers of what is planned for mail.
    var mailHandlers: [String: JobHandler] {
        [
            Hersortering.kind: .inside { [office, boek, kantoor] _, tx in
                try Hersortering().run(
                    in: office.act(as: .system("post"), in: tx), kantoor.sorteerder, boek.tables.calendar)
            },
            Postmap.jobKind: .outside { [settings, clock, kantoor] _ in
                guard let folder = settings.mailFolder else { return }
                try await Postmap(folder: folder).look(with: kantoor, at: clock())
            },
            Postmap.clockKind: .inside { [settings, clock] _, tx in
                guard settings.mailFolder != nil else { return }
                try Postmap.order(at: clock(), every: settings.mailMinutes, tx)
            },
            Postbus.jobKind: .outside { [settings, kantoor] _ in
                try await settings.imap?.postbus.look(with: kantoor)
            },
            Postbus.clockKind: .inside { [settings, clock] _, tx in
                guard settings.imap != nil else { return }
                try Postbus.order(at: clock(), every: settings.mailMinutes, tx)
            },
        ]
    }

    /// Orders the first look at the folder and the mailbox, or takes back what another setting ordered.
    func watchMailFolder() async throws {
        let (now, minutes) = (clock(), settings.mailMinutes)
        let (hasFolder, hasMailbox) = (settings.mailFolder != nil, settings.imap != nil)
        try await database.write { tx in
            if hasFolder { try Postmap.order(at: now, every: minutes, tx) } else { try Postmap.cancel(tx) }
            if hasMailbox { try Postbus.order(at: now, every: minutes, tx) } else { try Postbus.cancel(tx) }
        }
    }

    /// Has a look ordered as soon as the mail server tells of mail; nothing without a mailbox.
    func postwacht(_ report: @escaping @Sendable (Postwacht.Report) -> Void) -> Postwacht? {
        guard let imap = settings.imap else { return nil }
        let (database, clock) = (database, clock)
        return Postwacht(
            call: imap.listen, look: { try await database.write { try Postbus.order(at: clock(), $0) } }, report: report
        )
    }
}
