/// What may be asked of the database between a begin and a commit. It lives only inside the closure it is given to.
///
/// After a statement has failed, the transaction can only be rolled back, on both databases; what may fail stands in ``nested(_:)``.
public final class Transaction {
    private let connection: any Connection
    private var failure: DatabaseError?
    private var hasEnded = false
    /// What is read while it is only said what will be.
    private var wishes: [Query]?
    /// What was read since it was said what this is about.
    private var reading: Reading?
    /// What it is about, where that was said.
    var subject: String? { reading?.subject }
    private(set) var notices: [Notice] = []
    private var told: Set<Notice> = []
    /// Whether the rows must become visible in the order of their commits; the journal asks for it.
    package var commitsInOrder = false

    /// The ends of the chains that this transaction knows, by what they are about, so that it need not look again.
    package var chainEnds: [String: ChainEnd] = [:]

    init(on connection: any Connection) { self.connection = connection }

    public var dialect: Dialect { connection.dialect }

    /// All rows of an answer.
    public func rows(_ query: Query) throws -> [Row] {
        if wishes != nil {
            wishes?.append(query)
            return []
        }
        var rows: [Row] = []
        try ask(query) { rendered in
            try connection.rows(rendered) { rows.append($0) }
            reading?.note(rendered, rows.count)
        }
        return rows
    }

    /// The first row, if there is one.
    public func first(_ query: Query) throws -> Row? { try rows(query).first }

    /// Row after row in bounded memory; the body may ask other things meanwhile.
    public func each(_ query: Query, _ body: (Row) throws -> Void) throws {
        try ask(query) { rendered in try connection.stream(rendered, body) }
    }

    /// Changes rows and says how many.
    @discardableResult
    public func run(_ query: Query) throws -> Int {
        try ask(query) { rendered in try connection.run(rendered) }
    }

    /// Changes rows of one table by a statement of which nobody awaits the answer; what it breaks is told at the latest before the commit,
    /// and so is the refusal where exactly one row should change and does not.
    ///
    /// It stands by itself: it adds rows under keys of their own, or says by its condition, such as a version that every change of
    /// the row raises, all that it was computed from. So it may be made after this transaction, together with those of others.
    public func later(_ query: Query, else refusal: (any Error)? = nil) throws {
        try ask(query) { rendered in try connection.later(rendered, refusal) }
    }

    /// Says what will be read next, so that a database that is far away answers it all in one go.
    ///
    /// The body reads as always and finds nothing; what it asks is what is fetched. A subject, such as a zaak, adds what was read
    /// when it was dealt with last.
    public func foresee(like subject: String? = nil, _ body: () throws -> Void) throws {
        guard connection.isFar, wishes == nil else { return }
        let queries = try wished(in: body)
        guard let subject else { return try guarded { try connection.foresee(queries) } }
        let known = Foresight.shared.queries(for: subject)
        if reading?.subject != subject { reading = Reading(about: subject, apart: queries) }
        try guarded { try connection.foresee(queries + known) }
    }

    private func wished(in body: () throws -> Void) throws -> [RenderedQuery] {
        wishes = []
        defer { wishes = nil }
        try body()
        return (wishes ?? []).map { $0.rendered(for: dialect) }
    }

    /// Runs many statements that need no answer; on PostgreSQL without waiting for each.
    public func runBatch(_ queries: [Query]) throws {
        try guarded { try connection.runBatch(queries.map { $0.rendered(for: dialect) }) }
    }

    /// Tells all who listen on the channel, in this process and on PostgreSQL in every other, when this transaction has committed.
    public func notify(_ channel: String, _ text: String) throws {
        try guarded {}
        let notice = Notice(channel: channel, text: text)
        if told.insert(notice).inserted { notices.append(notice) }
    }

    /// Runs a part that may fail: when it throws, only that part is undone, and the transaction goes on.
    @discardableResult
    public func nested<Answer>(_ body: () throws -> Answer) throws -> Answer {
        let (kept, keptEnds) = (notices.count, chainEnds)
        try guarded { try connection.execute("SAVEPOINT nested") }
        do {
            let answer = try body()
            if let failure { throw failure }
            try guarded { try connection.execute("RELEASE SAVEPOINT nested") }
            return answer
        } catch {
            if let failure, !failure.isMendable { throw failure }
            connection.forgetAhead()
            for notice in notices[kept...] { told.remove(notice) }
            notices.removeSubrange(kept...)
            chainEnds = keptEnds
            failure = nil
            try guarded { try connection.execute("ROLLBACK TO SAVEPOINT nested; RELEASE SAVEPOINT nested") }
            throw error
        }
    }

    /// Runs SQL of our own that holds several statements.
    func execute(_ script: String) throws {
        try guarded { try connection.execute(script) }
    }

    /// The conflict that ended this transaction, whatever its body made of it.
    var conflict: DatabaseError? { failure.flatMap { $0.isConflict ? $0 : nil } }

    /// Closes the transaction for use, and says whether it may commit.
    func end() throws {
        hasEnded = true
        if let failure { throw failure }
        if let reading { Foresight.shared.keep(reading.asked, for: reading.subject) }
    }
}

/// The last link of a chain of records: its number and its hash.
package struct ChainEnd {
    package let number: Int64
    package let hash: String

    package init(number: Int64, hash: String) {
        self.number = number
        self.hash = hash
    }
}

extension Transaction {
    private func ask<Answer>(_ query: Query, _ body: (RenderedQuery) throws -> Answer) throws -> Answer {
        try guarded { try body(query.rendered(for: dialect)) }
    }

    private func guarded<Answer>(_ body: () throws -> Answer) throws -> Answer {
        if hasEnded { throw DatabaseError(kind: .other, code: "ended", message: "the transaction has ended") }
        if let failure { throw failure }
        if wishes != nil { throw DatabaseError(kind: .other, code: "foresee", message: "what is foreseen only reads") }
        do {
            return try body()
        } catch let error as DatabaseError {
            failure = error
            throw error
        }
    }
}
