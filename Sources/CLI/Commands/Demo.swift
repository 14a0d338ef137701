import ArgumentParser
import Basics
import Database
import Foundation
import Incasso
import Jobs
import Journal
import Logging
import Sturing
import Web
import Zaken

/// Shows the whole house at work on a fictitious housing corporation.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve a fictitious housing corporation with nine months of history.")

    @OptionGroup var house: HouseOptions
    @Option(help: "The address to listen on. Default 127.0.0.1.") var host: String?
    @Option(help: "The port to listen on; 0 takes a free one. Default 8080.") var port: Int?
    @Option(help: "How many debtors the portfolio has.") var debtors = 490
    @Flag(help: "Throw the demo's data away and make it anew.") var reset = false
    @Flag(help: "Make the data and stop.") var prepare = false

    func run() async throws {
        var settings = try await Settings.read(house, host: host, port: port)
        if house.data == nil { settings.data = "data/demo" }
        if house.database == nil { settings.database = .sqlite(path: settings.data + "/ontknoop.sqlite") }
        if settings.publicURL == nil { settings.publicURL = "http://\(settings.host):\(settings.port)" }
        if reset { try await Demo.clear(settings) }
        let leavesMail = settings.leaveMail()
        let clock = DemoClock()
        // What ships is in use from the first day of the history on.
        clock.hold(at: Demo.isNew(settings) ? DemoHistory.begin(before: House.realTime()) : House.realTime())
        let house = try await House.open(settings, clock: { clock.now })
        clock.hold(at: House.realTime())
        let users = try await house.prepareDemo(clock: clock, debtors: debtors)
        if prepare { return await house.close() }
        try await house.watchLibraryFolder()
        try await house.watchMailFolder()
        try await house.watchMeanings()
        tell("Ontknoop: http://\(settings.host):\(settings.port)")
        for user in users { tell("  \(user.login)  (\(user.role.rawValue))") }
        if leavesMail { tell(Demo.mailStays) }
        tell("The password of each is \(DemoUsers.password). Stop with Ctrl-C.")
        try await house.serve(clock: house.demoClock(clock), demo: users)
    }

    /// What is said when mail is set: a demo would take it away from where it waits for someone.
    private static let mailStays = """
        mail.folder and imap.url are left alone: a demo takes no mail from where it waits. To do so, run `ontknoop serve --data` on this folder.
        """

    /// Throws away a folder that a demo made, and no other: production's data may stand where someone points by mistake.
    private static func clear(_ settings: Settings) async throws {
        guard FileManager.default.fileExists(atPath: settings.data) else { return }
        guard try await isDemo(settings) else {
            throw ValidationError("\(settings.data) was not made by a demo; nothing has changed. Remove it by hand.")
        }
        try FileManager.default.removeItem(atPath: settings.data)
    }

    private static func isNew(_ settings: Settings) -> Bool {
        guard case .sqlite(let path) = settings.database else { return false }
        return !FileManager.default.fileExists(atPath: path)
    }

    private static func isDemo(_ settings: Settings) async throws -> Bool {
        guard case .sqlite(let path) = settings.database, FileManager.default.fileExists(atPath: path) else {
            return try FileManager.default.contentsOfDirectory(atPath: settings.data).isEmpty
        }
        let database = try await Database.open(settings.database)
        let mark = try await database.read { tx in
            try tx.first("SELECT 1 AS een FROM instellingen WHERE sleutel LIKE 'demo.%'") != nil
        }
        await database.close()
        return mark
    }
}

extension House {
    /// Makes the demo's users and history, unless they are there.
    func prepareDemo(clock: DemoClock, debtors: Int) async throws -> [Gebruiker] {
        let isReady = try await database.read { tx in try tx.instellingen["demo.klaar"] != nil }
        let users = try await DemoUsers(content: settings.content).add(to: self)
        if !isReady {
            try await live(clock, users, debtors: debtors)
            try await Nachtloop(office: office, recht: recht).run(on: clock.now.day)
            try await Periodeboek(office: office, recht: recht).run(on: clock.now.day)
            try await database.write { tx in try tx.instellingen.put("ja", for: "demo.klaar") }
        }
        try await clock.load(from: database)
        clock.release()
        return users
    }

    private func live(_ clock: DemoClock, _ users: [Gebruiker], debtors: Int) async throws {
        tell("Making nine months of history by running the real process …")
        let history = try DemoHistory(
            house: self, clock: clock, colleagues: users, now: House.realTime(), debtors: debtors)
        let progress = Progress()
        try await history.live { day, part in progress.show(day.description, part: part) }
        progress.end()
    }

    /// Runs all that is due, letters without their paper, as the days of a history go by.
    func runHistory(until moment: Moment) async throws {
        let post: JobHandler = .inside { [office] job, tx in
            guard let id = job.payload["brief"].identifier(of: Brief.self),
                let brief = try tx.brieven.find(id)
            else { return }
            let act = office.act(as: .system("postkamer"), in: tx)
            guard try brief.mayLeave(in: act) else { return }
            try tx.brieven.sent(id, proof: "demo", at: act.now)
        }
        _ = try await runner(post, signals: .inside { _, _ in }, dossiers: later(than: moment)).runDue(now: moment)
    }

    /// A clock that visitors can move; all that falls due on the way happens.
    func demoClock(_ clock: DemoClock) -> WebClock {
        WebClock(
            now: { clock.now }, wall: House.realTime,
            move: { [self] step in
                let before = clock.now.day
                try await clock.move(by: try await seconds(of: step, clock), in: database)
                let later = self.later(than: clock.now)
                _ = try await runner(later, signals: later, dossiers: later).runDue(now: clock.now)
                if clock.now.day > before { try await passNight(before: clock.now.day) }
            })
    }

    /// The night before a day that a visitor moved to: what lapses, what passed, what is due tomorrow.
    private func passNight(before day: Day) async throws {
        let report = try await Nachtloop(office: office, recht: recht).run(on: day)
        Logger(label: "ontknoop").note(report.mislukt)
        try await Periodeboek(office: office, recht: recht).run(on: day)
    }

    /// Leaves the rendering of letters and the calls to the runner of the server, so that whoever moved the clock need not wait for it.
    private func later(than now: Moment) -> JobHandler {
        .inside { job, tx in
            try tx.jobs.order(
                kind: job.kind, payload: job.payload, due: now.adding(seconds: 1), key: job.key, subject: job.subject)
        }
    }

    private func seconds(of step: ClockStep, _ clock: DemoClock) async throws -> Int64 {
        switch step {
        case .day: return 86_400
        case .week: return 7 * 86_400
        case .nextEvent:
            let next = try await database.read { tx in try tx.jobs.nextDue() }
            return max(1, next.map { $0 - clock.now + 1 } ?? 86_400)
        }
    }
}
