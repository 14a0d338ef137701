import ArgumentParser
import Basics
import Database
import Hummingbird
import Incasso
import Jobs
import Logging
import ServiceLifecycle
import UnixSignals
import Web
import Zaken

/// Serves the screens and does what is planned, until it is told to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the screens and do what is planned.")

    @OptionGroup var house: HouseOptions
    @Option(help: "The address to listen on. Default 127.0.0.1.") var host: String?
    @Option(help: "The port to listen on; 0 takes a free one. Default 8080.") var port: Int?

    func run() async throws {
        let settings = try await Settings.read(house, host: host, port: port)
        let house = try await House.open(settings, clock: House.realTime)
        try await house.planNight()
        try await house.watchLibraryFolder()
        try await house.watchMailFolder()
        try await house.watchMeanings()
        try await house.serve(clock: WebClock(now: House.realTime), demo: [])
    }
}

extension House {
    /// Serves until a signal stops it; what was begun is finished, then the database is closed.
    func serve(clock: WebClock, demo accounts: [Gebruiker]) async throws {
        let slot = try await inUse()
        defer { withExtendedLifetime(slot) {} }
        let logger = Logger(label: "ontknoop")
        let signals = Signaalpost(office: office, boek: boek, kluis: kluis)
        let dossiers = Dossierpost(office: office)
        let stop = Stopsein()
        let runner = runner(
            try Postkamer(self).handler, signals: signals.handler, dossiers: dossiers.handler, stop: stop
        ) { report in
            logger.note(report)
        }
        let web = try await buildApplication(
            settings: webSettings(accounts), office: office, content: settings.content, clock: clock, boek: boek,
            kantoor: kantoor)
        let waiting = postwacht { logger.note($0) }.map { [MailListening(postwacht: $0)] } ?? []
        let group = ServiceGroup(
            services: [
                web, RunnerService(runner: runner, stop: stop), KeepingUp(office: office, logger: logger),
                RechtKeepingUp(boek: boek, office: office, logger: logger),
            ] + waiting,
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        try await group.run()
        await close()
    }

    /// Keeps a restore from taking the file away while it is served.
    private func inUse() async throws -> Gebruiksslot? {
        guard try await database.read({ try $0.isFreeToServe() }) else {
            throw ValidationError("The database cannot be used: a restore has it in hand.")
        }
        guard case .sqlite(let path) = settings.database else { return nil }
        guard let slot = Gebruiksslot(of: path, alone: false) else {
            throw ValidationError("\(path) cannot be used: a restore has it in hand, or the folder cannot be written.")
        }
        return slot
    }

    private func webSettings(_ accounts: [Gebruiker]) -> WebSettings {
        WebSettings(
            host: settings.host, port: settings.port, isSecure: settings.isSecure, development: settings.development,
            metricsToken: settings.metricsToken, behindProxy: settings.behindProxy, organisation: settings.organisation,
            demoAccounts: accounts, payments: payments, taalmodel: settings.taalmodel,
            embedding: settings.embedding, scanner: settings.scanner, kluis: kluis)
    }
}

/// The runner of planned work as a part of the program that stops with it.
private struct RunnerService: Service {
    let runner: JobRunner
    let stop: Stopsein

    func run() async throws {
        await withGracefulShutdownHandler {
            await runner.run()
        } onGracefulShutdown: {
            stop.give()
            Task { await runner.stop() }
        }
    }
}

/// Takes up processes and decisions as other nodes publish them.
private struct KeepingUp: Service {
    let office: Office
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await office.keepUp { outcome in
                switch outcome {
                case .success(let faults): logger.note(faults)
                case .failure(let error):
                    logger.error("a publication is not taken up", metadata: ["error": .string("\(error)")])
                }
            }
        }
    }
}

/// Takes up rows of the legal tables as they come in force on another node.
private struct RechtKeepingUp: Service {
    let boek: Rechtsboek
    let office: Office
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await boek.keepUp(office.database) { error in
                logger.error("a legal table is not taken up", metadata: ["error": .string("\(type(of: error))")])
            }
        }
    }
}

extension Logger {
    /// What the runner has to say; never what the work was about.
    fileprivate func note(_ report: JobReport) {
        switch report {
        case .done(let job): debug("done", metadata: ["kind": .string(job.kind)])
        case .failed(let job, let error):
            warning("failed", metadata: ["kind": .string(job.kind), "error": .string("\(type(of: error))")])
        case .stuck(let error): self.error("the runner is stuck", metadata: ["error": .string("\(type(of: error))")])
        }
    }
}
