/// One connection to a database, used on its own thread only.
protocol Connection: AnyObject {
    var dialect: Dialect { get }
    /// Hands over each row; the answer is in memory on PostgreSQL.
    func rows(_ query: RenderedQuery, _ body: (Row) throws -> Void) throws
    /// Hands over row after row in bounded memory.
    func stream(_ query: RenderedQuery, _ body: (Row) throws -> Void) throws
    func run(_ query: RenderedQuery) throws -> Int
    func runBatch(_ queries: [RenderedQuery]) throws
    /// Runs SQL of our own without arguments, possibly several statements.
    func execute(_ script: String) throws
}
