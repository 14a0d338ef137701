public import Basics
public import Database
public import Exchange
public import Incasso
public import Jobs
import Journal
import Klanten
import Synchronization
public import Zaken

/// The whole house for a test: the shipped processes, forms, letters and law on a fresh database, and a clock that stands
/// still until it is moved.
public struct TestHouse: Sendable {
    public let database: Database
    public let office: Office
    public let clock: HeldClock
    /// What the handlers of jobs reported as failed, in order.
    public let mishaps = Mishaps()
    /// Who is asked what became of a payment by link; nobody, unless a test names one.
    public var provider: (any PaymentProvider)?

    /// Opens the house on a database that has its migrations; the creditor is known.
    public init(_ database: Database, at now: Moment = Moment(Zonnedorp.begin, hour: 9)) async throws {
        try await self.init(database, at: now, changing: { _ in })
    }

    /// The same, with another way of working, such as a service that fails.
    public init(
        _ database: Database, at now: Moment = Moment(Zonnedorp.begin, hour: 9),
        changing change: (inout Playbook) throws -> Void
    ) async throws {
        let content = try ShippedContent.shared.get()
        let clock = HeldClock(now)
        let (processes, decisions) = try await content.deploy(to: database, at: now)
        var playbook = content.playbook(processes, decisions)
        try change(&playbook)
        self.database = database
        self.clock = clock
        office = Office(database: database, playbook: playbook) { clock.now }
        try await database.write { tx in
            try tx.schuldeisers.put(.zonnedorp)
            try tx.gemeenten.put(.zonnedorp)
        }
    }

    /// Does something as the system does it.
    @discardableResult
    public func act<Answer: Sendable>(_ body: @escaping @Sendable (Act) throws -> Answer) async throws -> Answer {
        try await office.act(as: .system("test"), body)
    }

    public func read<Answer: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Answer) async throws
        -> Answer
    {
        try await database.read(body)
    }
}

extension TestHouse {
    /// The runner of a node of this house; a letter counts as sent when its turn comes.
    public func runner(without closed: String? = nil) -> JobRunner {
        var handlers: [String: JobHandler] = [:]
        handlers[ZaakTimer.kind] = .inside { [office] job, tx in
            try ZaakTimer(job.payload)?.fire(in: office.act(as: .system("proces"), in: tx))
        }
        handlers[Processignaal.kind] = .inside { [office] job, tx in
            try Processignaal(job.payload)?.run(in: office.act(as: .system("proces"), in: tx))
        }
        handlers[Procesbericht.kind] = .inside { [office] job, tx in
            try Procesbericht(job.payload)?.run(in: office.act(as: .system("proces"), in: tx))
        }
        handlers[Vordering.startKind] = .inside { [office] job, tx in
            guard let zaak = job.payload["zaak"].identifier(of: Zaak.self) else { return }
            try Zaak.Start(zaak: zaak).run(in: office.act(as: .system("proces"), in: tx))
        }
        handlers[Termijnbewaking.kind] = .inside { [office] job, tx in
            try Termijnbewaking(job.payload)?.look(in: office.act(as: .system("proces"), in: tx))
        }
        handlers[NieuweAchterstand.kind] = .inside { [office] job, tx in
            try NieuweAchterstand(job.payload)?.look(in: office.act(as: .system("klok"), in: tx))
        }
        handlers[Opschorting.kind] = .inside { [office] job, tx in
            try Opschorting(job.payload)?.look(in: office.act(as: .system("klok"), in: tx))
        }
        handlers[Toestandbewaking.kind] = .inside { [office] job, tx in
            try Toestandbewaking(job.payload)?.look(in: office.act(as: .system("klok"), in: tx))
        }
        handlers[Doorverwijzing.watchKind] = .inside { [office] job, tx in
            try Doorverwijzing.Watch(job.payload)?.look(in: office.act(as: .system("klok"), in: tx))
        }
        handlers[Klacht.Watch.kind] = .inside { [office] job, tx in
            try Klacht.Watch(job.payload)?.look(in: office.act(as: .system("klok"), in: tx))
        }
        handlers[Pauze.endingKind] = .inside { [office] job, tx in
            guard let pauze = job.payload["pauze"].identifier(of: Pauze.self) else { return }
            try Pauze.Ending(pauze: pauze).run(in: office.act(as: .system("klok"), in: tx))
        }
        handlers[Brief.sendingKind] = .inside { [office] job, tx in
            guard let brief = job.payload["brief"].identifier(of: Brief.self) else { return }
            let act = office.act(as: .system("postkamer"), in: tx)
            guard try tx.brieven.find(brief)?.mayLeave(in: act) == true else { return }
            try tx.brieven.sent(brief, proof: "test", at: office.clock())
        }
        handlers[Signaal.sendingKind] = .inside { _, _ in }
        handlers[Overdracht.packingKind] = .inside { _, _ in }
        handlers[Linkbetaling.askingKind] =
            provider.map { Linkvraag(office: office, provider: $0).handler } ?? .inside { _, _ in }
        if let closed { handlers[closed] = .inside { _, _ in throw Closed() } }
        return JobRunner(database: database, handlers: handlers, clock: office.clock) { [mishaps] report in
            if case .failed(let job, let error) = report { mishaps.add("\(job.kind): \(error)") }
        }
    }

    /// Moves the clock to this moment; all that falls due on the way is done at its own moment.
    public func move(to moment: Moment) async throws {
        let runner = runner()
        while let next = try await read({ try $0.jobs.nextDue() }), next <= moment {
            clock.move(to: max(next, clock.now))
            try await runner.runDue(now: clock.now)
        }
        clock.move(to: moment)
    }

    public func move(days: Int) async throws { try await move(to: clock.now.adding(days: Int64(days))) }

    /// Does what is due a minute from now, such as starting the processes of new zaken.
    public func settle() async throws { try await move(to: clock.now.adding(minutes: 1)) }
}

/// The room where this work is done is closed.
struct Closed: Error {}

/// A clock that stands still until it is moved.
public final class HeldClock: Sendable {
    private let moment: Mutex<Moment>

    init(_ moment: Moment) { self.moment = Mutex(moment) }

    public var now: Moment { moment.withLock { $0 } }
    public var today: Day { now.day }
    public func move(to next: Moment) { moment.withLock { $0 = next } }
}

/// What went wrong in the jobs.
public final class Mishaps: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) { lines.withLock { $0.append(line) } }
    public var all: [String] { lines.withLock { $0 } }
}

extension Gemeente {
    /// Where the people of the tests live; it takes early warnings by itself.
    public static let zonnedorp = Gemeente(
        code: "9999", naam: "Zonnedorp", plaatsen: ["Zonnedorp", "Maandorp"], adres: "https://signaal.zonnedorp.example"
    )
}
