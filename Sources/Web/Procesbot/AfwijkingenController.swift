import Basics
import Bibliotheek
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

    /// Makes a draft of the drawing or the table that a pattern asks for, to look at, try and publish as any other.
    @Sendable func draft(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let form = try await request.form()
        let (look, words) = (try await look(), desk.face.words(context))
        let found = look.patterns.first { one in
            one.van == form["van"] && one.naar == form["naar"] && one.sleutel == form["feiten"] ?? one.sleutel
        }
        guard let one = found, one.isVoorstel else { throw HTTPError(.notFound) }
        if form["soort"] == AfwijkingenPage.regel {
            guard let table = look.rule(for: one, words) else { throw HTTPError(.notFound) }
            let made = try await keep(.beslissing, table, context)
            return .seeOther(DecisionPaths.draft(made.id), flash: Flash("deviation_drafted_rule"))
        }
        guard case .some(.success(let drawing)) = look.drawing(for: one, words) else { throw HTTPError(.notFound) }
        let made = try await keep(.proces, drawing, context)
        return .seeOther(ProcessPaths.draft(made.id), flash: Flash("deviation_drafted"))
    }

    private func keep(_ kind: Ontwerp.Soort, _ made: AfwijkingenLook.Made, _ context: SignedInContext) async throws
        -> Ontwerp
    {
        try await desk.act(context) { act in
            try act.tx.ontwerpen.add(kind, bestand: made.file, bron: made.source, in: act)
        }
    }

    private func look() async throws -> AfwijkingenLook {
        let (playbook, today) = (desk.office.playbook, desk.today())
        return try await desk.office.read { tx in try AfwijkingenLook(playbook, on: today, in: tx) }
    }
}
