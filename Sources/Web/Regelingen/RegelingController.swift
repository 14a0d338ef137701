import Basics
import Hummingbird
import Incasso
import Klanten
import Recht
import Zaken

/// Plans an arrangement over the zaken of one person. What someone earns is sent, computed with and forgotten: it stands in
/// no address and in no database.
struct RegelingController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(RegelingPaths.planner.router, use: show)
            .post(RegelingPaths.planner.router, use: compute)
            .post(RegelingPaths.adoption.router, use: adopt)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let zaak = request.query("zaak").map { [("zaak", $0), ("gevuld", "ja")] } ?? []
        // What a mail offered; what someone earns never stands in an address.
        let asked = zaak + ["perMaand", "eersteDag"].compactMap { name in request.query(name).map { (name, $0) } }
        return try await draw(context, FormFields(asked.map { (name: $0.0, value: $0.1) }))
    }

    @Sendable func compute(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await draw(context, try await request.form())
    }

    @Sendable func adopt(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.regelingMaken)
        let id = try context.id("klant", of: Partij.self)
        let form = try await request.form()
        let recht = desk.recht
        return try await .ofAct {
            let (zaken, stands) = try await desk.act(context) { act in
                let zaken = try act.propose(RegelingAsked(form: form), to: id, recht)
                return (zaken, try act.asksAgreement(on: zaken))
            }
            let back = zaken.count == 1 ? ZaakPaths.zaak(zaken[0]) : RegelingPaths.planner(id)
            return .seeOther(back, flash: Flash(stands ? "proposed" : "proposed_later"))
        } refused: { refusal in
            try await draw(context, form, refusal: refusal)
        }
    }

    private func draw(_ context: SignedInContext, _ form: FormFields, refusal: Refusal? = nil) async throws -> Response
    {
        try context.require(.regelingMaken)
        try context.require(.klantZien)
        let id = try context.id("klant", of: Partij.self)
        try await desk.recordLook(at: id, context)
        let (words, today) = (desk.face.words(context), desk.today())
        let (recht, playbook) = (desk.recht, desk.office.playbook)
        let page = try await desk.office.read { tx in
            try RegelingLook(id, in: tx).map {
                RegelingPageMaker(
                    look: $0, asked: RegelingAsked(form: form), recht: recht, playbook: playbook, words: words,
                    today: today, refusal: refusal
                ).page()
            }
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context, status: refusal?.status ?? .ok)
    }
}

extension Act {
    /// Brings what was planned into the processes of the chosen zaken, with what was computed that someone can spare.
    fileprivate func propose(_ asked: RegelingAsked, to id: Identifier<Partij>, _ recht: RechtTables) throws
        -> [Identifier<Zaak>]
    {
        guard let look = try RegelingLook(id, in: tx) else { throw HTTPError(.notFound) }
        guard let amount = asked.amount.flatMap(Money.init(written:)) else { throw RegelingRefusal.amountTooSmall }
        guard let day = asked.firstDay.flatMap(Day.init(written:)) else {
            throw RegelingRefusal.firstDayInPast(today)
        }
        let room = try look.answers(asked).map { try recht.spareRoom($0, on: today) }
        let plan = try Verzamelplan(amount, from: day, over: look.chosen(asked).map { ($0.id, $0.bedrag) }, on: today)
        try Verzamelplan.Proposal(plan: plan, eersteDag: day, draagkracht: room.map(Draagkracht.init)).run(in: self)
        return plan.delen.map(\.zaak)
    }
}
