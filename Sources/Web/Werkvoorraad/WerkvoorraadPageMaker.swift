import Basics
import Database
import Engine
import Incasso
import Journal
import Zaken

/// The list as read in one transaction.
struct WerkvoorraadLook: Sendable {
    /// All that wait, whatever the list is narrowed to.
    let counts: [WerkvoorraadAsked.Tab: Int]
    /// Those of the list as it is narrowed.
    let shown: Int
    let lines: [Werkvoorraad.Regel]
    let steps: [Werkvoorraad.Stap]
    private let tellingen: [WerkvoorraadAsked.Tab: Werkvoorraad.Telling]
    let colleagues: Colleagues
    /// The newest fact of its zaak before each taak in the lines came up, by the identifier of the taak.
    let facts: [String: JournalEntry]
    /// How many taken of the team each colleague has.
    let loads: [Medewerker: Int]
    /// How many zaken are stuck, and about how many someone asked the owner of the process.
    let stuck: Int
    let asked: Int

    init(_ asked: WerkvoorraadAsked, in tx: Transaction) throws {
        tellingen = try asked.tellingen(in: tx)
        counts = tellingen.mapValues { $0.aantal() }
        let telling = tellingen[asked.tab]
        steps = telling?.stappen ?? []
        let size = WerkvoorraadAsked.size
        let page = try asked.list(asked.tab).page(in: tx, limit: size, offset: (asked.page - 1) * size)
        shown = page.gevonden ?? telling?.aantal(stap: asked.step, behandelaar: asked.whose) ?? 0
        lines = page.regels
        colleagues = Colleagues(all: try tx.gebruikers.all())
        facts = try tx.reasons(for: lines.map(\.taak))
        (stuck, self.asked) = try tx.storingen.totals()
        loads = asked.mayGive ? tellingen[.team]?.perMedewerker ?? [:] : [:]
    }

    /// The steps of one of the lists, each with how many taken it has.
    func steps(of tab: WerkvoorraadAsked.Tab) -> [Werkvoorraad.Stap] { tellingen[tab]?.stappen ?? [] }
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
            here: asked.path(page: asked.page), people: asked.tab == .team ? people : [], hasty: hasty, stuck: stuck)
    }

    private var summary: String {
        let (own, team) = (look.counts[.mij] ?? 0, look.counts[.team] ?? 0)
        let all =
            asked.tab == .team && own == 0
            ? words("work.team_has", count: team)
            : words("work.mine", count: own) + " " + words("work.teams", count: team)
        return asked.isNarrowed ? all + " " + words("work.narrowed", count: look.shown) : all
    }

    /// What cannot wait in the lists of the reader's groups, each with its step.
    private var hasty: Way? {
        let found = playbook.formulieren.values.filter(\.spoed).map(\.code).sorted().lazy.compactMap { step in
            look.steps(of: .team).first { $0.stap == step }
        }.first
        return found.map {
            Way(
                words("work.hasty", count: $0.aantal, ["name": name(ofStep: $0.stap)]),
                asked.path(tab: .team) + "&stap=" + $0.stap.formEncoded)
        }
    }

    /// What is stuck in processes, for who owns them.
    private var stuck: Way? {
        guard rights.contains(.procesBeheren), look.stuck > 0 else { return nil }
        let asked = look.asked > 0 ? " " + words("work.stuck_asked", count: look.asked) : ""
        return Way(words("work.stuck_cases", count: look.stuck) + asked, ProcessPaths.list())
    }

    private func tab(_ tab: WerkvoorraadAsked.Tab) -> Way {
        Way(
            words("work.tab_\(tab.rawValue)"), asked.path(tab: tab), current: asked.tab == tab,
            count: words.number(look.counts[tab] ?? 0))
    }

    private var steps: [Option] {
        [Option("", words("work.all_steps"), chosen: asked.step == nil)]
            + look.steps.map { step in
                Option(step.stap, "\(name(ofStep: step.stap)) (\(step.aantal))", chosen: asked.step == step.stap)
            }
    }

    /// `A.2.2 Bel de klant`, as the drawing has it; a name alone for what has no code, as a loose taak has the name of its form.
    private func name(ofStep step: String) -> String {
        let name =
            playbook.processen.called(step).map { Stap.name(words.drawn($0)) }
            ?? playbook.formulieren[step]?.naam[words.language.rawValue] ?? ""
        let parts = [Stap.code(step), name].filter { !$0.isEmpty }
        return parts.isEmpty ? words("work.unnamed_step") : parts.joined(separator: " ")
    }

    private var people: [Option] {
        guard rights.contains(.taakVerdelen) else { return [] }
        return [Option("", words("work.everyone"), chosen: asked.whose == nil)] + workers(chosen: asked.whose)
    }

    /// Those who can have taken, each with how many they have.
    private func workers(chosen: Medewerker? = nil) -> [Option] {
        look.colleagues.workers.map { one in
            let load = look.loads[Medewerker(one.login)] ?? 0
            return Option(one.login, "\(one.name) (\(words.number(load)))", chosen: chosen?.rawValue == one.login)
        }
    }

    /// What the taak says itself, or the newest fact of the zaak.
    private func why(_ taak: Taak) -> String {
        if let own = playbook.ownReason(of: taak) { return own }
        let type = playbook.zaaktypen.values.first { $0.code == Vordering.zaaktype }
        let names = Naming(zaaktype: type, formulieren: playbook.formulieren, language: words.language.rawValue)
        return look.facts[taak.id.text].flatMap { Aanleiding($0, words: words, today: today, naming: names)?.text }
            ?? ""
    }

    private func row(_ line: Werkvoorraad.Regel) -> WerkvoorraadPage.Row {
        let taak = line.taak
        let name = taak.formulier.flatMap { playbook.formulieren[$0]?.naam[words.language.rawValue] }
        let stuck = taak.soort == .storing
        return WerkvoorraadPage.Row(
            id: taak.id.text,
            name: words.titled(name ?? taak.shownName(words, playbook.processen), taak.rondes),
            step: Stap.code(taak.stap),
            stuck: stuck ? Chip(words("work.stuck"), "urgent") : nil,
            path: ZaakPaths.zaak(taak.zaak) + "?taak=\(taak.id.text)",
            person: rights.seen(name: line.klant).map { Way($0, KlantPaths.klant(line.partij)) },
            number: line.zaaknummer, why: why(taak),
            amount: words.money(line.bedrag), due: words.due(taak.uiterlijk, today: today),
            handler: asked.tab == .mij ? nil : taak.behandelaar.map(look.colleagues.name))
    }

    private var empty: Empty {
        let free = look.counts[.niemand] ?? 0
        if asked.isNarrowed {
            return Empty(
                title: words("work.none_found"), text: words("work.none_found_text"),
                way: Way(words("work.show_all"), WorkPaths.list() + "?tab=\(asked.tab.rawValue)"))
        }
        let way = free > 0 && asked.tab != .niemand ? Way(words("work.look_free"), asked.path(tab: .niemand)) : nil
        return Empty(title: words("work.done"), text: words("work.free", count: free), way: way)
    }

    private var paging: Paging? {
        let all = look.shown
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
        let gives = rights.contains(.taakVerdelen)
        return WerkvoorraadPage.Giving(
            me: user.login, colleagues: gives ? workers() : [], takes: asked.tab != .mij,
            returns: gives || asked.tab == .mij)
    }
}

extension Transaction {
    /// The newest fact that can have led to each taak; what happened since is no reason for it.
    fileprivate func reasons(for taken: [Taak]) throws -> [String: JournalEntry] {
        let kinds = Aanleiding.kinds.filter { $0 != "storing" }
        let newest = try journal.newest(kinds, of: "zaak", taken.map(\.zaak.text))
        return try taken.reduce(into: [:]) { found, taak in
            guard let fact = newest[taak.zaak.text] else { return }
            found[taak.id.text] =
                fact.moment <= taak.ontstaan
                ? fact : try journal.newest(kinds, of: .zaak(taak.zaak), until: taak.ontstaan)
        }
    }
}
