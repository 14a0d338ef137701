import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import Procesbot
import Zaken

/// How the adviser does on the test questions, over time; and a new measurement.
struct MetingController: Sendable {
    let bot: BotDesk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(AdvicePaths.measures.router, use: list)
            .post(AdvicePaths.measures.router, use: measure)
            .post(AdvicePaths.measuresStop.router, use: stop)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingZien)
        let (words, today, mayMeasure) = (bot.desk.face.words(context), bot.desk.today(), context.may(.procesBeheren))
        let bot = bot
        let look = try await bot.desk.office.read { tx in try MetingenLook(bot, in: tx) }
        let page = MetingenPage(look, mayMeasure: mayMeasure, words, today)
        return try await bot.desk.face.draw(page, context)
    }

    /// Orders a measurement; it is made behind the screens, and the page tells how far it is.
    @Sendable func measure(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        try await bot.desk.act(context) { act in try Meetopdracht.Ordering(door: context.me).run(in: act) }
        return .seeOther(AdvicePaths.measures())
    }

    @Sendable func stop(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        try await bot.desk.act(context) { act in try Meetopdracht.Stopping().run(in: act) }
        return .seeOther(AdvicePaths.measures(), flash: Flash("measuring_stopped"))
    }
}
