import Basics
import Bibliotheek
import Bpmn
import Database
import Engine
import HTTPTypes
import Hummingbird
import Zaken

/// Where people leave the drawing, how often and how it ended; from five alike on with a draft for the drawing.
struct AfwijkingenController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(AdvicePaths.deviations.router, use: list)
            .post(AdvicePaths.deviations.router, use: draft)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingZien)
        let look = try await look()
        let page = AfwijkingenPage(look, mayDraft: context.may(.procesBeheren), desk.face.words(context))
        return try await desk.face.draw(page, context)
    }

    /// Makes a draft of the drawing with the choice that a pattern asks for, to look at, try and publish as any other.
    @Sendable func draft(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let form = try await request.form()
        let (look, words) = (try await look(), desk.face.words(context))
        guard let one = look.patterns.first(where: { $0.van == form["van"] && $0.naar == form["naar"] }),
            one.isVoorstel, case .some(.success(let drawing)) = look.drawing(for: one, words)
        else { throw HTTPError(.notFound) }
        let made = try await desk.act(context) { act in
            try act.tx.ontwerpen.add(.proces, bestand: drawing.file, bron: drawing.source, in: act)
        }
        return .seeOther(ProcessPaths.draft(made.id), flash: Flash("deviation_drafted"))
    }

    private func look() async throws -> AfwijkingenLook {
        let playbook = desk.office.playbook
        return try await desk.office.read { tx in try AfwijkingenLook(playbook, in: tx) }
    }
}

/// Deviations with the drawings that they leave.
struct AfwijkingenLook: Sendable {
    let patterns: [Afwijkingspatroon]
    /// What steps and results are called.
    let steps: [String: String]
    let results: [String: Woorden]
    /// The newest version of each process that new zaken begin with.
    private let drawings: [ProcesStore.Deployed]

    init(_ playbook: Playbook, in tx: Transaction) throws {
        patterns = try tx.afwijkingspatronen.all()
        let all = try tx.processen.deployed()
        steps = all.compactMap { playbook.processen[$0.key] }.reduce(into: [:]) { names, drawing in
            for node in drawing.nodes { names[node.id] = drawing.called(node.id) }
        }
        results = playbook.zaaktypen.values.flatMap(\.resultaten).reduce(into: [:]) { $0[$1.code] = $1.omschrijving }
        let open = all.filter { $0.ingetrokken == nil }
        drawings = Dictionary(grouping: open) { $0.key.process }.values.compactMap { (versions) in
            versions.max { $0.key.version < $1.key.version }
        }
    }

    /// A drawing with the choice in it, under the name of its file.
    struct Made: Sendable {
        let file: String
        let source: String
    }

    /// The drawing that a pattern asks for, or why it cannot be drawn by itself; nothing where no process has the step.
    func drawing(for one: Afwijkingspatroon, _ words: Words) -> Result<Made, AddedChoice.Refusal>? {
        let readings = drawings.lazy.compactMap { drawing in
            (try? BpmnReading(drawing.bron)).map { (drawing, $0.definitions) }
        }
        let step = ElementID(one.van)
        guard
            let (drawing, definitions) = readings.first(where: { found in
                found.1.processes.contains { $0.scope.allNodes.contains { $0.id == step } }
            })
        else { return nil }
        do {
            let source = try definitions.adding(choice(for: one, words))
            return .success(Made(file: "\(drawing.key.process).bpmn", source: source))
        } catch let refusal as AddedChoice.Refusal {
            return .failure(refusal)
        } catch {
            return nil
        }
    }

    private func choice(for one: Afwijkingspatroon, _ words: Words) -> AddedChoice {
        let reasons = one.redenen.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
        return AddedChoice(
            behind: ElementID(one.van), to: ElementID(one.naar), question: words("deviations.question"),
            asDrawn: words("deviations.as_drawn"),
            elsewhere: words("deviations.elsewhere", ["step": steps[one.naar] ?? one.naar]),
            because: words("deviations.because", count: one.aantal) + " " + reasons)
    }
}
