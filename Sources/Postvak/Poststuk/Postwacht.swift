/// Hears of a mail server that mail came, and has it looked for at once instead of at the next stroke of the clock.
public struct Postwacht: Sendable {
    /// What the server tells.
    public enum Signal: Hashable, Sendable {
        /// From here on it tells what comes; what came before is to be looked for.
        case listening
        case mail
        /// It tells nothing: the clock looks, as ever.
        case deaf
    }

    /// What happens, for the log.
    public enum Report: Sendable {
        case listening
        case deaf
        /// The line dropped; it is called again after this many seconds.
        case dropped(any Error, again: Int)
    }

    /// Calls the server and tells what it tells, until the line drops.
    public typealias Call = @Sendable (_ tell: (Signal) async throws -> Void) async throws -> Void

    private let call: Call
    private let look: @Sendable () async throws -> Void
    private let report: @Sendable (Report) -> Void
    private let now: @Sendable () -> ContinuousClock.Instant
    private let sleep: @Sendable (Int) async throws -> Void

    /// `look` orders a look; `sleep` lets a number of seconds pass.
    public init(
        call: @escaping Call,
        look: @escaping @Sendable () async throws -> Void,
        report: @escaping @Sendable (Report) -> Void = { _ in },
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        sleep: @escaping @Sendable (Int) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) {
        (self.call, self.look, self.report, self.now, self.sleep) = (call, look, report, now, sleep)
    }

    /// Listens until it is cancelled; calls again after a pause that grows while the line does not hold.
    public func run() async {
        var pause = Postwacht.shortest
        while !Task.isCancelled {
            let began = now()
            let ending = await listen()
            if Task.isCancelled { return }
            if now() - began >= Postwacht.holding { pause = Postwacht.shortest }
            if ending == nil { pause = Postwacht.deafPause }
            report(ending.map { .dropped($0, again: pause) } ?? .deaf)
            do { try await sleep(pause) } catch { return }
            pause = ending == nil ? Postwacht.shortest : min(pause * 2, Postwacht.longest)
        }
    }

    /// Seconds before it calls again, at first and at most.
    static let shortest = 2
    static let longest = 300
    /// A line that stood this long has held.
    static let holding = Duration.seconds(60)
    /// Seconds after which a server without IDLE is asked again.
    static let deafPause = 3_600
    /// A look is ordered at most once in so many seconds, however much the server tells.
    static let rest = 1

    /// Why the line dropped; nothing when the server has no IDLE.
    private func listen() async -> (any Error)? {
        var last: Signal?
        do {
            try await call { signal in
                if last == nil, signal != .deaf { report(.listening) }
                last = signal
                guard signal != .deaf else { return }
                try await look()
                try await sleep(Postwacht.rest)
            }
            return last == .deaf ? nil : HungUp()
        } catch { return error }
    }

    /// The server ended the line without a fault.
    struct HungUp: Error {}
}
