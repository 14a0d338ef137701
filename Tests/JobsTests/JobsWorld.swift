import Basics
import Database
import Jobs
import Journal
import Synchronization

let noon = Moment(milliseconds: 1_775_000_000_000)

extension Subject {
    static let zaak = Subject(kind: "zaak", id: "1")
}

extension Database {
    func order(_ kind: String, due: Moment = noon, key: String? = nil, subject: Subject? = nil) async throws {
        try await write { try $0.jobs.order(kind: kind, due: due, key: key, subject: subject) }
    }

    func claim(_ limit: Int = 10, at now: Moment = noon, owner: String = "a") async throws -> [Job] {
        try await write { try $0.jobs.claim(limit: limit, now: now, lease: 60, owner: owner) }
    }

    func nextDue() async throws -> Moment? { try await read { try $0.jobs.nextDue() } }
}

/// What handlers did, in order.
final class Diary: Sendable {
    private let lines = Mutex<[String]>([])

    func write(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
}

/// A clock on which time passes only because someone sleeps, and only once: who sleeps again sleeps until woken.
final class Night: Sendable {
    private let moment: Mutex<(now: Moment, slept: Bool)>

    init(from start: Moment) { moment = Mutex((start, false)) }

    var now: Moment { moment.withLock { $0.now } }

    func pass(_ seconds: Double) async {
        let isFirst = moment.withLock { moment in
            guard !moment.slept else { return false }
            moment = (Moment(milliseconds: moment.now.milliseconds + Int64(seconds * 1_000)), true)
            return true
        }
        if !isFirst { for await _ in AsyncStream<Void>.makeStream().stream {} }
    }
}

struct Trouble: Error {}
