import CPostgres

extension PostgresConnection {
    /// Sends statements without waiting for each; in parts, so that neither side's buffer can fill while both wait.
    func runBatch(_ queries: [RenderedQuery]) throws {
        foreseen = [:]
        let size = 256
        for start in stride(from: 0, to: queries.count, by: size) {
            _ = try together(Array(queries[start..<min(start + size, queries.count)]))
        }
    }

    /// Sends what waits and these statements in one go, and returns the answers to these.
    ///
    /// A connection that broke while it was idle is found out here, by a transaction that has only just begun: a new one takes its place.
    func together(_ queries: [RenderedQuery]) throws -> [PostgresResult] {
        let waiting = outbox
        outbox = []
        let answers = try resent(waiting.map(\.query) + queries)
        for (sent, answer) in zip(waiting, answers) { try sent.check(answer) }
        return Array(answers.dropFirst(waiting.count))
    }

    private func resent(_ queries: [RenderedQuery]) throws -> [PostgresResult] {
        do {
            return try pipeline(queries)
        } catch let error as DatabaseError where error.kind == .connection && queries.first?.isBegin == true {
            try connect()
            return try pipeline(queries)
        }
    }

    /// What was sent: a statement to be prepared, or one whose answer is asked.
    private struct Sent {
        let query: RenderedQuery
        let isAsked: Bool
    }

    private func pipeline(_ queries: [RenderedQuery]) throws -> [PostgresResult] {
        if queries.isEmpty { return [] }
        guard PQenterPipelineMode(handle) == 1 else { throw broken() }
        var sent: [Sent] = []
        var new: [PostgresStatementKey] = []
        for query in queries { try send(query, &sent, &new) }
        guard PQpipelineSync(handle) == 1 else { throw broken() }
        let (answers, failure) = try drain(sent)
        guard PQexitPipelineMode(handle) == 1 else { throw broken() }
        guard let failure else { return answers }
        for key in new { forget(key) }
        throw failure
    }

    private func send(_ query: RenderedQuery, _ sent: inout [Sent], _ new: inout [PostgresStatementKey]) throws {
        let arguments = PostgresArguments(query.arguments)
        let key = PostgresStatementKey(text: query.key, types: arguments.types)
        let (name, isNew) = name(for: key)
        if isNew {
            new.append(key)
            sent.append(Sent(query: query, isAsked: false))
            let sql = query.sql
            guard PQsendPrepare(handle, name, sql, arguments.count, arguments.types) == 1 else { throw broken() }
        }
        sent.append(Sent(query: query, isAsked: true))
        let isSent = arguments.withPointers { values, lengths, formats in
            PQsendQueryPrepared(handle, name, arguments.count, values, lengths, formats, 0)
        }
        guard isSent == 1 else { throw broken() }
    }

    /// Reads the answers to all that was sent, up to the sync; the first error counts, what comes after it was skipped.
    private func drain(_ sent: [Sent]) throws -> (answers: [PostgresResult], failure: DatabaseError?) {
        var failure: DatabaseError?
        var answers: [PostgresResult] = []
        for one in sent {
            while let result = PQgetResult(handle).map(PostgresResult.init) {
                guard failure == nil, result.status != PGRES_PIPELINE_ABORTED else { continue }
                do {
                    let answer = try checked(result, one.query)
                    if one.isAsked { answers.append(answer) }
                } catch let error as DatabaseError {
                    failure = error
                }
            }
            if isBroken { throw broken() }
        }
        _ = PQgetResult(handle).map(PostgresResult.init)
        return (answers, failure)
    }
}

extension RenderedQuery {
    fileprivate var isBegin: Bool { key.hasPrefix("BEGIN") }
}
