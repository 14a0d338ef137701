import Foundation
import Synchronization
import Testing

@testable import Database

@Suite("What is told is on the disk")
struct SyncTests {
    @Test func `a database that is opened by a link to it keeps its log beside the file itself`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder.appending(path: "echt"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, link) = (folder.appending(path: "echt/huis.sqlite"), folder.appending(path: "huis.sqlite"))
        try Data().write(to: file)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)

        let database = try await Database.open(.sqlite(path: link.path))
        try await database.write { try $0.run("CREATE TABLE dingen (naam TEXT)") }
        try await database.write { try $0.run("INSERT INTO dingen VALUES ('een')") }

        #expect(try await database.read { try $0.rows("SELECT naam FROM dingen").count } == 1)
        #expect(FileManager.default.fileExists(atPath: file.path + "-wal"))
        await database.close()
    }

    @Test func `who wrote, and who read what was written, hear of it when the disk has it`() async {
        let log = SlowLog()
        let (sync, told) = (SQLiteSync(log), Told())

        sync.begin()
        sync.committed { told.add("written", $0) }
        sync.settled { told.add("read", $0) }
        await log.begins()
        #expect(told.all == [])
        log.finish()

        #expect(await told.first(2) == ["written", "read"])
        sync.settled { told.add("read later", $0) }
        #expect(told.all == ["written", "read", "read later"])
    }

    @Test func `who reads while a commit is under way may see it, and waits for it`() async {
        let log = SlowLog()
        let (sync, told) = (SQLiteSync(log), Told())

        sync.begin()
        sync.settled { told.add("read", $0) }
        #expect(told.all == [])
        sync.committed { told.add("written", $0) }
        log.finish()

        #expect(await told.first(2) == ["read", "written"])
    }

    @Test func `commits that come while the disk works share its next turn`() async {
        let log = SlowLog()
        let (sync, told) = (SQLiteSync(log), Told())
        func commit(_ name: String) {
            sync.begin()
            sync.committed { told.add(name, $0) }
        }

        commit("1")
        await log.begins()
        for name in ["2", "3", "4"] { commit(name) }
        log.finish()
        log.finish()

        #expect(await told.first(4) == ["1", "2", "3", "4"])
        #expect(log.turns == 2)
    }

    @Test func `once the disk refused nothing is said to be done any more`() async throws {
        let refusal = DatabaseError(kind: .connection, code: "sync", message: "no space")
        let connection = try SQLiteConnection(path: nil, as: .writer)
        let writer = SQLiteWriter(connection, board: NoticeBoard(), sync: SQLiteSync(BrokenLog(why: refusal)))
        for statement in ["CREATE TABLE words (word TEXT)", "SELECT 1"] as [Query] {
            let error = await #expect(throws: DatabaseError.self) {
                try await Work.wait(for: { try $0.run(statement) }) { _ = writer.submit($0) }
            }
            #expect(error == refusal)
        }
    }
}

/// What was told, in order.
private final class Told: Sendable {
    private let names = Mutex<[String]>([])
    private let news = AsyncStream.makeStream(of: Void.self)

    var all: [String] { names.withLock { $0 } }

    func add(_ name: String, _ failure: DatabaseError?) {
        names.withLock { $0.append(failure == nil ? name : "\(name) failed") }
        news.continuation.yield()
    }

    /// Waits until so much was told.
    func first(_ count: Int) async -> [String] {
        var rounds = news.stream.makeAsyncIterator()
        while all.count < count { await rounds.next() }
        return all
    }
}

/// A disk that takes as long as a test lets it.
private final class SlowLog: WriteAheadLog {
    private let latch = Latch()
    private let begun = AsyncStream.makeStream(of: Void.self)
    private let count = Mutex(0)

    var turns: Int { count.withLock { $0 } }

    /// Waits until the disk is at work.
    func begins() async {
        var rounds = begun.stream.makeAsyncIterator()
        await rounds.next()
    }

    func finish() { latch.open() }

    func refusal() -> DatabaseError? {
        count.withLock { $0 += 1 }
        begun.continuation.yield()
        latch.wait()
        return nil
    }

    func close() {}
}

/// A disk that is full.
private struct BrokenLog: WriteAheadLog {
    let why: DatabaseError

    func refusal() -> DatabaseError? { why }
    func close() {}
}
