import Basics
import Hummingbird
import Journal
import Zaken

/// What happened, over all subjects, the newest first.
struct JournaalController: Sendable {
    let desk: Desk
    private static let size: Int64 = 200

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(JournalPaths.list.router, use: list)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.journaalZien)
        let asked = JournaalAsked(request)
        let (words, today, rights) = (desk.face.words(context), desk.today(), context.visitor.rights)
        let page = try await desk.office.read { tx in
            let colleagues = Colleagues(all: try tx.gebruikers.all())
            let last = try tx.journal.lastPosition()
            let end = min(last, asked.before.map { $0 - 1 } ?? last)
            let entries: [JournalEntry] =
                if let subject = asked.subject {
                    try tx.journal.entries(of: subject, limit: 500)
                } else {
                    try tx.journal.after(
                        position: max(0, end - JournaalController.size), limit: Int(JournaalController.size)
                    )
                    .filter { ($0.position ?? 0) <= end }.reversed()
                }
            return JournaalPageMaker(
                entries: entries, asked: asked, start: max(0, end - JournaalController.size), last: last, words: words,
                today: today, colleagues: colleagues, mayOpen: rights.contains(.zaakZien)
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

    /// The subject that is asked for in full, such as `zaak:…`.
    var subject: Subject? { Subject(about) }
}

/// Makes the page of the journal.
struct JournaalPageMaker {
    let entries: [JournalEntry]
    let asked: JournaalAsked
    /// The position before the oldest that was read.
    let start: Int64
    let last: Int64
    let words: Words
    let today: Day
    let colleagues: Colleagues
    let mayOpen: Bool

    func page() -> JournaalPage {
        let shown = entries.map { (entry: $0, who: colleagues.name(of: $0.actor.description, words)) }.filter(isAsked)
        return JournaalPage(
            kinds: kinds, actor: asked.actor, subject: asked.about, entries: shown.map { line($0.entry, $0.who) },
            empty: shown.isEmpty
                ? Empty(title: words("journal.none"), text: words("journal.none_text"), way: nil) : nil,
            paging: asked.subject == nil ? paging : nil)
    }

    private func isAsked(_ one: (entry: JournalEntry, who: String)) -> Bool {
        let hasKind = asked.kind == nil || one.entry.kind == asked.kind
        let hasActor = asked.actor.isEmpty || one.who.lowercased().contains(asked.actor.lowercased())
        return hasKind && hasActor && one.entry.subject.description.contains(asked.about)
    }

    private var kinds: [Option] {
        let all = Set(entries.map(\.kind) + [asked.kind].compactMap(\.self)).sorted()
        return [Option("", words("journal.all_kinds"), chosen: asked.kind == nil)]
            + all.map { Option($0, name(of: $0), chosen: asked.kind == $0) }
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
            let text = value.text ?? value.number.map { "\($0)" } ?? value.flag.map { "\($0)" }
            return text.map { PersonPart.Fact(name: name, value: String($0.prefix(60))) }
        }
    }

    private var paging: Paging? {
        guard start > 0 || asked.before != nil else { return nil }
        return Paging(
            text: words("journal.range", ["n": words.number(entries.count)]),
            previous: asked.before == nil ? nil : JournalPaths.list(),
            next: start > 0 ? JournalPaths.list() + "?voor=\(start + 1)" : nil)
    }
}
