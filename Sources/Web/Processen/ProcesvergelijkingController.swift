import Bpmn
import Engine
import Hummingbird
import Zaken

/// Two versions of a process side by side.
struct ProcesvergelijkingController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self).get(ProcessPaths.comparison.router, use: compare)
    }

    @Sendable func compare(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let (process, words) = (context.parameters.get("proces") ?? "", desk.face.words(context))
        let drawings = desk.drawings
        let wanted = ["oud", "nieuw"].map { request.query($0).flatMap { Int($0) } }
        let looks = try await desk.office.read { tx in
            try wanted.map { version in
                try version.flatMap {
                    try ProcesLook(process, version: $0, in: tx, drawings: drawings)
                }
            }
        }
        guard let old = looks[0], let new = looks[1] else { throw HTTPError(.notFound) }
        return try await desk.face.draw(ProcesvergelijkingPage(old, new, words, desk.office.playbook), context)
    }
}

/// Two versions of a process: both drawings, and what differs in words.
struct ProcesvergelijkingPage: Page {
    let name: String
    let path: String
    let line: String
    let drawings: ComparedDrawings
    let differences: DifferencesPart

    static let template = "processen/vergelijking"
    static let area: Area? = .processen
    static let sample = ProcesvergelijkingPage(
        name: "Incasso", path: "/processen/incasso", line: "Versie 3 naast versie 2", drawings: .sample,
        differences: .sample)

    init(name: String, path: String, line: String, drawings: ComparedDrawings, differences: DifferencesPart) {
        self.name = name
        self.path = path
        self.line = line
        self.drawings = drawings
        self.differences = differences
    }

    init(_ old: ProcesLook, _ new: ProcesLook, _ words: Words, _ playbook: Playbook) {
        let (one, other) = (words.number(old.shown.key.version), words.number(new.shown.key.version))
        self.init(
            name: new.shown.naam, path: ProcessPaths.process(new.shown.key.process),
            line: words("decisions.compared", ["old": one, "new": other]),
            drawings: ComparedDrawings(old.definitions, new.definitions, of: new.shown.key.process, words),
            differences: DifferencesPart(
                ModelComparison(old: old.definitions, new: new.definitions), old: old.definitions,
                new: new.definitions, words, playbook))
    }
}

/// The drawings of two versions, with what was added, removed and changed marked on them.
struct ComparedDrawings: Sendable {
    let old: SafeMarkup?
    let new: SafeMarkup?

    static let sample = ComparedDrawings(old: DiagramPart.sample.svg, new: DiagramPart.sample.svg)

    init(old: SafeMarkup?, new: SafeMarkup?) {
        self.old = old
        self.new = new
    }

    init(_ old: Definitions, _ new: Definitions, of process: String, _ words: Words) {
        let comparison = ModelComparison(old: old, new: new)
        let classes = Dictionary(comparison.classes.map { ($0.key.text, $0.value) }) { first, _ in first }
        self.old = Drawings.svg(old, process: process, marking: classes, title: words("comparison.old"))
        self.new = Drawings.svg(new, process: process, marking: classes, title: words("comparison.new"))
    }
}
