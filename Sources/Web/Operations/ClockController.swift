import Hummingbird

/// In a demo: moves time on, and everything that falls due on the way happens.
struct ClockController: Sendable {
    let clock: WebClock

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .post(ManagePaths.clock.router, use: move)
    }

    @Sendable func move(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await request.form()
        guard let move = clock.move, let step = form["stap"].flatMap(ClockStep.init(rawValue:)) else {
            throw HTTPError(.notFound)
        }
        try await move(step)
        return .seeOther(form["terug"].flatMap(AccountController.ours) ?? AccountPaths.home(), flash: Flash("clock"))
    }
}
