import Basics
import Engine
import Hummingbird
import Zaken

/// A BPMN file that was handed in: checked, explored and walked first, then published with a reason.
struct ProcesOntwerpController: Sendable {
    let desk: Desk

    /// The largest drawing that the page takes.
    static let limit = 5 * 1_048_576

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .post(ProcessPaths.list.router, use: take)
            .get(ProcessPaths.draft.router, use: show)
            .post(ProcessPaths.draft.router, use: publish)
    }

    @Sendable func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        do {
            let (name, text) = try await Upload.text(request, from: context.visitor, limit: Self.limit)
            let draft = try await desk.act(context) { act in
                try act.tx.ontwerpen.add(.proces, bestand: name, bron: text, in: act)
            }
            return .seeOther(ProcessPaths.draft(draft.id))
        } catch let refusal as Upload.Refusal {
            let problem = Problem(text: refusal.sentence(desk.face.words(context)), anchor: "bestand")
            return try await ProcesController(desk: desk).draw(context, problems: [problem])
        }
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        return try await draw(try await draft(context), reason: "", refusal: nil, context)
    }

    @Sendable func publish(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let (draft, form) = (try await draft(context), try await request.form())
        return try await .ofAct {
            let key = try await desk.act(context) { act in
                try Deployment.Publication(Deployment(bron: draft.bron), reden: form["reden"] ?? "").run(in: act)
            }
            try await desk.office.reloadProcesses()
            return .seeOther(
                ProcessPaths.process(key.process) + "?versie=\(key.version)", flash: Flash("process_published"))
        } refused: { refusal in
            try await draw(draft, reason: form["reden"] ?? "", refusal: refusal, context)
        }
    }

    private func draft(_ context: SignedInContext) async throws -> Ontwerp {
        let id = try context.id("ontwerp", of: Ontwerp.self)
        let found = try await desk.office.read { tx in try tx.ontwerpen.find(id) }
        guard let found, found.soort == .proces else { throw HTTPError(.notFound) }
        return found
    }

    private func draw(
        _ draft: Ontwerp, reason: String, refusal: Refusal?, _ context: SignedInContext
    ) async throws -> Response {
        let words = desk.face.words(context)
        let exam = ProcesExamen(draft, desk)
        let old = try await desk.office.read { [drawings = desk.drawings] tx in
            try exam.process.flatMap { try ProcesLook($0, version: nil, in: tx, drawings: drawings) }
        }
        let problems = refusal?.problems(words, .none, form: "ontwerp")
        let page = ProcesOntwerpPage(draft, try exam.finish(after: old, desk), old, problems, reason: reason, words)
        return try await desk.face.draw(page, context, status: refusal?.status ?? .ok)
    }
}
