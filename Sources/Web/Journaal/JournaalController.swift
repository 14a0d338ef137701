import Basics
import Database
import Hummingbird
import Journal
import Zaken

/// What happened, over all subjects, the newest first.
struct JournaalController: Sendable {
    let desk: Desk
    private static let size = 100

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(JournalPaths.list.router, use: list)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.journaalZien)
        let asked = JournaalAsked(request)
        let (words, today, rights) = (desk.face.words(context), desk.today(), context.visitor.rights)
        let kinds = words.keys(of: "kinds")
        let size = JournaalController.size
        let page = try await desk.office.read { tx in
            let colleagues = Colleagues(all: try tx.gebruikers.all())
            let question = try asked.question(colleagues, words, in: tx)
            let entries = try tx.journal.entries(question, limit: size + 1)
            return JournaalPageMaker(
                entries: Array(entries.prefix(size)), asked: asked, kinds: kinds, hasMore: entries.count > size,
                words: words, today: today, colleagues: colleagues, mayOpen: rights.contains(.zaakZien)
            ).page()
        }
        return try await desk.face.draw(page, context)
    }
}

/// What someone asked of the journal, in its address.
struct JournaalAsked: Sendable {
    let kind: String?
    let actor: String
    let about: String
    let before: Int64?

    init(_ request: Request) {
        kind = request.query("soort")
        actor = request.query("door") ?? ""
        about = request.query("over") ?? ""
        before = request.query("voor").flatMap { Int64($0) }
    }

    /// The question for the journal: people by their names, a zaak also by its number.
    func question(_ colleagues: Colleagues, _ words: Words, in tx: Transaction) throws -> JournalQuestion {
        let subject = about.isEmpty ? nil : try tx.zaken.find(nummer: about)?.id.text ?? Subject(about)?.id ?? about
        let actors = actor.isEmpty ? nil : colleagues.actors(named: actor, words)
        return JournalQuestion(kind: kind, actors: actors, subject: subject, before: before)
    }

    /// The same question from another place on.
    func path(before position: Int64?) -> String {
        let parts = [
            kind.map { "soort=\($0.formEncoded)" }, actor.isEmpty ? nil : "door=\(actor.formEncoded)",
            about.isEmpty ? nil : "over=\(about.formEncoded)", position.map { "voor=\($0)" },
        ].compactMap(\.self)
        return JournalPaths.list() + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }
}

extension Colleagues {
    /// The actors whose name holds these letters, as the journal writes them.
    fileprivate func actors(named text: String, _ words: Words) -> [String] {
        let wanted = text.lowercased()
        let people = all.filter { "\($0.name) \($0.login)".lowercased().contains(wanted) }.map { "user:\($0.id.text)" }
        let parts = words.keys(of: "actors").filter { words("actors.\($0)").lowercased().contains(wanted) }
        return people + parts.map { "system:\($0)" }
    }
}

/// Makes the page of the journal.
struct JournaalPageMaker {
    let entries: [JournalEntry]
    let asked: JournaalAsked
    /// All kinds that there are words for.
    let kinds: [String]
    let hasMore: Bool
    let words: Words
    let today: Day
    let colleagues: Colleagues
    let mayOpen: Bool

    func page() -> JournaalPage {
        JournaalPage(
            kinds: options, actor: asked.actor, subject: asked.about,
            entries: entries.map { line($0, colleagues.name(of: $0.actor.description, words)) },
            empty: entries.isEmpty
                ? Empty(title: words("journal.none"), text: words("journal.none_text"), way: nil) : nil,
            paging: paging)
    }

    private var options: [Option] {
        [Option("", words("journal.all_kinds"), chosen: asked.kind == nil)]
            + kinds.map { Option($0, name(of: $0), chosen: asked.kind == $0) }.sorted { $0.label < $1.label }
    }

    private func name(of kind: String) -> String { words.text("kinds.\(kind)") ?? kind }

    private func line(_ entry: JournalEntry, _ who: String) -> JournaalPage.Entry {
        JournaalPage.Entry(
            when: words.moment(entry.moment, today: today), machine: entry.moment.description,
            what: name(of: entry.kind),
            kind: entry.kind, subject: "\(entry.subject.kind) …\(entry.subject.id.suffix(6))",
            path: mayOpen ? path(of: entry.subject) : nil, who: who,
            purpose: words.text("purposes.\(entry.purpose)") ?? entry.purpose, facts: facts(entry.content))
    }

    private func path(of subject: Subject) -> String? {
        switch subject.kind {
        case "zaak": ZaakPaths.zaak(subject.id)
        case "klant": KlantPaths.klant(subject.id)
        default: nil
        }
    }

    /// The plain facts of an entry; what people wrote stays with its zaak.
    private func facts(_ content: JSON) -> [PersonPart.Fact] {
        (content.fields ?? [:]).sorted { $0.key < $1.key }.compactMap { name, value in
            guard !["tekst", "reden", "uitkomst"].contains(name) else { return nil }
            let label = words.text("facts.\(name)") ?? name
            return fact(name, value).map { PersonPart.Fact(name: label, value: String($0.prefix(60))) }
        }
    }

    /// A fact as people write it: an amount, a day, a person, a yes.
    private func fact(_ name: String, _ value: JSON) -> String? {
        if ["bedrag", "over", "open"].contains(name), let amount = value.money { return words.money(amount) }
        if let day = value.day { return words.date(day) }
        if let truth = value.flag { return words(truth ? "common.answer_yes" : "common.answer_no") }
        guard let text = value.text else { return value.number.map { "\($0)" } }
        if name == "aan" || name == "van", let person = colleagues.all.first(where: { $0.login == text }) {
            return person.name
        }
        return words.text("ledger.\(text)") ?? words.text("letters.\(text)") ?? text
    }

    private var paging: Paging? {
        guard hasMore || asked.before != nil else { return nil }
        return Paging(
            text: words("journal.range", ["n": words.number(entries.count)]),
            previous: asked.before == nil ? nil : asked.path(before: nil),
            next: hasMore ? asked.path(before: entries.last?.position) : nil)
    }
}
