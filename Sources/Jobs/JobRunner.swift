public import Basics
public import Database

/// Does the jobs that are due, some at a time. Several runners share one database: a job is done by one of them.
public actor JobRunner {
    /// How a runner works.
    public struct Settings: Sendable {
        /// How many jobs run at the same time.
        public var width = 4
        /// Seconds after which another runner may think that this one died; renewed while a job runs.
        public var lease: Int64 = 120
        /// Seconds after which it looks of itself, for what it could not hear.
        public var patience: Int64 = 30
        public var retries = RetryPolicy()

        public init() {}
    }

    let database: Database
    let handlers: [String: JobHandler]
    let clock: @Sendable () -> Moment
    let settings: Settings
    let owner: String
    let report: @Sendable (JobReport) -> Void
    let bell: WakeBell
    private(set) var isStopping = false

    /// `sleep` lets a number of seconds pass for `clock`; a clock that is moved by hand brings its own.
    public init(
        database: Database, handlers: [String: JobHandler], clock: @escaping @Sendable () -> Moment,
        settings: Settings = Settings(), report: @escaping @Sendable (JobReport) -> Void = { _ in },
        sleep: @escaping @Sendable (Double) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) {
        self.database = database
        self.handlers = handlers
        self.clock = clock
        self.settings = settings
        self.report = report
        bell = WakeBell(sleep: sleep)
        owner = "runner-\(UInt64.random(in: 0 ... .max))"
    }

    /// Works until it is stopped or cancelled, and then finishes what it began.
    public func run() async {
        let notifications = database.notifications(on: JobStore.channel)
        await withTaskCancellationHandler {
            await withTaskGroup { group in
                for _ in 0..<settings.width { group.addTask { await self.work() } }
                let listening = Task { [bell] in for await _ in notifications { await bell.ring() } }
                await group.waitForAll()
                listening.cancel()
            }
        } onCancel: {
            Task { await self.stop() }
        }
    }

    /// Begins nothing more; ``run()`` returns when what was begun is done.
    public func stop() async {
        isStopping = true
        await bell.ring()
    }

    /// Looks again, for instance because the clock was moved.
    public func wake() async { await bell.ring() }

    /// Does all that is due, one after the other in order, also what is ordered on the way; returns how many.
    @discardableResult
    public func runDue(now: Moment) async throws -> Int {
        var count = 0
        while try await step(at: { now }) { count += 1 }
        return count
    }

    private func work() async {
        while !isStopping {
            let heard = await bell.count
            do {
                if try await step(at: clock) { continue }
                await bell.wait(since: heard, seconds: try await secondsToNext())
            } catch {
                report(.stuck(error))
                await bell.wait(since: heard, seconds: 1)
            }
        }
    }

    private func secondsToNext() async throws -> Double {
        guard let next = try await database.read({ try $0.jobs.nextDue() }) else { return Double(settings.patience) }
        let milliseconds = next.milliseconds - clock().milliseconds
        return min(Double(settings.patience), max(0.001, Double(milliseconds) / 1_000))
    }
}
