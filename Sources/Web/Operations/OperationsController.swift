import Database
import Hummingbird
import Logging
import Taalmodel

/// For the machines around us: whether we live, whether we can work, and how it goes.
struct OperationsController: Sendable {
    let database: Database
    let settings: WebSettings
    let metrics: RequestMetrics
    let clock: WebClock
    /// What questions mean, where an endpoint for that is set.
    let meanings: QuestionMeanings?

    var routes: RouteCollection<AppContext> {
        RouteCollection(context: AppContext.self)
            .get(AccountPaths.health.router, use: health)
            .get(AccountPaths.ready.router, use: ready)
            .get(AccountPaths.metrics.router, use: measurements)
    }

    @Sendable func health(_ request: Request, _ context: AppContext) -> Response {
        OperationsController.answer(to: database.refusal) ?? .plain("ok\n")
    }

    /// What is said while nothing can be done any more until the program starts anew.
    static func answer(to refusal: DatabaseError?) -> Response? {
        refusal.map { .plain("disk: \($0.message)\n", status: .serviceUnavailable) }
    }

    @Sendable func ready(_ request: Request, _ context: AppContext) async throws -> Response {
        if let refused = OperationsController.answer(to: database.refusal) { return refused }
        do {
            _ = try await database.read { tx in try tx.first("SELECT count(*) AS aantal FROM gebruikers") }
            return .plain("ready\n")
        } catch {
            context.logger.error("not ready", metadata: ["cause": "\(error)"])
            return .plain("database\n", status: .serviceUnavailable)
        }
    }

    @Sendable func measurements(_ request: Request, _ context: AppContext) async throws -> Response {
        guard mayRead(request, context) else { throw HTTPError(.notFound) }
        let begun = ContinuousClock.now
        let house = try await database.read { [clock] tx in try HouseMetrics(in: tx, at: clock.now()) }
        let text = metrics.text + (meanings?.text ?? "") + house.text(read: ContinuousClock.now - begun)
        return .plain(text, type: "text/plain; version=0.0.4; charset=utf-8")
    }

    private func mayRead(_ request: Request, _ context: AppContext) -> Bool {
        if let token = settings.metricsToken { return request.headers[.authorization] == "Bearer \(token)" }
        let address = context.remoteAddress?.ipAddress
        return !settings.behindProxy && (address == nil || address == "127.0.0.1" || address == "::1")
    }
}

extension QuestionMeanings {
    /// How questions fared, in Prometheus' text format.
    fileprivate var text: String {
        let name = "ontknoop_question_meanings_total"
        let lines =
            ["# HELP \(name) Questions by how it went to ask what they mean.", "# TYPE \(name) counter"]
            + counts.map { "\(name){outcome=\"\($0.outcome)\"} \($0.count)" }
        return lines.joined(separator: "\n") + "\n"
    }
}
