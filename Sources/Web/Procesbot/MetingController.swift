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
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingZien)
        let (words, today, mayMeasure) = (bot.desk.face.words(context), bot.desk.today(), context.may(.procesBeheren))
        let bot = bot
        let look = try await bot.desk.office.read { tx in try MetingenLook(bot, in: tx) }
        let page = MetingenPage(look, mayMeasure: mayMeasure, words, today)
        return try await bot.desk.face.draw(page, context)
    }

    @Sendable func measure(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let (outcome, stand) = try await bot.leeszaal.meting(bot.testvragen, on: bot.desk.today())
        let (rules, login) = (bot.plank.rules, context.user.login)
        try await bot.desk.act(context) { act in
            try act.tx.metingen.add(
                Meting(
                    id: act.newID(), moment: act.now, door: login, bibliotheek: stand, regels: rules, uitkomst: outcome)
            )
        }
        return .seeOther(AdvicePaths.measures(), flash: Flash("measured"))
    }
}
