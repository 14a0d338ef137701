import Basics
import Bibliotheek
import Zaken

/// Makes the page of a proposed change.
struct VoorstelPageMaker {
    let look: VoorstelLook
    let problems: [Problem]
    let words: Words
    let today: Day

    private var one: Wijzigingsvoorstel { look.one }

    func page() -> VoorstelPage {
        let differences = one.uitslag?.verschillen ?? []
        return VoorstelPage(
            title: look.title.said(words), line: line, state: Chip(one, look.stand, words),
            problems: problems.isEmpty ? nil : ZaakPage.Problems(problems: problems), busy: busy,
            failing: look.isFailing ? words("proposal.failing") : nil, verdict: verdict, figures: figures,
            groups: Proefuitslag.Gevolg.allCases.compactMap { group($0, differences) }, same: same(differences),
            changes: look.texts.map { BronPage.Changes($0.old, $0.new, words) }, publish: publish,
            elsewhere: one.isOpen ? look.title.draft.map { Way(words("proposal.to_draft"), $0) } : nil,
            acts: one.isOpen
                ? .init(again: AdvicePaths.proposalAgain(one.id), discard: AdvicePaths.proposalDiscard(one.id)) : nil)
    }

    private var line: String {
        let proposed = words(
            "proposal.by",
            ["who": look.colleagues.name(of: Medewerker(one.door)), "when": words.moment(one.moment, today: today)])
        guard let besluit = one.besluit, let when = one.besloten else { return proposed }
        let who = one.beslotenDoor.map { look.colleagues.name(of: Medewerker($0)) } ?? ""
        let ended = words(
            "proposal.\(besluit.rawValue)_by", ["who": who, "when": words.moment(when, today: today)])
        return "\(proposed) · \(ended)"
    }

    private var busy: VoorstelPage.Busy? {
        guard one.isMeasuring else { return nil }
        guard let all = one.vragen else {
            return .init(
                text: words("proposal.waits"), asked: "0", all: "1", stop: AdvicePaths.proposalStop(one.id))
        }
        return .init(
            text: words("proposal.asked", ["n": words.number(one.gesteld), "all": words.number(all)]),
            asked: String(one.gesteld), all: String(all), stop: AdvicePaths.proposalStop(one.id))
    }

    private var verdict: Banner? {
        guard let uitslag = one.uitslag else {
            return one.isOpen && !one.isMeasuring
                ? Banner(tone: "note", title: words("proposal.stopped"), text: words("proposal.stopped_do")) : nil
        }
        let (worse, better) = (uitslag.aantal(.slechter), uitslag.aantal(.beter))
        if one.isOpen, !one.isCurrent(look.stand) {
            return Banner(
                tone: "attention", title: words("proposal.overtaken"), text: words("proposal.overtaken_do"))
        }
        if worse > 0 {
            return Banner(
                tone: "urgent", title: words("proposal.worse", count: worse), text: words("proposal.worse_do"))
        }
        if better > 0 {
            return Banner(
                tone: "calm", title: words("proposal.better", count: better), text: words("proposal.better_do"))
        }
        let isSame = uitslag.verschillen.isEmpty
        return Banner(
            tone: "note", title: words(isSame ? "proposal.all_same" : "proposal.no_worse"),
            text: words(isSame ? "proposal.all_same_do" : "proposal.no_worse_do"))
    }

    private var figures: [VoorstelPage.Figure] {
        guard let uitslag = one.uitslag else { return [] }
        let counts = [("routes", "measures.routes"), ("refusals", "measures.refusals")].map { key, name in
            let (now, then) = (uitslag.nu[key], uitslag.straks[key])
            let change = (then["right"].integer ?? 0) - (now["right"].integer ?? 0)
            return VoorstelPage.Figure(
                name: words(name), now: words.of(now), then: words.of(then), change: self.change(Int(change)))
        }
        let shares = [("recallAt1", "measures.source_first"), ("recallAt5", "measures.source_five")].map { key, name in
            let (now, then) = (uitslag.nu["sources"][key].percent, uitslag.straks["sources"][key].percent)
            return VoorstelPage.Figure(
                name: words(name), now: "\(now)%", then: "\(then)%", change: change(then - now))
        }
        return counts + shares
    }

    private func change(_ difference: Int) -> Chip? {
        if difference == 0 { return nil }
        return difference > 0 ? Chip("+\(difference)", "calm") : Chip("−\(difference.magnitude)", "urgent")
    }

    private func group(_ effect: Proefuitslag.Gevolg, _ all: [Proefuitslag.Vraag]) -> VoorstelPage.Group? {
        let items = all.filter { $0.gevolg == effect }.map { item in
            VoorstelPage.Item(
                question: look.questions[item.id] ?? item.id,
                path: AdvicePaths.ask() + "?test=\(item.id.formEncoded)", now: words.answer(item.nu),
                then: words.answer(item.straks))
        }
        guard !items.isEmpty else { return nil }
        return switch effect {
        case .slechter: .init(title: words("proposal.group_worse"), tone: "urgent", items: items)
        case .beter: .init(title: words("proposal.group_better"), tone: "calm", items: items)
        case .anders: .init(title: words("proposal.group_other"), tone: "", items: items)
        }
    }

    private func same(_ differences: [Proefuitslag.Vraag]) -> String? {
        guard let all = one.uitslag?.nu["questions"].elements?.count else { return nil }
        return words("proposal.same", count: all - differences.count)
    }

    private var publish: VoorstelPage.Publish? {
        guard one.isOpen, look.title.draft == nil, one.wijziging.soort != .ontwerp else { return nil }
        return .init(
            path: AdvicePaths.proposal(one.id),
            tick: one.doubt(look.stand).map { .init(label: $0.tick(words)) })
    }
}
