import Basics
import Database
import Hummingbird
import Zaken

/// What someone asked of the list, in its address.
struct WerkvoorraadAsked: Sendable {
    enum Tab: String, Sendable, CaseIterable { case mij, team, niemand }

    static let size = 50

    let tab: Tab
    let sort: Werkvoorraad.Volgorde
    let search: String
    let step: String?
    let page: Int
    let me: Medewerker
    let groups: [String]

    init(_ request: Request, of user: Gebruiker, groups: [String]) {
        let usual: Tab = user.role == .lezer ? .team : .mij
        tab = request.query("tab").flatMap(Tab.init(rawValue:)) ?? usual
        sort = request.query("sorteer").flatMap(Werkvoorraad.Volgorde.init(rawValue:)) ?? .urgentie
        search = request.query("zoek") ?? ""
        step = request.query("stap")
        page = min(10_000, max(1, request.query("p").flatMap { Int($0) } ?? 1))
        me = Medewerker(user.login)
        self.groups = groups
    }

    func list(_ tab: Tab) -> Werkvoorraad {
        let whose: Werkvoorraad.Van =
            switch tab {
            case .mij: .mij(me)
            case .team: .groepen(groups)
            case .niemand: .niemand(groups)
            }
        return tab == self.tab
            ? Werkvoorraad(van: whose, volgorde: sort, zoek: search, stap: step) : Werkvoorraad(van: whose)
    }

    /// The address of the same list with one thing changed.
    func path(tab: Tab? = nil, sort: Werkvoorraad.Volgorde? = nil, page: Int = 1) -> String {
        var parts = ["tab=\((tab ?? self.tab).rawValue)", "sorteer=\((sort ?? self.sort).rawValue)"]
        if tab == nil, !search.isEmpty { parts.append("zoek=\(search.formEncoded)") }
        if tab == nil, let step { parts.append("stap=\(step.formEncoded)") }
        if page > 1 { parts.append("p=\(page)") }
        return WorkPaths.list() + "?" + parts.joined(separator: "&")
    }
}

/// The list as read in one transaction.
struct WerkvoorraadLook: Sendable {
    let counts: [WerkvoorraadAsked.Tab: Int]
    let lines: [Werkvoorraad.Regel]
    let steps: [Werkvoorraad.Stap]
    let colleagues: Colleagues

    init(_ asked: WerkvoorraadAsked, in tx: Transaction) throws {
        let team = try Werkvoorraad(van: .groepen(asked.groups)).steps(in: tx)
        let mine = try Werkvoorraad(van: .mij(asked.me)).steps(in: tx)
        var counts: [WerkvoorraadAsked.Tab: Int] = [
            .team: team.map(\.aantal).reduce(0, +), .niemand: team.map(\.vrij).reduce(0, +),
            .mij: mine.map(\.aantal).reduce(0, +),
        ]
        let list = asked.list(asked.tab)
        let steps =
            switch asked.tab {
            case .mij: mine
            case .team: team
            case .niemand: team.filter { $0.vrij > 0 }
            }
        if !asked.search.isEmpty {
            counts[asked.tab] = try list.count(in: tx)
        } else if let step = asked.step {
            let found = steps.first { $0.stap == step }
            counts[asked.tab] = asked.tab == .niemand ? found?.vrij : found?.aantal
        }
        self.steps = steps
        self.counts = counts
        let size = WerkvoorraadAsked.size
        lines = try list.lines(in: tx, limit: size, offset: (asked.page - 1) * size)
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }
}

/// Makes the page of the list.
struct WerkvoorraadPageMaker {
    let look: WerkvoorraadLook
    let asked: WerkvoorraadAsked
    let playbook: Playbook
    let words: Words
    let today: Day
    let user: Gebruiker
    let rights: Set<Permission>

    func page() -> WerkvoorraadPage {
        WerkvoorraadPage(
            summary: summary, tabs: WerkvoorraadAsked.Tab.allCases.map(tab), tab: asked.tab.rawValue,
            search: asked.search, steps: steps, sort: asked.sort.rawValue,
            sorts: Werkvoorraad.Volgorde.allCases.map {
                Way(words("work.sort_\($0.rawValue)"), asked.path(sort: $0), current: asked.sort == $0)
            }, rows: look.lines.map(row), empty: look.lines.isEmpty ? empty : nil, paging: paging, giving: giving,
            here: asked.path(page: asked.page))
    }

    private var summary: String {
        let mine = words("work.mine", count: look.counts[.mij] ?? 0)
        return mine + " " + words("work.teams", count: look.counts[.team] ?? 0)
    }

    private func tab(_ tab: WerkvoorraadAsked.Tab) -> Way {
        Way(
            words("work.tab_\(tab.rawValue)"), asked.path(tab: tab), current: asked.tab == tab,
            count: words.number(look.counts[tab] ?? 0))
    }

    private var steps: [Option] {
        [Option("", words("work.all_steps"), chosen: asked.step == nil)]
            + look.steps.map { step in
                let count = asked.tab == .niemand ? step.vrij : step.aantal
                return Option(step.stap, "\(step.stap) (\(count))", chosen: asked.step == step.stap)
            }
    }

    private func row(_ line: Werkvoorraad.Regel) -> WerkvoorraadPage.Row {
        let taak = line.taak
        let name = taak.formulier.flatMap { playbook.formulieren[$0]?.naam[words.language.rawValue] }
        return WerkvoorraadPage.Row(
            id: taak.id.text, name: name ?? Stap.name(taak.naam), step: Stap.code(taak.stap),
            path: ZaakPaths.zaak(taak.zaak) + "#taak-\(taak.id.text)", person: line.klant,
            personPath: KlantPaths.klant(line.partij), number: line.zaaknummer, why: taak.waarom,
            amount: words.money(line.bedrag), due: words.due(taak.uiterlijk, today: today),
            handler: asked.tab == .mij ? nil : taak.behandelaar.map(look.colleagues.name))
    }

    private var empty: Empty {
        let free = look.counts[.niemand] ?? 0
        if !asked.search.isEmpty || asked.step != nil {
            return Empty(
                title: words("work.none_found"), text: words("work.none_found_text"),
                way: Way(words("work.show_all"), WorkPaths.list() + "?tab=\(asked.tab.rawValue)"))
        }
        let way = free > 0 && asked.tab != .niemand ? Way(words("work.look_free"), asked.path(tab: .niemand)) : nil
        return Empty(title: words("work.done"), text: words("work.free", count: free), way: way)
    }

    private var paging: Paging? {
        let all = look.counts[asked.tab] ?? 0
        guard !look.lines.isEmpty, all > WerkvoorraadAsked.size else { return nil }
        let first = (asked.page - 1) * WerkvoorraadAsked.size + 1
        let last = first + look.lines.count - 1
        return Paging(
            text: words(
                "common.range", ["from": words.number(first), "to": words.number(last), "all": words.number(all)]),
            previous: asked.page > 1 ? asked.path(page: asked.page - 1) : nil,
            next: last < all ? asked.path(page: asked.page + 1) : nil)
    }

    private var giving: WerkvoorraadPage.Giving? {
        guard rights.contains(.taakDoen) else { return nil }
        let colleagues = rights.contains(.taakVerdelen) ? look.colleagues.workers.map { Option($0.login, $0.name) } : []
        return WerkvoorraadPage.Giving(me: user.login, colleagues: colleagues)
    }
}
