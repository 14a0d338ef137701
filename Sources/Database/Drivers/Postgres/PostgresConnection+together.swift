import Basics
import CPostgres

extension PostgresConnection {
    /// Sends statements without waiting for each; in parts, so that neither side's buffer can fill while both wait.
    func runBatch(_ queries: [RenderedQuery]) throws {
        foreseen = []
        for part in queries.batches(of: 256) { _ = try together(Array(part)) }
    }

    /// Sends what waits and these statements in one go, and returns the answers to these.
    func together(_ queries: [RenderedQuery]) throws -> [PostgresResult] {
        defer { outbox = [] }
        hasActed = true
        return try send(outbox, and: queries)
    }

    /// The same for what only reads: changes of what it does not look at go on waiting.
    func ask(_ queries: [RenderedQuery]) throws -> [PostgresResult] {
        outbox.contains { change in queries.contains { $0.mentions(change.table) } }
            ? try together(queries) : try send([], and: queries)
    }

    /// A connection that broke while it was idle is found out here, by a transaction that has only just begun: a new one takes its place.
    private func send(_ changes: [Outgoing], and queries: [RenderedQuery]) throws -> [PostgresResult] {
        let begin = opening.map { Outgoing($0) }
        opening = []
        let all = begin + changes + queries.map { Outgoing($0) }
        do {
            return Array(try pipeline(all).suffix(queries.count))
        } catch let error as DatabaseError where error.kind == .connection && !begin.isEmpty {
            try connect()
            return Array(try pipeline(all).suffix(queries.count))
        }
    }

    /// What was sent: a statement to be prepared, or one whose answer is asked.
    private struct Sent {
        let statement: Outgoing
        let isAsked: Bool
    }

    private func pipeline(_ statements: [Outgoing]) throws -> [PostgresResult] {
        if statements.isEmpty { return [] }
        guard PQenterPipelineMode(handle) == 1 else { throw broken() }
        var sent: [Sent] = []
        var new: [PostgresStatementKey] = []
        for statement in statements { try send(statement, &sent, &new) }
        guard PQpipelineSync(handle) == 1 else { throw broken() }
        let (answers, failure) = try drain(sent)
        guard PQexitPipelineMode(handle) == 1 else { throw broken() }
        guard let failure else { return answers }
        for key in new { forget(key) }
        throw failure
    }

    private func send(_ statement: Outgoing, _ sent: inout [Sent], _ new: inout [PostgresStatementKey]) throws {
        let query = statement.query
        let arguments = PostgresArguments(query.arguments)
        let key = PostgresStatementKey(text: query.key, types: arguments.types)
        let (name, isNew) = name(for: key)
        if isNew {
            new.append(key)
            sent.append(Sent(statement: statement, isAsked: false))
            let sql = query.sql
            guard PQsendPrepare(handle, name, sql, arguments.count, arguments.types) == 1 else { throw broken() }
        }
        sent.append(Sent(statement: statement, isAsked: true))
        let isSent = arguments.withPointers { values, lengths, formats in
            PQsendQueryPrepared(handle, name, arguments.count, values, lengths, formats, 0)
        }
        guard isSent == 1 else { throw broken() }
    }

    /// Reads the answers to all that was sent, up to the sync; the first error counts, what comes after it was skipped.
    private func drain(_ sent: [Sent]) throws -> (answers: [PostgresResult], failure: (any Error)?) {
        var failure: (any Error)?
        var answers: [PostgresResult] = []
        for one in sent {
            while let result = PQgetResult(handle).map(PostgresResult.init) {
                guard failure == nil, result.status != PGRES_PIPELINE_ABORTED else { continue }
                do {
                    let answer = try checked(result, one.statement.query)
                    if one.isAsked { answers.append(answer) }
                } catch let error as DatabaseError {
                    failure = one.statement.meaning(of: error)
                }
            }
            if isBroken { throw broken() }
        }
        _ = PQgetResult(handle).map(PostgresResult.init)
        return (answers, failure)
    }
}
