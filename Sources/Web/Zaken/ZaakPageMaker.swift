import Basics
import Engine
import Incasso
import Klanten
import Zaken

/// Makes the page of a zaak from what was read, for one reader on one day.
struct ZaakPageMaker {
    let look: ZaakLook
    let playbook: Playbook
    let words: Words
    let today: Day
    let user: Gebruiker
    let rights: Set<Permission>
    var asked = ZaakAsked()
    var refusal: Refusal?
    var svg: SafeMarkup?
    /// The processes that the zaak runs through, as they are drawn.
    var drawn: [DefinitionKey: DrawnProcess] = [:]
    /// How the zaak stands to each of those, worked out once.
    var standing: [StepMarks] = []
    /// The gates before the taken that wait, by form.
    var poorten: [String: Poort] = [:]
    /// The ways beside the drawing from each taak that waits.
    var zijwegen: [Identifier<Taak>: [Zijweg]] = [:]
    /// What the process and the zaak know, for the fields of forms.
    var known: [String: JSON] = [:]

    /// The names of what is read anew from the records at each step.
    var recorded: Set<String> = []

    /// The worklist to go back to.
    var list = WorkPaths.list()

    var zaak: Zaak { look.zaak }
    var zaaktype: Zaaktype? { playbook.zaaktypen[zaak.zaaktype] }
    var language: String { words.language.rawValue }

    func may(_ permission: Permission) -> Bool { rights.contains(permission) }

    func page() -> ZaakPage {
        let happenings = happenings
        var page = ZaakPage(
            head: head, banners: banners, problems: nil, contacting: contacting, kept: nil,
            taken: taken.map(part), idle: idle, diagram: diagram,
            filters: filters, happenings: happenings.shown, allHappenings: happenings.more, balance: balance,
            arrangement: arrangement, planner: planner, person: person, deadlines: deadlines, documents: documents,
            notes: notes, bot: bot, acts: acts, decisions: decisions,
            events: ZaakPaths.events(zaak.id))
        let open = page.sheets.first(where: \.isOpen)
        page.problems = problems(in: open)
        page.first = page.taken.first.map { Way(words("zaak.to_taak", ["name": $0.name]), "#" + $0.id) }
        page.kept = open == nil ? kept : nil
        return page
    }

    /// The form as it was sent and refused.
    var sent: Sent? {
        guard let refusal, let path = asked.path else { return nil }
        return Sent(path, asked.form, refusal, words, look.colleagues)
    }

    func sheet(_ path: String, _ fields: [Field], hidden: [Sheet.Hidden] = []) -> Sheet {
        Sheet(path, fields, hidden: hidden, sent: sent)
    }

    /// What was refused, above the page, with the way to the form that stands open again.
    private func problems(in open: Sheet?) -> ZaakPage.Problems? {
        if let open { return ZaakPage.Problems(problems: open.problems) }
        return refusal.map { refused in
            let prefix = asked.taak.map { "taak-\($0)" } ?? "form"
            return ZaakPage.Problems(
                problems: refused.problems(words, look.colleagues, form: prefix).map(named))
        }
    }

    /// The taken that wait: the one that was asked for, then what has haste, and what rests last.
    var taken: [Taak] {
        let byPlace = Dictionary(grouping: look.taken, by: urgency)
        return byPlace.keys.sorted().flatMap { byPlace[$0] ?? [] }
    }

    /// 0 stands above all.
    private func urgency(of taak: Taak) -> Int {
        if taak.id.text == asked.first { return 0 }
        if taak.formulier.flatMap({ playbook.formulieren[$0]?.spoed }) == true { return 1 }
        return taak.staat == .rust ? 3 : 2
    }

    /// What the content calls things.
    var naming: Naming { Naming(zaaktype: zaaktype, formulieren: playbook.formulieren, language: language) }

    /// A field's own label in place of its name.
    private func named(_ problem: Problem) -> Problem {
        if case .taak(.invalid(let fields)) = refusal, let anchor = problem.anchor,
            look.taken.first(where: { $0.id.text == asked.taak })?.soort == .storing,
            let one = fields.first(where: { anchor.hasSuffix("-\($0.field)") })
        {
            return Problem(text: one.reason.sentence(words, naming.label(one.field, words)), anchor: anchor)
        }
        guard let anchor = problem.anchor, let taak = look.taken.first(where: { $0.id.text == asked.taak }),
            let form = taak.formulier.flatMap({ playbook.formulieren[$0] }),
            let veld = form.velden.first(where: { anchor.hasSuffix("-\($0.id)") })
        else { return problem }
        return Problem(text: problem.text.replacing("“\(veld.id)”", with: "“\(veld.label[language])”"), anchor: anchor)
    }
}

/// What the reader asked of the page, in its address or in a form that was refused.
struct ZaakAsked: Sendable {
    var filter = TimelineFilter.all
    var all = false
    var perMonth: String?
    var firstDay: String?
    /// The taak that someone came for.
    var first: String?
    /// The form as sent, and the taak it was about.
    var form = FormFields()
    var taak: String?
    /// Where the form was sent.
    var path: String?
    /// The advice that someone took over for a taak that waits.
    var adopted: Overgenomen?
}
