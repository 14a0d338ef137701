import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import Zaken

/// What people said of advice: giving it, the process owner's list, mending, and making test questions of it.
struct TerugkoppelingController: Sendable {
    let bot: BotDesk

    private var desk: Desk { bot.desk }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(AdvicePaths.feedback.router, use: list)
            .post(AdvicePaths.feedback.router, use: give)
            .post(AdvicePaths.mending.router, use: mend)
            .post(AdvicePaths.question.router, use: test)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        return try await draw(context, mended: request.query("lijst") == "hersteld")
    }

    @Sendable func give(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let fields = try await request.form()
        let zaak = fields["zaak"].flatMap(Identifier<Zaak>.init)
        if zaak != nil { try context.require(.zaakZien) }
        guard let oordeel = fields["oordeel"].flatMap(Terugkoppeling.Oordeel.init(rawValue:)) else {
            throw HTTPError(.badRequest)
        }
        let form = AdviesForm(fields)
        let giving = Terugkoppeling.Giving(
            try await bot.raadpleging(form, zaak, context), stap: fields["stap"].flatMap { Int($0) }, oordeel: oordeel,
            toelichting: fields["toelichting"] ?? "", gedaan: fields["gedaan"] ?? "",
            door: context.me, verwoording: form.verwoording)
        return try await .ofAct {
            let plank = bot.plank
            _ = try await desk.act(context) { act in try giving.run(in: act, plank) }
            return .seeOther(zaak.map { ZaakPaths.zaak($0) } ?? AdvicePaths.ask(), flash: Flash("feedback_given"))
        } refused: { refusal in
            let sentence = refusal.sentence(desk.face.words(context), .none)
            return try await AdviesDrawer(bot: bot).draw(
                form, zaak, context, problem: sentence, status: .unprocessableContent)
        }
    }

    @Sendable func mend(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context, "feedback_mended") { id, form, act in
            try Terugkoppeling.Mending(
                terugkoppeling: id, herstel: form["herstel"] ?? "", door: context.me
            ).run(in: act)
        }
    }

    @Sendable func test(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context, "question_made") { id, form, act in
            try Testvraag.Making(
                of: id, bronnen: (form["bronnen"] ?? "").split(whereSeparator: \.isNewline).map(String.init),
                woorden: (form["woorden"] ?? "").split(separator: ",").map { String($0).trimmingSpace },
                weigeren: form["weigeren"] != nil, door: context.me
            ).run(in: act)
        }
    }

    private func act(
        _ request: Request, _ context: SignedInContext, _ flash: String,
        _ body: @escaping @Sendable (Identifier<Terugkoppeling>, FormFields, Act) throws -> Void
    ) async throws -> Response {
        try context.require(.procesBeheren)
        let id = try context.id("terugkoppeling", of: Terugkoppeling.self)
        let form = try await request.form()
        return try await .ofAct {
            do { try await desk.act(context) { act in try body(id, form, act) } } catch AdviesRefusal.unknownAdvice {
                throw HTTPError(.notFound)
            }
            return .seeOther(AdvicePaths.feedback(), flash: Flash(flash))
        } refused: { refusal in
            try await draw(context, sent: desk.sent(request, form, refusal, context))
        }
    }

    private func draw(
        _ context: SignedInContext, mended: Bool = false, sent: Sent? = nil
    ) async throws -> Response {
        let (words, today) = (desk.face.words(context), desk.today())
        let page = try await desk.office.read { tx in
            TerugkoppelingPage(
                try tx.terugkoppelingen.newest(limit: 200), mended: mended, Colleagues(all: try tx.gebruikers.all()),
                sent: sent,
                words, today)
        }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}
