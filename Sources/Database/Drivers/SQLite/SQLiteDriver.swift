import CSQLite
import Foundation

/// SQLite: one writer that groups commits, and readers beside it; in memory one connection does all.
final class SQLiteDriver: Driver {
    let dialect = Dialect.sqlite
    let writer: SQLiteWriter
    private let readers: Pool<SQLiteConnection>?
    private let board = NoticeBoard()
    let sync: SQLiteSync
    private let path: String?

    var refusal: DatabaseError? { sync.failure }

    static func open(path: String?) async throws -> SQLiteDriver { try SQLiteDriver(path: path) }

    private init(path: String?) throws {
        self.path = path
        let own = try SQLiteConnection(path: path, as: .writer)
        // The log is there from the first look at the file on.
        try own.execute("SELECT count(*) FROM sqlite_schema")
        sync = SQLiteSync(try own.logPath.map(SQLiteLog.init(path:)))
        writer = SQLiteWriter(own, board: board, sync: sync)
        readers = try path.map { path in
            let count = max(2, min(8, ProcessInfo.processInfo.activeProcessorCount))
            return Pool(
                try (0..<count).map { _ in try SQLiteConnection(path: path, as: .reader) }, label: "sqlite reader")
        }
    }

    func write(_ work: Work) {
        if !writer.submit(work) { work.fail(DatabaseError.closed) }
    }

    func alone(_ work: Work) { write(work) }

    func read(_ work: Work) {
        guard let readers else { return write(work.onlyReading) }
        let isTaken = readers.submit { [sync] connection in
            do {
                try connection.executeOften("BEGIN")
                let answer = try work.attempt(Transaction(on: connection))
                try connection.executeOften("COMMIT")
                sync.settled { $0.map(work.fail) ?? answer() }
            } catch {
                connection.endRead()
                sync.settled { work.fail($0 ?? error) }
            }
        }
        if !isTaken { work.fail(DatabaseError.closed) }
    }

    func notifications(on channel: String) -> AsyncStream<String> { board.listen(on: channel) }

    func close() async {
        await readers?.close { $0.close() }
        await writer.close()
        board.close()
    }

    /// The copy appears under its name only when it is whole and on the disk.
    func backup(to target: String) async throws {
        let partial = target + ".partial"
        if FileManager.default.fileExists(atPath: partial) { try FileManager.default.removeItem(atPath: partial) }
        if let path {
            let connection = try SQLiteConnection(path: path)
            try connection.execute("SELECT count(*) FROM sqlite_schema")
            let log = try connection.logPath.map(SQLiteLog.init(path:))
            try await SQLiteWriter(connection, board: NoticeBoard(), sync: SQLiteSync(nil)).copy(to: partial)
            // What the copy holds must be on the disk here too, or a power failure would leave the house behind its backup.
            defer { log?.close() }
            if let refusal = log?.refusal() { throw refusal }
        } else {
            try await writer.copy(to: partial)
        }
        try FileHandle(forUpdatingAtPath: partial)?.synchronize()
        try FileManager.default.moveItem(atPath: partial, toPath: target)
    }
}

extension SQLiteWriter {
    fileprivate func copy(to path: String) async throws {
        try await withConnection { connection in
            _ = try connection.run(Query("VACUUM INTO \(path)").rendered(for: .sqlite))
        }
    }
}

extension SQLiteConnection {
    fileprivate func endRead() {
        guard isInTransaction else { return }
        do {
            try execute("ROLLBACK")
        } catch {
            // A read leaves nothing behind.
        }
    }
}
