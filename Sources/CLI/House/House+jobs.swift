import Basics
import Bibliotheek
import Database
import Incasso
import Jobs
import Journal
import Klanten
import Web
import Zaken

extension House {
    /// The runner of everything that is planned; letters leave by `post`, signals by `signals`.
    func runner(
        _ post: JobHandler, signals: JobHandler, dossiers: JobHandler, stop: Stopsein = Stopsein(),
        report: @escaping @Sendable (JobReport) -> Void = { _ in }
    ) -> JobRunner {
        var handlers = inside
        handlers[Brief.sendingKind] = post
        handlers[Signaal.sendingKind] = signals
        handlers[Overdracht.packingKind] = dossiers
        handlers[Linkbetaling.askingKind] = Linkvraag(office: office, provider: payments?.provider).handler
        handlers[Nachtloop.kind] = night(stop)
        handlers.merge(mailHandlers) { $1 }
        handlers.merge(vectorHandlers) { $1 }
        handlers.merge(proposalHandlers) { $1 }
        handlers[Boekenmap.jobKind] = .outside { [settings, office, clock] _ in
            guard let folder = settings.libraryFolder else { return }
            try await Boekenmap(folder: folder).look(in: office, at: clock())
        }
        return JobRunner(database: database, handlers: handlers, clock: clock, report: report)
    }

    /// Work that is done in one transaction with the job itself.
    private var inside: [String: JobHandler] {
        [
            ZaakTimer.kind: .inside { [office] job, tx in
                try ZaakTimer(job.payload)?.fire(in: office.act(as: .system("proces"), in: tx))
            },
            Processignaal.kind: .inside { [office] job, tx in
                try Processignaal(job.payload)?.run(in: office.act(as: .system("proces"), in: tx))
            },
            Procesbericht.kind: .inside { [office] job, tx in
                try Procesbericht(job.payload)?.run(in: office.act(as: .system("proces"), in: tx))
            },
            Vordering.startKind: .inside { [office] job, tx in
                guard let zaak = job.payload["zaak"].identifier(of: Zaak.self) else { return }
                try Zaak.Start(zaak: zaak).run(in: office.act(as: .system("proces"), in: tx))
            },
            Termijnbewaking.kind: .inside { [office] job, tx in
                try Termijnbewaking(job.payload)?.look(in: office.act(as: .system("proces"), in: tx))
            },
            NieuweAchterstand.kind: .inside { [office] job, tx in
                try NieuweAchterstand(job.payload)?.look(in: office.act(as: .system("klok"), in: tx))
            },
            Opschorting.kind: .inside { [office] job, tx in
                try Opschorting(job.payload)?.look(in: office.act(as: .system("klok"), in: tx))
            },
            Toestandbewaking.kind: .inside { [office] job, tx in
                try Toestandbewaking(job.payload)?.look(in: office.act(as: .system("klok"), in: tx))
            },
            Boekenmap.clockKind: .inside { [settings, clock] _, tx in
                guard settings.libraryFolder != nil else { return }
                try Boekenmap.order(at: clock(), every: settings.libraryMinutes, tx)
            },
            Doorverwijzing.watchKind: .inside { [office] job, tx in
                try Doorverwijzing.Watch(job.payload)?.look(in: office.act(as: .system("klok"), in: tx))
            },
            Klacht.Watch.kind: .inside { [office] job, tx in
                try Klacht.Watch(job.payload)?.look(in: office.act(as: .system("klok"), in: tx))
            },
            Pauze.endingKind: .inside { [office] job, tx in
                guard let pauze = job.payload["pauze"].identifier(of: Pauze.self) else { return }
                try Pauze.Ending(pauze: pauze).run(in: office.act(as: .system("klok"), in: tx))
            },
        ]
    }

    /// Orders the first look at the watched folder, or takes back what another setting ordered.
    func watchLibraryFolder() async throws {
        let (isWatched, now, minutes) = (settings.libraryFolder != nil, clock(), settings.libraryMinutes)
        try await database.write { tx in
            if isWatched { try Boekenmap.order(at: now, every: minutes, tx) } else { try Boekenmap.cancel(tx) }
        }
    }
}
