import Basics
import Journal
import Zaken

/// Makes the page of the journal.
struct JournaalPageMaker {
    let look: JournaalLook
    let asked: JournaalAsked
    /// All kinds that there are words for.
    let kinds: [String]
    let playbook: Playbook
    let words: Words
    let today: Day
    let rights: Set<Permission>

    private var seesZaken: Bool { rights.contains(.zaakZien) }

    func page() -> JournaalPage {
        JournaalPage(
            kinds: options, actor: asked.actor, subject: asked.about, from: asked.from?.description ?? "",
            to: asked.to?.description ?? "", entries: presses.map(line),
            empty: look.entries.isEmpty
                ? Empty(title: words("journal.none"), text: words("journal.none_text"), way: nil) : nil,
            paging: paging)
    }

    private var options: [Option] {
        [Option("", words("journal.all_kinds"), chosen: asked.kind == nil)]
            + kinds.map { Option($0, name(of: $0), chosen: asked.kind == $0) }.sorted { $0.label < $1.label }
    }

    private func name(of kind: String) -> String { words.text("kinds.\(kind)") ?? kind }

    /// What one press brought about, as one line; each by itself where someone asked for one kind.
    private var presses: [Druk] { asked.kind == nil ? look.entries.presses : look.entries.map { Druk([$0]) } }

    private func line(_ press: Druk) -> JournaalPage.Entry {
        let entry = press.entry
        let along = press.along.isEmpty ? [] : [PersonPart.Fact(name: words("journal.along"), value: along(press))]
        return JournaalPage.Entry(
            when: words.moment(entry.moment, today: today), machine: entry.moment.description,
            what: sentence(entry), kind: hasSentence(entry) ? name(of: entry.kind) : nil,
            subject: subject(entry.subject),
            path: seesZaken ? path(of: entry.subject) : nil,
            who: look.colleagues.name(of: entry.actor.description, words),
            purpose: words.text("purposes.\(entry.purpose)") ?? entry.purpose,
            facts: ending(entry) + facts(entry) + along)
    }

    /// What came of a press beside what was pressed, each once.
    private func along(_ press: Druk) -> String {
        var told: [String] = []
        for one in press.along.map({ hasSentence($0) ? sentence($0) : name(of: $0.kind) })
        where !told.contains(one) { told.append(one) }
        return told.joined(separator: "; ")
    }

    /// How a taak ended: the answer that was chosen in its form.
    private func ending(_ entry: JournalEntry) -> [PersonPart.Fact] {
        guard seesZaken, entry.kind == "taak_afgerond" else { return [] }
        let names = Naming(zaaktype: nil, formulieren: playbook.formulieren, language: words.language.rawValue)
        return names.outcome(entry.content).map { [PersonPart.Fact(name: words("journal.ending"), value: $0)] } ?? []
    }

    /// What happened, as the timeline of a zaak says it; its kind for who may not see zaken.
    private func sentence(_ entry: JournalEntry) -> String {
        guard hasSentence(entry) else { return name(of: entry.kind) }
        let zaaktype = look.zaken[entry.subject.id].flatMap { playbook.zaaktypen[$0.zaak.zaaktype] }
        let names = Naming(
            zaaktype: zaaktype, formulieren: playbook.formulieren, language: words.language.rawValue)
        return Timeline(words: words, today: today, colleagues: look.colleagues, naming: names).sentence(entry)
    }

    private func hasSentence(_ entry: JournalEntry) -> Bool {
        seesZaken && words.text("happened.\(entry.kind)") != nil
    }

    /// Whom or what it is about, by name; by its kind and the end of its identifier where there is none.
    private func subject(_ subject: Subject) -> String {
        if let found = look.zaken[subject.id] {
            return [found.zaak.nummer, found.klant].filter { !$0.isEmpty }.joined(separator: " · ")
        }
        if let name = look.klanten[subject.id] { return name }
        if subject.kind == "gebruiker" { return look.colleagues.name(of: "user:\(subject.id)", words) }
        let kind = words.text("subjects.\(subject.kind)") ?? subject.kind
        let end = subject.id.count > 20 ? "…" + subject.id.suffix(6) : subject.id
        return "\(kind) \(end)"
    }

    private func path(of subject: Subject) -> String? {
        switch subject.kind {
        case "zaak": ZaakPaths.zaak(subject.id)
        case "klant" where rights.seesPeople: KlantPaths.klant(subject.id)
        case "betaling" where rights.contains(.vorderingBoeken): BetalingPaths.betaling(subject.id)
        default: nil
        }
    }

    /// The plain facts of an entry; what people wrote stays with its zaak, and what only machines read is left out.
    private func facts(_ entry: JournalEntry) -> [PersonPart.Fact] {
        (entry.content.fields ?? [:]).sorted { $0.key < $1.key }.compactMap { name, value in
            guard !["tekst", "reden", "uitkomst", "feiten", "afspraak", "vervolg", "waarom"].contains(name) else {
                return nil
            }
            let label = words.text("facts.\(name)") ?? name.replacing("_", with: " ")
            if let id = value.text, id.isIdentifier { return named(id, label) }
            if value.text?.isHash == true { return nil }
            return fact(name, value, of: entry).map { PersonPart.Fact(name: label, value: String($0.prefix(80))) }
        }
    }

    /// Another thing that an entry names: with its own name where it has one, else not at all.
    private func named(_ id: String, _ label: String) -> PersonPart.Fact? {
        guard let found = look.zaken[id] else { return nil }
        return PersonPart.Fact(name: label, value: found.zaak.nummer, link: ZaakPaths.zaak(id))
    }

    /// A fact as people write it: an amount, a day, a person, a yes.
    private func fact(_ name: String, _ value: JSON, of entry: JournalEntry) -> String? {
        if ["bedrag", "over", "open"].contains(name), let amount = value.money { return words.money(amount) }
        if let day = value.day { return words.date(day) }
        if let truth = value.flag { return words(truth ? "common.answer_yes" : "common.answer_no") }
        guard let text = value.text else { return value.number.map { "\($0)" } }
        if let person = look.colleagues.all.first(where: { $0.login == text }) { return person.name }
        switch name {
        case "naam", "stap": return Stap.name(words.drawn(text))
        case "formulier":
            return playbook.formulieren[text]?.naam[words.language.rawValue] ?? text
        case "status", "resultaat":
            let zaaktype = look.zaken[entry.subject.id].flatMap { playbook.zaaktypen[$0.zaak.zaaktype] }
            let names = Naming(zaaktype: zaaktype, formulieren: [:], language: words.language.rawValue)
            return name == "status" ? names.status(text) : names.result(text)
        default:
            return ["ledger", "letters", "contact.channel_", "documents", "states"].lazy.compactMap { area in
                words.text(area.hasSuffix("_") ? area + text : "\(area).\(text)")
            }.first ?? text
        }
    }

    private var paging: Paging? {
        guard look.hasMore || asked.before != nil else { return nil }
        return Paging(
            text: words("journal.range", ["n": words.number(look.entries.count)]),
            previous: asked.before == nil ? nil : asked.path(before: nil),
            next: look.hasMore ? asked.path(before: look.entries.last?.position) : nil)
    }
}

extension String {
    /// Whether it is one of our identifiers, which say nothing to people.
    fileprivate var isIdentifier: Bool { count == 36 && filter { $0 == "-" }.count == 4 && !contains(" ") }

    /// Whether it is the print of a file, which says nothing to people.
    fileprivate var isHash: Bool { count == 64 && allSatisfy(\.isHexDigit) }
}
