import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import Procesbot
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
            .get(AdvicePaths.question.router, use: askTest)
            .post(AdvicePaths.question.router, use: test)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        return try await draw(context, TerugkoppelingAsked(request))
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
                form, zaak, context, problem: Problem(text: sentence, anchor: "vraag"), status: .unprocessableContent)
        }
    }

    @Sendable func mend(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let again = AdvicePaths.ask() + "?opnieuw=" + (context.parameters.get("terugkoppeling") ?? "")
        let form = try await request.form()
        // Who mended it sees at once whether the answer became other.
        let then = form["uitkomst"] == Terugkoppeling.Uitkomst.afgewezen.rawValue ? AdvicePaths.feedback() : again
        return try await act(form, request, context, "feedback_closed", then: then) { id, form, act in
            let outcome = form["uitkomst"].flatMap(Terugkoppeling.Uitkomst.init(rawValue:)) ?? .hersteld
            try Terugkoppeling.Closing(
                terugkoppeling: id, outcome, uitleg: form["herstel"] ?? "", door: context.me
            ).run(in: act)
        }
    }

    /// The form for a test question, with the sources to choose from.
    @Sendable func askTest(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        return try await drawTest(context, sent: nil)
    }

    @Sendable func test(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let id = try context.id("terugkoppeling", of: Terugkoppeling.self)
        let form = try await request.form()
        let making = Testvraag.Making(
            of: id, bronnen: form.all("bronnen").flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) },
            woorden: (form["woorden"] ?? "").split(separator: ",").map { String($0).trimmingSpace },
            weigeren: form["weigeren"] != nil, door: context.me)
        guard making.checksAnything else {
            let refusal = Refusal.veld(FieldRefusal(field: "bronnen", reason: .missing))
            return try await drawTest(context, sent: desk.sent(request, form, refusal, context))
        }
        do { try await desk.act(context) { act in try making.run(in: act) } } catch AdviesRefusal.unknownAdvice {
            throw HTTPError(.notFound)
        }
        return .seeOther(AdvicePaths.feedback(), flash: Flash("question_made"))
    }

    private func drawTest(_ context: SignedInContext, sent: Sent?) async throws -> Response {
        let id = try context.id("terugkoppeling", of: Terugkoppeling.self)
        guard let one = try await desk.office.read({ tx in try tx.terugkoppelingen.find(id) }) else {
            throw HTTPError(.notFound)
        }
        let adviser = try await bot.leeszaal.adviser(on: desk.today())
        let page = TestvraagPage(one, adviser.library, sent: sent, desk.face.words(context))
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }

    private func act(
        _ form: FormFields, _ request: Request, _ context: SignedInContext, _ flash: String, then path: String,
        _ body: @escaping @Sendable (Identifier<Terugkoppeling>, FormFields, Act) throws -> Void
    ) async throws -> Response {
        try context.require(.procesBeheren)
        let id = try context.id("terugkoppeling", of: Terugkoppeling.self)
        return try await .ofAct {
            do { try await desk.act(context) { act in try body(id, form, act) } } catch AdviesRefusal.unknownAdvice {
                throw HTTPError(.notFound)
            }
            return .seeOther(path, flash: Flash(flash))
        } refused: { refusal in
            try await draw(context, sent: desk.sent(request, form, refusal, context))
        }
    }

    private func draw(
        _ context: SignedInContext, _ asked: TerugkoppelingAsked = TerugkoppelingAsked(), sent: Sent? = nil
    ) async throws -> Response {
        let (words, today, mayMend) = (desk.face.words(context), desk.today(), context.may(.procesBeheren))
        let asked = mayMend ? asked : asked.own(context.me.rawValue)
        let page = try await desk.office.read { tx in
            try TerugkoppelingPage(
                TerugkoppelingLook(asked, in: tx), asked, mayMend: mayMend, sent: sent, words, today)
        }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}
