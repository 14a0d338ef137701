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
            .post(ProcessPaths.discarding.router, use: discard)
            .post(ProcessPaths.draftExamples.router, use: lay)
            .post(ProcessPaths.draftExamplesRemoval.router, use: clear)
    }

    @Sendable func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        do {
            let (name, text) = try await Upload.text(request, from: context.visitor, limit: Self.limit)
            if let flaw = Ontwerp.Soort.proces.impossible(text) {
                throw Upload.Refusal.impossible(.proces, file: name, flaw)
            }
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
        let look = try await examine(try await draft(context), process: request.query("proces"), context)
        let flaw = request.query("fout").flatMap { Int($0) }
        return try await draw(look, nil, problems: nil, flaw: flaw, context)
    }

    @Sendable func publish(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        guard let draft = try await found(context) else { return gone }
        let form = try await request.form()
        let (first, words) = (try await examine(draft, process: form["bekeken"], context), desk.face.words(context))
        let offered = first.exam.offered
        let chosen = offered.count > 1 ? form.all("processen").filter(offered.contains) : [first.exam.process ?? ""]
        guard !chosen.isEmpty else {
            let problem = Problem(text: words("refusals.no_process_chosen"), anchor: "processen")
            return try await draw(first, form, problems: [problem], status: .unprocessableContent, context)
        }
        let look = try await doubtful(first, chosen, context)
        let tick = ProcesOntwerpPage.Publish.tick
        guard look.exam.doubts(words).isEmpty || form[tick.name] == tick.value else {
            let problem = Problem(text: words("refusals.not_ticked"), anchor: tick.name)
            return try await draw(look, form, problems: [problem], status: .unprocessableContent, context)
        }
        return try await .ofAct {
            let key = try await desk.act(context) { act in
                try Ontwerp.Publication(draft, processen: chosen, reden: form["reden"] ?? "").run(in: act)
            }
            try await desk.office.reloadProcesses()
            return .seeOther(
                ProcessPaths.process(key.process) + "?versie=\(key.version)",
                flash: Flash("process_published", words.use(of: key.process, desk.office.playbook)))
        } refused: { refusal in
            let problems = refusal.problems(words, .none, form: "ontwerp")
            return try await draw(look, form, problems: problems, status: refusal.status, context)
        }
    }

    /// Lays example cases beside a draft.
    @Sendable func lay(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let draft = try await draft(context)
        let look = try await examine(draft, context)
        guard let process = look.exam.process else { throw HTTPError(.notFound) }
        return try await Voorbeeldinvoer(desk: desk).take(request, context) { name, text in
            try await desk.act(context) { act in
                try Ontwerp.Voorbeelden(draft, of: process, bestand: name, bron: text).run(in: act)
            }
            return ProcessPaths.draft(draft.id)
        } refused: { problems in
            try await draw(look, nil, problems: nil, cases: problems, status: .unprocessableContent, context)
        }
    }

    /// Takes away the example cases that lie beside a draft.
    @Sendable func clear(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        guard let draft = try await found(context) else { return gone }
        return try await .ofAct {
            try await desk.act(context) { act in try Ontwerp.Voorbeelden.clear(draft, in: act) }
            return .seeOther(ProcessPaths.draft(draft.id), flash: Flash("cases_removed"))
        } refused: { _ in
            gone
        }
    }

    @Sendable func discard(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        guard let draft = try await found(context) else { return gone }
        return try await .ofAct {
            try await desk.act(context) { act in try Ontwerp.Discard(draft).run(in: act) }
            return .seeOther(ProcessPaths.list(), flash: Flash("draft_discarded"))
        } refused: { _ in
            gone
        }
    }

    /// Where a second press of the same button leads.
    private var gone: Response { .seeOther(ProcessPaths.list(), flash: Flash("draft_gone", isProblem: true)) }

    private func found(_ context: SignedInContext) async throws -> Ontwerp? {
        let id = try context.id("ontwerp", of: Ontwerp.self)
        return try await desk.office.read { tx in try tx.ontwerpen.find(id) }.flatMap { $0.soort == .proces ? $0 : nil }
    }

    private func draft(_ context: SignedInContext) async throws -> Ontwerp {
        guard let found = try await found(context) else { throw HTTPError(.notFound) }
        return found
    }

    /// A draft with all that can be said of it, beside the version that it would follow.
    private struct Look {
        let draft: Ontwerp
        let exam: ProcesExamen
        let old: ProcesLook?
    }

    /// The first of the chosen processes that something speaks against, else the one that was looked at.
    private func doubtful(_ look: Look, _ chosen: [String], _ context: SignedInContext) async throws -> Look {
        for process in chosen {
            let one = try await examine(look.draft, process: process, beside: Set(chosen), context)
            if !one.exam.canRun || !one.exam.doubts(desk.face.words(context)).isEmpty { return one }
        }
        return look
    }

    private func examine(
        _ draft: Ontwerp, process: String? = nil, beside chosen: Set<String>? = nil, _ context: SignedInContext
    ) async throws -> Look {
        let exam = ProcesExamen(draft, process: process, beside: chosen, desk)
        let old = try await desk.office.read { [drawings = desk.drawings] tx in
            try exam.process.flatMap { try ProcesLook($0, version: nil, in: tx, drawings: drawings) }
        }
        let names = try await desk.stepNames(desk.face.words(context))
        return Look(draft: draft, exam: try exam.finish(after: old, desk, names: names), old: old)
    }

    private func draw(
        _ look: Look, _ form: FormFields?, problems: [Problem]?, cases: [Problem]? = nil, flaw: Int? = nil,
        status: HTTPResponse.Status = .ok, _ context: SignedInContext
    ) async throws -> Response {
        let page = ProcesOntwerpPage(
            look.draft, look.exam, look.old, problems, form, cases: cases, flaw: flaw, desk.office.playbook,
            desk.face.words(context))
        return try await desk.face.draw(page, context, status: status)
    }
}
