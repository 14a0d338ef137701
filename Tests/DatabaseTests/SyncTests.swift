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

    @Test func `a commit that wrote nothing asks nothing of the disk, and is told after those before it`() async {
        let log = SlowLog()
        let (sync, told) = (SQLiteSync(log), Told())

        sync.begin()
        sync.cameToNothing { told.add("nothing", $0) }
        #expect(told.all == ["nothing"])
        sync.begin()
        sync.committed { told.add("written", $0) }
        await log.begins()
        sync.begin()
        sync.settled { told.add("read", $0) }
        sync.cameToNothing { told.add("nothing again", $0) }
        #expect(told.all == ["nothing"])
        log.finish()

        #expect(await told.first(4) == ["nothing", "written", "read", "nothing again"])
        #expect(log.turns == 1)
    }

    @Test func `only who changes something makes the disk work`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let log = CountingLog()
        let writer = SQLiteWriter(
            try SQLiteConnection(path: path, as: .writer), board: NoticeBoard(), sync: SQLiteSync(log))
        func turns(_ statement: Query) async throws -> Int {
            let before = log.turns
            _ = try await Work.wait(for: { try $0.run(statement) }) { _ = writer.submit($0) }
            return log.turns - before
        }

        #expect(try await turns("CREATE TABLE words (word TEXT)") == 1)
        #expect(try await turns("INSERT INTO words VALUES ('een')") == 1)
        #expect(try await turns("UPDATE words SET word = 'twee' WHERE word = 'drie'") == 0)
        #expect(try await turns("SELECT count(*) FROM words") == 0)
        #expect(try await turns("DELETE FROM words") == 1)
        await writer.close()
    }

    @Test func `a database whose disk refused says so, and does nothing more`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let database = try await Database.open(.sqlite(path: path))
        #expect(database.refusal == nil)

        await (database.driver as? SQLiteDriver)?.sync.close()
        await #expect(throws: DatabaseError.self) { try await database.write { try $0.run("CREATE TABLE a (b TEXT)") } }

        #expect(database.refusal?.code == "sync")
        await #expect(throws: DatabaseError.self) { try await database.read { try $0.first("SELECT 1") } }
        await database.close()
    }

    @Test func `a long log is copied into the file when a commit is done, and the file is whole`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let database = try await Database.open(.sqlite(path: path))
        try await database.write { try $0.run("CREATE TABLE bladen (blad TEXT)") }
        let page = String(repeating: "x", count: 300_000)
        for round in 0..<5 {
            try await database.write { tx in
                for leaf in 0..<50 { try tx.run("INSERT INTO bladen VALUES (\(page + "\(round) \(leaf)"))") }
            }
        }

        // The writer turns to this when it is done with the log.
        try await database.write { _ in }
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        #expect(size > 60_000_000)
        #expect(try await database.read { try $0.rows("SELECT blad FROM bladen").count } == 250)
        await database.close()
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

/// A disk that counts how often it is asked.
private final class CountingLog: WriteAheadLog {
    private let count = Mutex(0)
    var turns: Int { count.withLock { $0 } }

    func refusal() -> DatabaseError? {
        count.withLock { $0 += 1 }
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
