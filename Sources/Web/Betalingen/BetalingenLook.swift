import Basics
import Database
import Incasso

/// What a list of payments tells of, read in one transaction.
struct BetalingenLook: Sendable {
    let tab: BetalingTab
    let page: Int
    let rows: [(betaling: Betaling, candidates: [Betaling.Kandidaat])]
    let hasMore: Bool
    let waiting: Int
    let returning: [Betaling]
    let files: [Betaalbestand]

    static let size = 50

    /// A look at no list, for one payment by itself.
    static let nothing = BetalingenLook()

    private init() {
        (tab, page, rows, hasMore) = (.waiting, 1, [], false)
        (waiting, returning, files) = (0, [], [])
    }

    init(_ tab: BetalingTab, page: Int, in tx: Transaction) throws {
        self.tab = tab
        self.page = page
        waiting = try tx.betalingen.countUnplaced()
        returning = try tx.betalingen.returning(limit: 1_000)
        files = tab == .returning ? try tx.betaalbestanden.latest() : []
        let (size, offset) = (BetalingenLook.size, (page - 1) * BetalingenLook.size)
        let found =
            switch tab {
            case .waiting: try tx.betalingen.unplaced(limit: size + 1, offset: offset)
            case .returning: Array(returning.dropFirst(offset))
            case .all: try tx.betalingen.latest(limit: size + 1, offset: offset)
            }
        hasMore = found.count > size
        rows = try found.prefix(size).map { ($0, tab == .waiting ? try $0.candidates(in: tx) : []) }
    }
}
