import Basics
import Database
import Jobs
import Journal
import TestSupport
import Testing

@Suite("Jobs")
struct JobStoreTests {
    @Test(arguments: TestDatabase.all)
    func `jobs are claimed when they are due, in order, and once`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            try await db.order("later", due: noon.adding(seconds: 1))
            try await db.order("second")
            try await db.order("first", due: noon.adding(seconds: -1))

            #expect(try await db.claim().map(\.kind) == ["first", "second"])
            #expect(try await db.claim(owner: "b") == [])
            #expect(try await db.claim(at: noon.adding(seconds: 1)).map(\.kind) == ["later"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the same key again moves what waits, or leaves it`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            try await db.order("timer", key: "t")
            try await db.write { try $0.jobs.order(kind: "timer", due: noon.adding(days: 1), key: "t", again: .stays) }
            #expect(try await db.nextDue() == noon)

            try await db.order("timer", due: noon.adding(days: 2), key: "t")
            #expect(try await db.nextDue() == noon.adding(days: 2))

            try await db.write { try $0.jobs.cancel(key: "t") }
            #expect(try await db.nextDue() == nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a job ordered anew while it runs is done again`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            try await db.order("timer", key: "t")
            let job = try #require(try await db.claim().first)
            try await db.order("timer", due: noon.adding(days: 1), key: "t")

            try await db.write { _ = try $0.jobs.finish(job) }

            #expect(try await db.nextDue() == noon.adding(days: 1))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a lease that ran out gives the job to another, and the first can no longer finish it`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            try await db.order("mail")
            let first = try #require(try await db.claim().first)
            #expect(try await db.nextDue() == noon.adding(seconds: 60))

            let second = try #require(try await db.claim(at: noon.adding(seconds: 61), owner: "b").first)

            #expect(second.attempts == 2)
            #expect(try await db.write { try $0.jobs.finish(first) } == false)
            #expect(try await db.write { try $0.jobs.renew(first, until: noon.adding(days: 1)) } == false)
            #expect(try await db.write { try $0.jobs.finish(second) } == true)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a failing job waits longer each time and is then parked`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            try await db.order("mail")
            var now = noon
            var delays: [Int64] = []
            let policy = RetryPolicy(firstDelay: 10, longestDelay: 30, attempts: 5)
            while let job = try await db.claim(at: now).first {
                let moment = now
                try await db.write { try $0.jobs.fail(job, error: "no route", now: moment, policy: policy) }
                guard let next = try await db.nextDue() else { break }
                delays.append(next - now)
                now = next
            }

            #expect(delays == [10, 20, 30, 30])
            let parked = try #require(try await db.read { try $0.jobs.parked() }.first)
            #expect(parked.lastError == "no route")
            #expect(parked.attempts == 5)

            try await db.write { try $0.jobs.retry(parked.id) }
            #expect(try await db.claim(at: now).map(\.attempts) == [1])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what was given up begins again when it is ordered to stay`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            try await db.order("look", key: "map")
            let policy = RetryPolicy(firstDelay: 10, longestDelay: 30, attempts: 1)
            let job = try #require(try await db.claim().first)
            try await db.write { try $0.jobs.fail(job, error: "no folder", now: noon, policy: policy) }
            #expect(try await db.nextDue() == nil)

            let later = noon.adding(days: 1)
            try await db.write { try $0.jobs.order(kind: "look", due: later, key: "map", again: .stays) }
            #expect(try await db.claim(at: later).map(\.attempts) == [1])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `suspending stops the clocks of a subject, resuming moves them by the real time`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            try await db.order("near", due: noon.adding(days: 1), subject: .zaak)
            try await db.order("far", due: noon.adding(days: 9), key: "far", subject: .zaak)
            try await db.order("other", due: noon.adding(days: 2))
            try await db.write { try $0.jobs.suspend(subject: .zaak, at: noon) }
            #expect(try await db.nextDue() == noon.adding(days: 2))

            try await db.write { try $0.jobs.resume(subject: .zaak, at: noon.adding(days: 3)) }

            let planned = try await db.read { try $0.jobs.planned(for: .zaak) }
            #expect(planned.map(\.due) == [noon.adding(days: 4), noon.adding(days: 12)])
            #expect(planned.allSatisfy { $0.state == .open })
        }
    }

    @Test(arguments: TestDatabase.all)
    func `dropping forgets the jobs of a subject, or one kind of them`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            for kind in ["timer", "timer", "mail", "watch"] { try await db.order(kind, subject: .zaak) }
            try await db.order("timer")

            try await db.write { try $0.jobs.drop(subject: .zaak, kind: "timer") }
            #expect(try await db.read { try $0.jobs.planned(for: .zaak) }.map(\.kind) == ["mail", "watch"])

            try await db.write { try $0.jobs.drop(subject: .zaak) }
            #expect(try await db.claim().map(\.kind) == ["timer"])
        }
    }
}
