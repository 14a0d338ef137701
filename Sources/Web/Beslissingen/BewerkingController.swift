import Basics
import Dmn
import Hummingbird
import Zaken

/// Editing a decision table: cells, rules, and saving it as a new version with a reason.
struct BewerkingController: Sendable {
    let desk: Desk
    let looks: BeslissingController

    init(desk: Desk) {
        self.desk = desk
        looks = BeslissingController(desk: desk)
    }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(DecisionPaths.editing.router, use: show)
            .post(DecisionPaths.editing.router, use: change)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let look = try await looks.look(request, context)
        guard let table = look.decision.table else { throw HTTPError(.notFound) }
        let maker = BewerkingMaker(look, DmnDraft(table), desk.face.words(context), today: desk.today())
        return try await desk.face.draw(maker.page(), context)
    }

    /// One press on a button: a rule or a column comes, goes or moves, the table is checked, or it is saved.
    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let look = try await looks.look(request, context)
        let form = try await request.form()
        guard let table = look.decision.table else { throw HTTPError(.notFound) }
        let press = TablePress(form["actie"] ?? "")
        guard var draft = DmnDraft(form, of: table) else { throw HTTPError(.contentTooLarge) }
        let removed: RemovedRule? = if case .remove(let index) = press { RemovedRule(index, of: draft) } else { nil }
        press.apply(to: &draft, form)
        var maker = BewerkingMaker(look, draft, desk.face.words(context), today: desk.today())
        maker.form = form
        maker.showsColumns = press.isAboutColumns
        maker.removed = removed
        if press == .add { maker.newRule = draft.table.rules.count - 1 }
        guard press == .save else { return try await desk.face.draw(maker.page(), context) }
        return try await save(maker, context)
    }

    private func save(_ maker: BewerkingMaker, _ context: SignedInContext) async throws -> Response {
        var maker = maker
        let (look, form) = (maker.look, maker.form)
        return try await .ofAct {
            guard look.isNewest, form["versie"] == String(look.model.versie) else { throw ZaakRefusal.changedMeanwhile }
            let file = try maker.file()
            maker.reds = file.isSound ? try await desk.reds(with: file, desk.face.words(context)) : nil
            guard form["ondanks"] != nil || !(maker.hasFlaws || maker.reds != nil) else {
                return try await askFirst(maker, context)
            }
            let from = try form.dayIfAny("vanaf") ?? desk.today()
            try await desk.act(context) { act in
                _ = try Beslissingsmodel.Publication(
                    file, als: .versie(van: look.model.code), vanaf: from, reden: form["reden"] ?? ""
                ).run(in: act)
            }
            try await desk.office.reloadProcesses()
            let path = DecisionPaths.model(look.model.code) + "?tabel=\(look.decision.id.formEncoded)"
            return .seeOther(path, flash: Flash("decision_published"))
        } refused: { refusal in
            maker.refuse(refusal)
            return try await desk.face.draw(maker.page(), context, status: refusal.status)
        }
    }

    /// What the check found stands there first; who wants to save it all the same, says so.
    private func askFirst(_ maker: BewerkingMaker, _ context: SignedInContext) async throws -> Response {
        var maker = maker
        maker.asksAnyway = true
        return try await desk.face.draw(maker.page(), context, status: .unprocessableContent)
    }
}
