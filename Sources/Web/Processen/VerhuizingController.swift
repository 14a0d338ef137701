import Basics
import Engine
import Hummingbird
import Zaken

/// Moves running zaken along to another version of their process: a dry run first, then an act with a reason.
struct VerhuizingController: Sendable {
    let desk: Desk

    /// How many zaken one look or one press takes.
    static let most = 1_000

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ProcessPaths.moving.router, use: show)
            .post(ProcessPaths.moving.router, use: move)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        return try await draw(try question(request, context), problems: nil, context)
    }

    @Sendable func move(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let (question, form) = (try question(request, context), try await request.form())
        let reason = form["reden"] ?? ""
        guard !reason.isEmpty else {
            let problem = Problem(text: desk.face.words(context)("refusals.reason_missing"), anchor: "reden")
            return try await draw(question, problems: [problem], context)
        }
        let moved = try await moveAll(
            try await candidates(question).filter(\.obstakels.isEmpty), question.new, reason, context)
        return .seeOther(
            ProcessPaths.process(question.new.process),
            flash: Flash(
                moved.done == 1 ? "moved_one" : "moved", String(moved.done), String(moved.left),
                isProblem: moved.left > 0))
    }

    /// One zaak after the other, each in a transaction of its own, so that one that cannot does not hold up the rest.
    private func moveAll(
        _ zaken: [Verhuiskandidaat], _ new: DefinitionKey, _ reason: String, _ context: SignedInContext
    ) async throws -> (done: Int, left: Int) {
        var done = 0
        for one in zaken {
            do {
                try await desk.act(context) { act in
                    try Zaak.Verhuizing(zaak: one.zaak, naar: new, reden: reason).run(in: act)
                }
                done += 1
            } catch {
                guard Refusal(error) != nil else { throw error }
            }
        }
        return (done, zaken.count - done)
    }

    private struct Question {
        let old: DefinitionKey
        let new: DefinitionKey
        let definition: ProcessDefinition
    }

    private func question(_ request: Request, _ context: SignedInContext) throws -> Question {
        let process = context.parameters.get("proces") ?? ""
        guard let from = request.query("van").flatMap({ Int($0) }), let to = request.query("naar").flatMap({ Int($0) }),
            from != to, desk.office.playbook.processen[DefinitionKey(process, version: from)] != nil,
            let definition = desk.office.playbook.processen[DefinitionKey(process, version: to)]
        else { throw HTTPError(.notFound) }
        return Question(old: DefinitionKey(process, version: from), new: definition.key, definition: definition)
    }

    private func candidates(_ question: Question) async throws -> [Verhuiskandidaat] {
        let (old, definition, library) = (question.old, question.definition, desk.office.playbook.processen)
        return try await desk.office.read { tx in
            try tx.processen.dryRun(from: old, to: definition, in: library, limit: VerhuizingController.most)
        }
    }

    private func draw(_ question: Question, problems: [Problem]?, _ context: SignedInContext) async throws -> Response {
        let words = desk.face.words(context)
        let (drawings, key) = (desk.drawings, question.old)
        let old = try await desk.office.read { tx in try drawings.definitions(of: key, in: tx.processen) }
        let beside = try await desk.stepNames(words)
        let names = old.map { ElementNames($0, words, beside: beside) }
        let page = VerhuizingPage(
            question.old, question.definition, try await candidates(question), problems: problems, words
        ) { names?($0) ?? beside[$0] ?? $0 }
        return try await desk.face.draw(page, context, status: problems == nil ? .ok : .unprocessableContent)
    }
}
