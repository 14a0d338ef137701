import Basics
import Bibliotheek
import Database
import Hummingbird
import Zaken

/// What someone asked of the remarks on advice, in its address.
struct TerugkoppelingAsked: Sendable {
    static let size = 30

    var list = Terugkoppelingslijst()
    var page = 1

    init() {}

    init(_ request: Request) {
        list.uitkomst = request.query("lijst").flatMap(Terugkoppeling.Uitkomst.init(rawValue:))
        list.oordeel = request.query("oordeel").flatMap(Terugkoppeling.Oordeel.init(rawValue:))
        list.zoek = request.query("zoek").map { String($0.prefix(100)) }
        list.volgorde = request.query("sorteer").flatMap(Terugkoppelingslijst.Volgorde.init(rawValue:)) ?? .nieuwste
        page = min(10_000, max(1, request.query("p").flatMap { Int($0) } ?? 1))
    }

    /// The same, of the remarks of one person.
    func own(_ login: String) -> TerugkoppelingAsked {
        var asked = self
        asked.list.door = login
        return asked
    }

    var isFiltered: Bool { list.oordeel != nil || list.zoek != nil }

    /// Another tab, with nothing else chosen.
    static func tab(_ uitkomst: Terugkoppeling.Uitkomst?) -> String {
        AdvicePaths.feedback() + (uitkomst.map { "?lijst=\($0.rawValue)" } ?? "")
    }

    /// The address of the same list in another order, or another page of it.
    func path(_ order: Terugkoppelingslijst.Volgorde? = nil, page: Int = 1) -> String {
        let parts = [
            ("lijst", list.uitkomst?.rawValue ?? ""), ("oordeel", list.oordeel?.rawValue ?? ""),
            ("zoek", list.zoek ?? ""), ("sorteer", (order ?? list.volgorde).rawValue),
            ("p", page > 1 ? String(page) : ""),
        ]
        return AdvicePaths.feedback() + "?"
            + parts.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1.formEncoded)" }.joined(separator: "&")
    }
}

/// The remarks as read in one transaction.
struct TerugkoppelingLook: Sendable {
    let rows: [Terugkoppeling]
    let count: Int
    /// How many there are in each tab; nothing for those that wait.
    let tabs: [(uitkomst: Terugkoppeling.Uitkomst?, count: Int)]
    let colleagues: Colleagues

    init(_ asked: TerugkoppelingAsked, in tx: Transaction) throws {
        rows = try asked.list.all(
            in: tx, limit: TerugkoppelingAsked.size, offset: (asked.page - 1) * TerugkoppelingAsked.size)
        count = try asked.list.count(in: tx)
        let all: [Terugkoppeling.Uitkomst?] = [nil] + Terugkoppeling.Uitkomst.allCases
        tabs = try all.map { outcome in
            var list = Terugkoppelingslijst()
            (list.uitkomst, list.door) = (outcome, asked.list.door)
            return (outcome, try list.count(in: tx))
        }
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }
}
