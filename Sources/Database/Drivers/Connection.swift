/// One connection to a database, used on its own thread only.
protocol Connection: AnyObject {
    var dialect: Dialect { get }
    /// Hands over each row; the answer is in memory on PostgreSQL.
    func rows(_ query: RenderedQuery, _ body: (Row) throws -> Void) throws
    /// Hands over row after row in bounded memory.
    func stream(_ query: RenderedQuery, _ body: (Row) throws -> Void) throws
    func run(_ query: RenderedQuery) throws -> Int
    func runBatch(_ queries: [RenderedQuery]) throws
    /// Changes rows at the latest before the next statement; refused when it must be one row and is not.
    func later(_ query: RenderedQuery, _ refusal: (any Error)?) throws
    /// Asks several things in one go; who asks one of them next, has the answer at once.
    func foresee(_ queries: [RenderedQuery]) throws
    /// Forgets changes that have not been sent and answers that were foreseen.
    func forgetAhead()
    /// Whether asking several things in one go is quicker than one by one.
    var isFar: Bool { get }
    /// Runs SQL of our own without arguments, possibly several statements.
    func execute(_ script: String) throws
}
