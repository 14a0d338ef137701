import Database
import Hummingbird
import Zaken

/// What someone asked of the list, in its address.
struct WerkvoorraadAsked: Sendable {
    enum Tab: String, Sendable, CaseIterable { case mij, team, niemand }

    static let size = 50

    private(set) var tab: Tab
    /// Whether the address says which list.
    let isTabAsked: Bool
    let sort: Werkvoorraad.Volgorde
    let search: String
    let step: String?
    /// Only what this colleague has, in the list of the team.
    let whose: Medewerker?
    let page: Int
    let me: Medewerker
    let groups: [String]
    /// Whether the reader may give taken to colleagues, and sees who has how many.
    let mayGive: Bool

    init(_ request: Request, of user: Gebruiker, groups: [String], mayGive: Bool) {
        self.mayGive = mayGive
        let usual: Tab = user.role == .lezer ? .team : .mij
        let tab = request.query("tab").flatMap(Tab.init(rawValue:))
        isTabAsked = tab != nil
        self.tab = tab ?? usual
        sort = request.query("sorteer").flatMap(Werkvoorraad.Volgorde.init(rawValue:)) ?? .urgentie
        search = request.query("zoek") ?? ""
        step = request.query("stap")
        whose = self.tab == .team ? request.query("van").map(Medewerker.init(_:)) : nil
        page = min(10_000, max(1, request.query("p").flatMap { Int($0) } ?? 1))
        me = Medewerker(user.login)
        self.groups = groups
    }

    /// Who divides the work and has none of their own begins where their work is: with what waits in the team, the latest first.
    func landed(in tx: Transaction) throws -> WerkvoorraadAsked {
        guard !isTabAsked, mayGive, tab == .mij, try Werkvoorraad(van: .mij(me)).lines(in: tx, limit: 1).isEmpty
        else { return self }
        var landed = self
        landed.tab = .team
        return landed
    }

    var isNarrowed: Bool { !search.isEmpty || step != nil || whose != nil }

    func list(_ tab: Tab) -> Werkvoorraad {
        let van: Werkvoorraad.Van =
            switch tab {
            case .mij: .mij(me)
            case .team: .groepen(groups)
            case .niemand: .niemand(groups)
            }
        guard tab == self.tab else { return Werkvoorraad(van: van) }
        return Werkvoorraad(van: van, volgorde: sort, zoek: search, stap: step, behandelaar: whose)
    }

    /// Each tab's list counted as a whole, whatever this one is narrowed to.
    func tellingen(in tx: Transaction) throws -> [Tab: Werkvoorraad.Telling] {
        let team = try Werkvoorraad(van: .groepen(groups)).telling(in: tx)
        return [.mij: try Werkvoorraad(van: .mij(me)).telling(in: tx), .team: team, .niemand: team.vrij]
    }

    /// The address of the same list with one thing changed.
    func path(tab: Tab? = nil, sort: Werkvoorraad.Volgorde? = nil, page: Int = 1) -> String {
        WorkPaths.list() + "?" + filters(tab: tab, sort: sort, page: page)
    }

    /// The list as it is, to come back to.
    var filters: String { filters(page: page) }

    private func filters(tab: Tab? = nil, sort: Werkvoorraad.Volgorde? = nil, page: Int) -> String {
        var parts = ["tab=\((tab ?? self.tab).rawValue)", "sorteer=\((sort ?? self.sort).rawValue)"]
        if tab == nil, !search.isEmpty { parts.append("zoek=\(search.formEncoded)") }
        if tab == nil, let step { parts.append("stap=\(step.formEncoded)") }
        if tab == nil, let whose { parts.append("van=\(whose.rawValue.formEncoded)") }
        if page > 1 { parts.append("p=\(page)") }
        return parts.joined(separator: "&")
    }
}
