import CPostgres

extension PostgresConnection {
    /// Sends statements without waiting for each; in parts, so that neither side's buffer can fill while both wait.
    func runBatch(_ queries: [RenderedQuery]) throws {
        let size = 256
        for start in stride(from: 0, to: queries.count, by: size) {
            try pipeline(queries[start..<min(start + size, queries.count)])
        }
    }

    private func pipeline(_ queries: ArraySlice<RenderedQuery>) throws {
        guard PQenterPipelineMode(handle) == 1 else { throw broken() }
        var sent: [String] = []
        var new: [PostgresStatementKey] = []
        for query in queries { try send(query, &sent, &new) }
        guard PQpipelineSync(handle) == 1 else { throw broken() }
        let failure = try drain(sent)
        guard PQexitPipelineMode(handle) == 1 else { throw broken() }
        guard let failure else { return }
        for key in new { forget(key) }
        throw failure
    }

    private func send(_ query: RenderedQuery, _ sent: inout [String], _ new: inout [PostgresStatementKey]) throws {
        let arguments = PostgresArguments(query.arguments)
        let key = PostgresStatementKey(sql: query.sql, types: arguments.types)
        let (name, isNew) = name(for: key)
        if isNew {
            new.append(key)
            sent.append(query.sql)
            guard PQsendPrepare(handle, name, query.sql, arguments.count, arguments.types) == 1 else { throw broken() }
        }
        sent.append(query.sql)
        let isSent = arguments.withPointers { values, lengths, formats in
            PQsendQueryPrepared(handle, name, arguments.count, values, lengths, formats, 0)
        }
        guard isSent == 1 else { throw broken() }
    }

    /// Reads the answers to all that was sent, up to the sync; the first error counts, what comes after it was skipped.
    private func drain(_ sent: [String]) throws -> DatabaseError? {
        var failure: DatabaseError?
        for sql in sent {
            while let result = PQgetResult(handle).map(PostgresResult.init) {
                guard failure == nil, result.status != PGRES_PIPELINE_ABORTED else { continue }
                do { _ = try checked(result, sql) } catch let error as DatabaseError { failure = error }
            }
            if isBroken { throw broken() }
        }
        _ = PQgetResult(handle).map(PostgresResult.init)
        return failure
    }
}
