import Basics
import Database
import Foundation
import Jobs
import Journal
import TestSupport
import Testing

@Suite("Job runner")
struct JobRunnerTests {
    @Test(arguments: TestDatabase.all)
    func `all that is due is done in order, also what is ordered on the way`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let diary = Diary()
            let runner = JobRunner(
                database: db,
                handlers: [
                    "step": .inside { job, tx in
                        diary.write("step \(job.payload["n"].integer ?? 0)")
                        guard let n = job.payload["n"].integer, n < 3 else { return }
                        try tx.jobs.order(kind: "step", payload: ["n": JSON(n + 1)], due: noon, key: "step")
                    },
                    "mail": .outside { _ in diary.write("mail") },
                ], clock: { noon })
            try await db.write { tx in
                try tx.jobs.order(kind: "step", payload: ["n": 1], due: noon, key: "step")
                try tx.jobs.order(kind: "mail", due: noon)
                try tx.jobs.order(kind: "mail", due: noon.adding(days: 1))
            }

            let count = try await runner.runDue(now: noon)

            #expect(count == 4)
            #expect(diary.all == ["step 1", "mail", "step 2", "step 3"])
            #expect(try await db.nextDue() == noon.adding(days: 1))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a handler that fails leaves nothing but its error`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let runner = JobRunner(
                database: db,
                handlers: [
                    "inside": .inside { _, tx in
                        try tx.journal.append(
                            NewEntry(
                                subject: .zaak, kind: "begonnen", content: [:], actor: .system("proces"),
                                purpose: "test"),
                            at: noon)
                        throw Trouble()
                    },
                    "outside": .outside { _ in throw Trouble() },
                ], clock: { noon })
            for kind in ["inside", "outside", "unknown"] { try await db.order(kind) }

            try await runner.runDue(now: noon)

            #expect(try await db.read { try $0.journal.entries(of: .zaak, limit: 1) } == [])
            let left = try await db.claim(at: noon.adding(seconds: 10))
            #expect(left.map(\.lastError) == ["Trouble()", "Trouble()", "unknownKind(\"unknown\")"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a runner hears what is ordered, and stops when it has finished`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let (begun, latch) = (AsyncStream.makeStream(of: Int64.self), AsyncStream.makeStream(of: Void.self))
            let diary = Diary()
            let runner = JobRunner(
                database: db,
                handlers: [
                    "mail": .outside { job in
                        begun.continuation.yield(job.id)
                        for await _ in latch.stream { break }
                        diary.write("sent")
                    }
                ], clock: { noon })
            async let running: Void = runner.run()
            try await db.order("mail")
            for await _ in begun.stream { break }

            await runner.stop()
            #expect(diary.all == [])
            latch.continuation.yield()
            await running

            #expect(diary.all == ["sent"])
            #expect(try await db.nextDue() == nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a runner wakes by itself when something becomes due`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let (night, done) = (Night(from: noon), AsyncStream.makeStream(of: Moment.self))
            var settings = JobRunner.Settings()
            (settings.width, settings.patience) = (1, 3_600)
            let runner = JobRunner(
                database: db, handlers: ["timer": .inside { _, _ in done.continuation.yield(night.now) }],
                clock: { night.now }, settings: settings, sleep: { await night.pass($0) })
            try await db.order("timer", due: noon.adding(seconds: 50))

            async let running: Void = runner.run()
            for await moment in done.stream {
                #expect(moment == noon.adding(seconds: 50))
                break
            }
            await runner.stop()
            await running
        }
    }

    @Test(arguments: TestDatabase.servers)
    func `two runners on one server never do one job twice`(on kind: TestDatabase) async throws {
        try await kind.at { location in
            try await TestDatabase.open(location) { one in
                try await TestDatabase.open(location) { two in
                    let diary = Diary()
                    let (all, done) = (120, AsyncStream.makeStream(of: Void.self))
                    let handlers: [String: JobHandler] = [
                        "inside": .inside { job, tx in
                            try tx.journal.append(
                                NewEntry(
                                    subject: Subject(kind: "job", id: "\(job.id)"), kind: "gedaan", content: [:],
                                    actor: .system("proces"), purpose: "test"), at: noon)
                        },
                        "outside": .outside { diary.write("\($0.id)") },
                    ]
                    for index in 0..<all { try await one.order(index.isMultiple(of: 2) ? "inside" : "outside") }
                    let report: @Sendable (JobReport) -> Void = {
                        if case .done = $0 { done.continuation.yield() }
                    }
                    let runners = [one, two].map {
                        JobRunner(database: $0, handlers: handlers, clock: { noon }, report: report)
                    }
                    await withTaskGroup { group in
                        for runner in runners { group.addTask { await runner.run() } }
                        var count = 0
                        for await _ in done.stream {
                            count += 1
                            if count == all { break }
                        }
                        for runner in runners { await runner.stop() }
                    }

                    let entries = try await one.read { try $0.journal.after(position: 0, limit: 1_000) }
                    #expect(entries.count == all / 2)
                    #expect(entries.allSatisfy { $0.number == 1 })
                    #expect(diary.all.count == all / 2)
                    #expect(Set(diary.all).count == all / 2)
                }
            }
        }
    }
}
