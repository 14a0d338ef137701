import Basics
import Database
import Jobs
import Synchronization
import TestSupport
import Testing

@testable import Postvak

@Suite("A mail server that tells of new mail")
struct PostwachtTests {
    /// What happened, in order; ends the watch after so many calls.
    private final class Story: Sendable {
        let told = Mutex<[String]>([])
        let clock = Mutex(ContinuousClock.now)
        let calls = Mutex(0)

        func add(_ words: String) { told.withLock { $0.append(words) } }

        func pass(_ time: Duration) { clock.withLock { $0 += time } }
    }

    /// Lets the watch make calls, each of which tells some signals after some time and drops; returns what happened.
    private func story(_ calls: [(signals: [Postwacht.Signal], stood: Duration)]) async -> [String] {
        let story = Story()
        let wacht = Postwacht(
            call: { tell in
                let number = story.calls.withLock { made in
                    defer { made += 1 }
                    return made
                }
                guard number < calls.count else { throw CancellationError() }
                story.add("calls")
                for signal in calls[number].signals { try await tell(signal) }
                story.pass(calls[number].stood)
            }, look: { story.add("looks") }, now: { story.clock.withLock(\.self) },
            sleep: { seconds in
                if seconds != Postwacht.rest { story.add("\(seconds)") }
                if story.calls.withLock({ $0 }) == calls.count { throw CancellationError() }
            })
        await wacht.run()
        return story.told.withLock(\.self)
    }

    @Test func `it looks when it begins to listen, and when mail comes`() async {
        #expect(
            await story([([.listening, .mail, .mail], .zero), ([], .zero)]).prefix(4) == [
                "calls", "looks", "looks", "looks",
            ])
    }

    @Test func `a line that does not hold is called again after ever longer, one that held after a moment`() async {
        let short: (signals: [Postwacht.Signal], stood: Duration) = ([], .seconds(3))
        let calls = Array(repeating: short, count: 9) + [([], .seconds(60)), short]
        let pauses = await story(calls).compactMap { Int($0) }
        #expect(pauses == [2, 4, 8, 16, 32, 64, 128, 256, 300, 2, 4])
    }

    @Test func `a server without IDLE is asked again after an hour, and looked at by the clock alone`() async {
        #expect(await story([([.deaf], .zero), ([.deaf], .zero)]) == ["calls", "3600", "calls", "3600"])
    }

    @Test func `a stop ends it while it waits`() async {
        let (waiting, begun) = AsyncStream<Void>.makeStream()
        let wacht = Postwacht(
            call: { _ in
                begun.yield()
                for await _ in AsyncStream<Void>.makeStream().stream {}
            }, look: {})
        let watching = Task { await wacht.run() }
        for await _ in waiting { break }
        watching.cancel()
        await watching.value
    }

    @Test(arguments: TestDatabase.all)
    func `a look that is told of while one is under way is done again, and is ordered once`(_ kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let now = Moment(milliseconds: 1_000_000)
            let claimed = try await db.write { tx in
                try Postbus.order(at: now, tx)
                try Postbus.order(at: now, tx)
                return try tx.jobs.claim(limit: 5, now: now, lease: 60, owner: "een")
            }
            #expect(claimed.map(\.kind) == [Postbus.jobKind])
            let again = try await db.write { tx in
                try Postbus.order(at: now, tx)
                #expect(try tx.jobs.claim(limit: 5, now: now, lease: 60, owner: "twee").isEmpty)
                for job in claimed { try tx.jobs.finish(job) }
                return try tx.jobs.claim(limit: 5, now: now, lease: 60, owner: "twee").count
            }
            #expect(again == 1)
        }
    }
}
