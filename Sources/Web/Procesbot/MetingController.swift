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
        let shipped = bot.testvragen
        let page = try await bot.desk.office.read { tx in
            let questions = shipped + (try tx.testvragen.all().map(\.test))
            return MetingenPage(
                try tx.metingen.newest(limit: 50),
                asking: Dictionary(questions.map { ($0.id, $0.vraag) }) { first, _ in first },
                Colleagues(all: try tx.gebruikers.all()), mayMeasure: mayMeasure, words, today)
        }
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
