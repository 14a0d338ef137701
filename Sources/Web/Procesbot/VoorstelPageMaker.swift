import Basics
import Bibliotheek
import Database
import Procesbot
import Zaken

/// All that the page of a proposed change tells of, read in one transaction.
struct VoorstelLook: Sendable {
    let one: Wijzigingsvoorstel
    let title: Wijzigingsnaam
    /// The library and rules as they stand.
    let stand: String
    let isFailing: Bool
    /// The text of the source as it is cited now, and as it would be.
    let texts: (old: String, new: String)?
    let questions: [String: String]
    let colleagues: Colleagues

    init?(_ id: Identifier<Wijzigingsvoorstel>, _ bot: BotDesk, in tx: Transaction) throws {
        guard let one = try tx.voorstellen.find(id) else { return nil }
        self.one = one
        title = try Wijzigingsnaam(one.wijziging, in: tx)
        stand = try bot.plank.measured(tx)
        isFailing = try one.isOpen && one.uitslag == nil && Proefmeting.isFailing(id, tx)
        texts = try VoorstelLook.texts(one, in: tx)
        let all = bot.testvragen + (try tx.testvragen.all().map(\.test))
        questions = Dictionary(all.map { ($0.id, $0.vraag) }) { first, _ in first }
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }

    private static func texts(_ one: Wijzigingsvoorstel, in tx: Transaction) throws -> (old: String, new: String)? {
        guard case .bron(let opgave) = one.wijziging, one.isOpen, let new = try tx.inhoud.bytes(opgave.tekst),
            let known = try tx.bronnen.find(naam: opgave.naam),
            let newest = try tx.bronnen.versions(of: known.id).first, let old = try tx.inhoud.bytes(newest.tekst)
        else { return nil }
        return (String(decoding: old, as: UTF8.self), String(decoding: new, as: UTF8.self))
    }
}

/// What a change is about, with the names that people know.
struct Wijzigingsnaam: Sendable {
    let key: String
    let what: String
    /// Where a draft stands that is published elsewhere.
    let draft: String?

    init(_ wijziging: Wijziging, in tx: Transaction) throws {
        switch wijziging {
        case .bron(let opgave):
            key = try tx.bronnen.find(naam: opgave.naam) == nil ? "new_source" : "new_version"
            (what, draft) = (opgave.naam, nil)
        case .einde(let bron, _):
            (key, draft) = ("lapse", nil)
            what = try tx.bronnen.versions(of: bron).first?.titel ?? ""
        case .woorden(let words, let wide):
            (key, draft) = (wide == nil ? "words" : "words_under", nil)
            what = words.joined(separator: ", ") + (wide.map { " → " + $0 } ?? "")
        case .zonder(let groep):
            (key, draft) = ("without_words", nil)
            what = try tx.woordgroepen.all().first { $0.id == groep }?.woorden.joined(separator: ", ") ?? ""
        case .ontwerp(let id):
            let found = try tx.ontwerpen.find(id)
            (key, what) = ("draft", found?.bestand ?? "")
            draft = found.map {
                switch $0.soort {
                case .proces: ProcessPaths.draft($0.id)
                case .beslissing: DecisionPaths.draft($0.id)
                }
            }
        }
    }

    func said(_ words: Words) -> String { words("proposal.\(key)", ["what": what]) }
}

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
        guard one.isOpen, one.uitslag == nil else { return nil }
        guard let all = one.vragen else {
            return .init(text: words("proposal.waits"), asked: "0", all: "1")
        }
        return .init(
            text: words("proposal.asked", ["n": words.number(one.gesteld), "all": words.number(all)]),
            asked: String(one.gesteld), all: String(all))
    }

    private var verdict: Banner? {
        guard let uitslag = one.uitslag else { return nil }
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

extension VoorstelRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .unknown: words("refusals.proposal_unknown")
        case .decided: words("refusals.proposal_decided")
        case .unmeasured: words("refusals.proposal_unmeasured")
        case .overtaken: words("refusals.proposal_overtaken")
        case .worse(let count): words("refusals.proposal_worse", count: count)
        }
    }

    /// What a person ticks to publish all the same.
    fileprivate func tick(_ words: Words) -> String {
        switch self {
        case .unknown, .decided, .unmeasured: words("proposal.tick_unmeasured")
        case .overtaken: words("proposal.tick_overtaken")
        case .worse(let count): words("proposal.tick_worse", count: count)
        }
    }
}

extension Chip {
    /// How a proposed change stands.
    init(_ one: Wijzigingsvoorstel, _ stand: String, _ words: Words) {
        switch one.besluit {
        case .gepubliceerd: self.init(words("proposal.state_gepubliceerd"), "calm")
        case .weggegooid: self.init(words("proposal.state_weggegooid"))
        case nil:
            guard let uitslag = one.uitslag else {
                self.init(words("proposal.state_measuring"), "note")
                return
            }
            let worse = uitslag.aantal(.slechter)
            if !one.isCurrent(stand) {
                self.init(words("proposal.state_overtaken"), "attention")
            } else if worse > 0 {
                self.init(words("proposal.state_worse", count: worse), "urgent")
            } else {
                self.init(words("proposal.state_fine"), "calm")
            }
        }
    }
}

extension Words {
    /// So many right of all.
    func of(_ part: JSON) -> String {
        self("measures.of", ["right": "\(part["right"].integer ?? 0)", "all": "\(part["of"].integer ?? 0)"])
    }

    /// What a test question was answered, and what was wrong with it.
    fileprivate func answer(_ result: JSON) -> String {
        let refused = result["first"].text == nil
        let reason = result["refused"].text ?? ""
        let said =
            refused
            ? self("proposal.refused", ["why": text("advice.refused_\(reason.replacing("-", with: "_"))") ?? reason])
            : result["first"].text ?? ""
        let wrong = (result["differences"].elements ?? []).compactMap(\.text).map(difference)
        let cited = (result["cited"].elements ?? []).compactMap(\.text).first.map {
            self("proposal.cited", ["what": $0])
        }
        return ([said, cited] + wrong).compactMap(\.self).joined(separator: " · ")
    }
}

extension JSON {
    /// A share as whole per cents; 0 where there is none.
    var percent: Int {
        number.flatMap { ($0 * Decimal128(100))?.rounded(toPlaces: 0)?.integer }.map { Int($0) } ?? 0
    }
}
