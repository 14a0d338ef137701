import Basics
import Database
import Incasso
import Zaken

/// What a list of payments tells of, read in one transaction.
struct BetalingenLook: Sendable {
    let tab: BetalingTab
    let search: String
    let page: Int
    let rows: [(betaling: Betaling, candidates: [Betaling.Kandidaat])]
    let hasMore: Bool
    /// The numbers of the zaken where the payments are.
    let numbers: [Identifier<Zaak>: String]
    let waiting: Int
    let returning: [Betaling]
    let files: [Betaalbestand]

    static let size = 50

    /// A look at no list, for one payment by itself.
    static let nothing = BetalingenLook()

    private init() {
        (tab, search, page, rows, hasMore) = (.waiting, "", 1, [], false)
        (waiting, returning, files, numbers) = (0, [], [], [:])
    }

    init(_ tab: BetalingTab, page: Int, search: String = "", in tx: Transaction) throws {
        self.tab = tab
        self.search = search
        self.page = page
        waiting = try tx.betalingen.countUnplaced()
        returning = try tx.betalingen.returning(limit: 1_000)
        files = tab == .returning ? try tx.betaalbestanden.latest() : []
        let (size, offset) = (BetalingenLook.size, (page - 1) * BetalingenLook.size)
        let found =
            if let vraag = Betaalvraag(search, in: tab.lijst) {
                try tx.betalingen.search(vraag, limit: size + 1, offset: offset)
            } else {
                try tab.all(returning, limit: size + 1, offset: offset, in: tx)
            }
        hasMore = found.count > size
        let zaken = Set(found.prefix(size).compactMap(\.zaak))
        numbers = try Dictionary(
            zaken.compactMap { id in try tx.zaken.find(id).map { (id, $0.nummer) } }
        ) { first, _ in first }
        rows = try found.prefix(size).map { ($0, tab == .waiting ? try $0.candidates(in: tx) : []) }
    }
}

extension BetalingTab {
    var lijst: Betaalvraag.Lijst {
        switch self {
        case .waiting: .tePlaatsen
        case .returning: .terug
        case .all: .alle
        }
    }

    fileprivate func all(_ returning: [Betaling], limit: Int, offset: Int, in tx: Transaction) throws -> [Betaling] {
        switch self {
        case .waiting: try tx.betalingen.unplaced(limit: limit, offset: offset)
        case .returning: Array(returning.dropFirst(offset))
        case .all: try tx.betalingen.latest(limit: limit, offset: offset)
        }
    }
}
