import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import Postvak
import Procesbot
import Zaken

/// Questions to the adviser, and what people do with its advice.
struct AdviesController: Sendable {
    let bot: BotDesk
    private let drawer: AdviesDrawer

    init(bot: BotDesk) {
        self.bot = bot
        drawer = AdviesDrawer(bot: bot)
    }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(AdvicePaths.ask.router, use: open)
            .post(AdvicePaths.ask.router, use: ask)
            .get(AdvicePaths.zaak.router, use: openBeside)
            .post(AdvicePaths.zaak.router, use: askBeside)
            .post(AdvicePaths.decision.router, use: decide)
    }

    @Sendable func open(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        if let id = request.query("gesteld") { return try await drawKept(id, nil, context) }
        var asked: [(String, String)] = []
        if let again = request.query("opnieuw"), context.may(.procesBeheren) {
            let one = try await drawer.remark(again)
            asked = [("opnieuw", again), ("vraag", one?.vraag ?? "")] + (one?.verbeterd ?? [])
        } else if let test = request.query("test"), context.may(.sturingZien) {
            let one = try await drawer.testvraag(test)
            asked = [("test", test), ("vraag", one?.vraag ?? "")]
        }
        return try await drawer.draw(AdviesForm(FormFields(asked.map { (name: $0.0, value: $0.1) })), nil, context)
    }

    @Sendable func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        return try await answer(try await request.form(), nil, context)
    }

    /// The advice at an address of its own, so that going back and looking anew keep it; part by part it is drawn at once.
    private func answer(_ fields: FormFields, _ zaak: Identifier<Zaak>?, _ context: SignedInContext) async throws
        -> Response
    {
        let form = AdviesForm(fields)
        guard form.refusal == nil, !form.wantsWording, !context.visitor.sentAgain,
            let kept = try await bot.keep(fields, about: zaak, context)
        else { return try await draw(form, zaak, context) }
        if fields["deel"] != nil { return try await drawer.draw(form, zaak, context, kept: kept) }
        return .seeOther(AdvicePaths.kept(kept, about: zaak))
    }

    /// What was asked before; who comes too late, or is another, finds the empty form and why.
    private func drawKept(_ id: String, _ zaak: Identifier<Zaak>?, _ context: SignedInContext) async throws -> Response
    {
        if let id = Identifier<GesteldeVraag>(id), let fields = try await bot.asked(id, about: zaak, context) {
            return try await drawer.draw(AdviesForm(fields), zaak, context, kept: id)
        }
        let problem = Problem(text: bot.desk.face.words(context)("advice.not_kept"), anchor: "vraag")
        return try await drawer.draw(AdviesForm(FormFields()), zaak, context, problem: problem, status: .notFound)
    }

    /// The advice; without a question it says that there is none.
    private func draw(_ form: AdviesForm, _ zaak: Identifier<Zaak>?, _ context: SignedInContext) async throws
        -> Response
    {
        guard let phrase = form.refusal else { return try await drawer.draw(form, zaak, context) }
        let problem = Problem(text: bot.desk.face.words(context)(phrase), anchor: "vraag")
        return try await drawer.draw(form, zaak, context, problem: problem, status: .unprocessableContent)
    }

    @Sendable func openBeside(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        let id = try context.id("zaak", of: Zaak.self)
        if let kept = request.query("gesteld") { return try await drawKept(kept, id, context) }
        let asked = try await words(of: request.query("mail"), placedIn: id, context)
        return try await drawer.draw(AdviesForm(FormFields([("vraag", asked)])), id, context)
    }

    /// What a mail of this zaak asks, for who may read mail; empty otherwise.
    private func words(
        of mail: String?, placedIn zaak: Identifier<Zaak>, _ context: SignedInContext
    ) async throws -> String {
        guard PostDesk.admits(context, bot.desk), let id = mail.flatMap(Identifier<Poststuk>.init) else { return "" }
        let found = try await bot.desk.office.read { tx in try tx.poststukken.find(id) }
        guard let found, found.zaak == zaak else { return "" }
        if let person = found.partij { try await bot.desk.recordLook(at: person, context) }
        return String((found.tekst.isEmpty ? found.onderwerp : found.tekst).prefix(1_500))
    }

    @Sendable func askBeside(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        return try await answer(try await request.form(), context.id("zaak"), context)
    }

    @Sendable func decide(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakBijwerken)
        let id = try context.id("zaak", of: Zaak.self)
        let fields = try await request.form()
        let form = AdviesForm(fields)
        guard let besluit = fields["besluit"].flatMap(Adviesrecord.Besluit.init(rawValue:)) else {
            throw HTTPError(.badRequest)
        }
        let words = bot.desk.face.words(context)
        let act = Adviesbesluit(
            try await bot.raadpleging(form, id, context), besluit: besluit, reden: form.reden, stand: form.stand,
            door: context.me, stappen: form.stappen, verwoording: form.verwoording)
        do {
            let (plank, login) = (bot.plank, context.user.name)
            let record = try await bot.desk.act(context) { office in
                try act.run(in: office, plank) { AdviesText($0, vraag: act.vraag.vraag, door: login, words).text }
            }
            let adopted = besluit == .afgewezen ? "" : "?advies=\(record.id.text)"
            return .seeOther(ZaakPaths.zaak(id) + adopted, flash: Flash("advice_\(besluit.rawValue)"))
        } catch {
            guard let problem = AdviesController.problem(error, words) else { throw error }
            return try await drawer.draw(form, id, context, problem: problem, status: .unprocessableContent)
        }
    }

    private static func problem(_ error: any Error, _ words: Words) -> Problem? {
        guard let refusal = error as? AdviesRefusal else {
            return Refusal(error).map { Problem(text: $0.sentence(words, .none), anchor: "reden") }
        }
        return switch refusal {
        case .libraryChanged: Problem(text: words("advice.refused_changed"), anchor: "vraag")
        case .nothingToAdopt: Problem(text: words("advice.refused_nothing"), anchor: "reden")
        case .noStepChosen: Problem(text: words("advice.refused_no_step"), anchor: "route")
        case .stepDoesNotHold: Problem(text: words("advice.refused_excluded"), anchor: "route")
        case .unknownAdvice: Problem(text: words("advice.refused_unknown"), anchor: "vraag")
        }
    }
}
