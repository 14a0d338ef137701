import CSQLite

/// A connection to an SQLite file or to memory.
///
/// Unchecked: the handle is only touched on the queue of its pool or writer, one thing at a time.
final class SQLiteConnection: Connection, @unchecked Sendable {
    let dialect = Dialect.sqlite
    private var handle: OpaquePointer?
    private var statements = StatementCache<SQLiteStatement>()
    /// How many pages its log holds by the last commit, when that wrote any.
    private var logPages: Int?
    /// How many statements ran that may write.
    private(set) var writes = 0

    private static let uncounted: Void = ontknoop_sqlite_uncounted()

    /// What a connection is for.
    enum Use {
        /// Changes the file; a ``SQLiteSync`` beside it brings that to the disk.
        case writer
        case reader
        /// Does one thing, such as a copy; its commits are durable by themselves.
        case other
    }

    /// Opens a file, or memory when there is no path.
    init(path: String?, as use: Use = .other) throws {
        SQLiteConnection.uncounted
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path ?? ":memory:", &handle, flags, nil)
        guard code == SQLITE_OK else {
            defer { close() }
            throw error(code)
        }
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 10_000)
        try prepareForUse(as: use)
    }

    deinit { close() }

    /// Where its log stands: beside the file itself, also where it was opened by a link to it. Nothing in memory.
    var logPath: String? {
        guard let file = sqlite3_db_filename(handle, "main"), file.pointee != 0, let log = sqlite3_filename_wal(file)
        else { return nil }
        return String(cString: log)
    }

    /// Whether a transaction is open; some failures end it of themselves.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    func rows(_ query: RenderedQuery, _ body: (Row) throws -> Void) throws {
        try withStatement(query) { statement in
            while try step(statement, query) { try body(statement.row()) }
        }
    }

    func stream(_ query: RenderedQuery, _ body: (Row) throws -> Void) throws { try rows(query, body) }

    func run(_ query: RenderedQuery) throws -> Int {
        let before = sqlite3_total_changes64(handle)
        try withStatement(query) { statement in
            while try step(statement, query) {}
        }
        return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
    }

    func runBatch(_ queries: [RenderedQuery]) throws {
        for query in queries { _ = try run(query) }
    }

    func later(_ query: RenderedQuery, _ refusal: (any Error)?) throws {
        let changes = try run(query)
        if let refusal, changes != 1 { throw refusal }
    }

    /// Here every answer is near.
    func foresee(_ queries: [RenderedQuery]) throws {}
    func forgetAhead() {}
    var isFar: Bool { false }

    func execute(_ script: String) throws {
        writes += 1
        let code = sqlite3_exec(handle, script, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code, script) }
    }

    /// Runs one statement of our own that is needed again and again.
    func executeOften(_ statement: String) throws { _ = try run(RenderedQuery(statement, .sqlite)) }

    /// Commits, and says whether the log has anything new by it. In memory, where there is no log, that is taken to be so.
    func commit() throws -> Bool {
        logPages = nil
        try executeOften("COMMIT")
        return logPages != nil || logPath == nil
    }

    /// A log of more pages is copied into the file: 64 MB.
    private static let longLog = 16_000

    /// Copies what readers allow of a long log into the file. When that does not succeed, the next commit tries again.
    func copyLongLog() {
        guard let pages = logPages, pages >= SQLiteConnection.longLog else { return }
        logPages = nil
        sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }

    func close() {
        statements.removeAll()
        sqlite3_close_v2(handle)
        handle = nil
    }
}

extension SQLiteConnection {
    private func prepareForUse(as use: Use) throws {
        try enterWAL()
        try execute(
            "PRAGMA synchronous = \(use == .writer ? "NORMAL" : "FULL"); PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF"
        )
        try execute("PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY")
        switch use {
        case .writer: watchLog()
        case .reader: try execute("PRAGMA wal_autocheckpoint = \(SQLiteConnection.longLog); PRAGMA query_only = ON")
        case .other: try execute("PRAGMA wal_autocheckpoint = \(SQLiteConnection.longLog)")
        }
    }

    /// Hears of each commit that writes to the log. SQLite then leaves it to us when that is copied into the file.
    private func watchLog() {
        sqlite3_wal_hook(
            handle,
            { watcher, _, _, pages in
                guard let watcher else { return SQLITE_OK }
                Unmanaged<SQLiteConnection>.fromOpaque(watcher).takeUnretainedValue().logPages = Int(pages)
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Two processes that open a new file at the same moment may find it locked for a moment.
    private func enterWAL(attempts: Int = 100) throws {
        do {
            try execute("PRAGMA journal_mode = WAL")
        } catch let error as DatabaseError where error.kind == .busy && attempts > 0 {
            sqlite3_sleep(20)
            try enterWAL(attempts: attempts - 1)
        }
    }

    private func withStatement(_ query: RenderedQuery, _ body: (SQLiteStatement) throws -> Void) throws {
        let slot = statements.slot(query.key)
        let statement = try slot.take() ?? prepare(query.sql)
        defer {
            statement.reset()
            slot.give(statement)
        }
        if !statement.isReading { writes += 1 }
        try statement.bind(query.arguments, or: { error($0, query.sql) })
        try body(statement)
    }

    private func prepare(_ sql: String) throws -> SQLiteStatement {
        var pointer: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        guard code == SQLITE_OK else { throw error(code, sql) }
        guard let pointer else { throw DatabaseError(kind: .other, code: "empty", message: "no statement", sql: sql) }
        return SQLiteStatement(pointer)
    }

    private func step(_ statement: SQLiteStatement, _ query: RenderedQuery) throws -> Bool {
        let code = sqlite3_step(statement.pointer)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw error(code, query.sql)
        }
    }

    private func error(_ code: Int32, _ sql: String? = nil) -> DatabaseError {
        .sqlite(code, message: handle.map { String(cString: sqlite3_errmsg($0)) } ?? "cannot be opened", sql)
    }
}
