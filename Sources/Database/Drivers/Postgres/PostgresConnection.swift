import CPostgres

/// A connection to a PostgreSQL server, made when it is first needed and made anew when it broke.
///
/// Unchecked: the handle is only touched on the queue of its pool, one thing at a time.
final class PostgresConnection: Connection, @unchecked Sendable {
    let dialect = Dialect.postgres
    let isFar = true
    private let address: PostgresAddress
    private(set) var handle: OpaquePointer?
    private var prepared: [PostgresStatementKey: String] = [:]
    private var names = 0
    /// What goes along with the next statement: the beginning of a transaction.
    var opening: [RenderedQuery] = []
    /// Whether this transaction may have changed anything already, or locked it.
    var hasActed = false
    /// Changes whose answer nobody awaits.
    var outbox: [Outgoing] = []
    /// Answers that came before they were asked for.
    var foreseen: [Foreseen] = []
    private var cursors = 0
    var merger = RowMerger()

    init(_ address: PostgresAddress) { self.address = address }

    deinit { close() }

    var isBroken: Bool { handle == nil || PQstatus(handle) != CONNECTION_OK }

    func connect() throws {
        close()
        handle = address.connect()
        guard !isBroken else {
            defer { close() }
            throw broken()
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
    }

    func close() {
        prepared = [:]
        PQfinish(handle)
        handle = nil
    }

    func rows(_ query: RenderedQuery, _ body: (Row) throws -> Void) throws {
        try (answer(to: query) ?? perform(query)).each(body)
    }

    func run(_ query: RenderedQuery) throws -> Int {
        foreseen = []
        return try together([query])[0].changes
    }

    func execute(_ script: String) throws {
        foreseen = []
        hasActed = true
        try flush()
        _ = try checked(PostgresResult(PQexec(handle, script)), script)
    }

    /// Runs once, without keeping the statement.
    func performOnce(_ query: RenderedQuery) throws -> PostgresResult {
        hasActed = true
        try flush()
        let arguments = PostgresArguments(query.arguments)
        let result = arguments.withPointers { values, lengths, formats in
            PQexecParams(handle, query.sql, arguments.count, arguments.types, values, lengths, formats, 0)
        }
        return try checked(PostgresResult(result), query.sql)
    }

    private func perform(_ query: RenderedQuery) throws -> PostgresResult {
        if !query.isRead {
            foreseen = []
            return try together([query])[0]
        }
        if waits(for: [query]) { return try ask([query])[0] }
        let arguments = PostgresArguments(query.arguments)
        let name = try statement(for: query, arguments.types)
        let result = arguments.withPointers { values, lengths, formats in
            PQexecPrepared(handle, name, arguments.count, values, lengths, formats, 0)
        }
        return try checked(PostgresResult(result), query)
    }

    private func statement(for query: RenderedQuery, _ types: [UInt32]) throws -> String {
        let key = PostgresStatementKey(text: query.key, types: types)
        let (name, isNew) = name(for: key)
        guard isNew else { return name }
        do {
            let sql = query.sql
            _ = try checked(PostgresResult(PQprepare(handle, name, sql, Int32(types.count), types)), sql)
            return name
        } catch {
            forget(key)
            throw error
        }
    }
}

/// A statement is another one when its arguments have other types.
struct PostgresStatementKey: Hashable {
    let text: String
    let types: [UInt32]
}

extension PostgresConnection {
    /// The name under which the server knows a statement, and whether it has yet to be told.
    func name(for key: PostgresStatementKey) -> (name: String, isNew: Bool) {
        if let name = prepared[key] { return (name, false) }
        names += 1
        let name = "s\(names)"
        prepared[key] = name
        return (name, true)
    }

    func nextCursor() -> Int {
        cursors += 1
        return cursors
    }

    func forget(_ key: PostgresStatementKey) { prepared[key] = nil }

    /// Makes room when many different statements have been prepared; called between transactions.
    func tidy() throws {
        guard prepared.count > 500 else { return }
        try forgetAll()
    }

    func forgetAll() throws {
        try execute("DEALLOCATE ALL")
        prepared = [:]
    }

    func checked(_ result: PostgresResult, _ query: RenderedQuery) throws -> PostgresResult {
        switch result.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: result
        default: try checked(result, query.sql)
        }
    }

    func checked(_ result: PostgresResult, _ sql: String) throws -> PostgresResult {
        switch result.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_SYNC: return result
        default:
            if isBroken { throw broken() }
            throw DatabaseError.postgres(result, sql)
        }
    }

    /// The error of a connection that is gone.
    func broken() -> DatabaseError {
        let message = address.withoutSecrets(handle.map { String(cString: PQerrorMessage($0)) } ?? "not connected")
        let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        return DatabaseError(kind: .connection, code: "08006", message: line)
    }
}
