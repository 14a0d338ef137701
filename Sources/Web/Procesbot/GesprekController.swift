import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import Journal
import Zaken

/// A talk by phone: it begins once the klant knows, the notes are followed, and a person keeps the report.
struct GesprekController: Sendable {
    let bot: BotDesk
    private let drawer: GesprekDrawer

    init(bot: BotDesk) {
        self.bot = bot
        drawer = GesprekDrawer(bot: bot)
    }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(AdvicePaths.call.router, use: open)
            .post(AdvicePaths.call.router, use: begin)
            .get(AdvicePaths.callNotes.router, use: notes)
            .post(AdvicePaths.callNotes.router, use: follow)
            .post(AdvicePaths.callEnd.router, use: stop)
            .post(AdvicePaths.callReport.router, use: report)
    }

    @Sendable func open(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try zaak(context)
        return try await isRunning(id, context) ? .seeOther(AdvicePaths.callNotes(id)) : drawer.begin(id, context)
    }

    @Sendable func begin(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try zaak(context)
        let form = try await request.form()
        let beginning = Gesprek.Beginning(zaak: id, isToldToKlant: form["ingelicht"] == "ja")
        return try await .ofAct {
            try await bot.desk.act(context) { act in try beginning.run(in: act) }
            return .seeOther(AdvicePaths.callNotes(id))
        } refused: { refusal in
            try await drawer.begin(id, context, sent: bot.desk.sent(request, form, refusal, context))
        }
    }

    @Sendable func notes(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try zaak(context)
        guard try await isRunning(id, context) else { return .seeOther(AdvicePaths.call(id)) }
        return try await drawer.talk(AdviesForm(FormFields()), id, context)
    }

    @Sendable func follow(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try zaak(context)
        let form = AdviesForm(try await request.form())
        guard try await isRunning(id, context) else { return .seeOther(AdvicePaths.call(id)) }
        return try await drawer.talk(form, id, context)
    }

    @Sendable func stop(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try zaak(context)
        let form = try await request.form()
        // What was typed is asked after once: it is kept nowhere.
        guard form["vraag"] == nil || form["zeker"] == "ja" else {
            guard try await isRunning(id, context) else { return .seeOther(AdvicePaths.call(id)) }
            return try await drawer.talk(AdviesForm(form), id, context, isStopping: true)
        }
        try await bot.desk.act(context) { act in try Gesprek.Stopping(zaak: id).run(in: act) }
        return .seeOther(ZaakPaths.zaak(id), flash: Flash("call_stopped"))
    }

    /// The end of the talk draws the report; sent again with `bewaar`, it is kept.
    @Sendable func report(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try zaak(context)
        let form = try await request.form()
        guard form["bewaar"] != nil else {
            guard try await isRunning(id, context) else { return .seeOther(AdvicePaths.call(id)) }
            return try await drawer.report(form, id, context)
        }
        return try await .ofAct {
            try await save(form, id, context)
            return .seeOther(ZaakPaths.zaak(id), flash: Flash("call_kept"))
        } refused: { refusal in
            let sent = bot.desk.sent(request, form, refusal, context)
            return try await drawer.report(form, id, context, sent: sent)
        }
    }

    private func save(_ form: FormFields, _ id: Identifier<Zaak>, _ context: SignedInContext) async throws {
        let words = bot.desk.face.words(context)
        var contact = try Contact(FormFields(form.pairs + [("kanaal", "telefoon")]))
        contact.gevolgd = form.all("gevolgd").prefix(8).map { String($0.prefix(300)) }
        let next = contact.vervolg ?? ""
        let why: @Sendable (Int) -> String = { words("call.why_again", ["n": words.number($0 + 1), "next": next]) }
        let recording = Contact.Recording(
            zaak: id, contact: contact, gevoelig: bot.desk.gevoelig(form, ContactPart.written))
        let saving = Gesprek.Saving(
            recording, another: form["nogeens"] == nil ? nil : why, door: Medewerker(context.user.login))
        try await bot.desk.act(context) { act in try saving.run(in: act) }
    }

    private func zaak(_ context: SignedInContext) throws -> Identifier<Zaak> {
        try context.require(.zaakBijwerken)
        return try context.id("zaak", of: Zaak.self)
    }

    private func isRunning(_ id: Identifier<Zaak>, _ context: SignedInContext) async throws -> Bool {
        let (now, me) = (bot.desk.face.clock.now(), Actor.user(context.user.id))
        return try await bot.desk.office.read { tx in try Gesprek.isRunning(on: id, by: me, at: now, in: tx) }
    }
}
