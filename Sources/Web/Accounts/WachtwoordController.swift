import Database
import HTTPTypes
import Hummingbird
import NIOPosix

/// Changing one's own password; all other sessions of the account end.
struct WachtwoordController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(AccountPaths.password.router, use: form)
            .post(AccountPaths.password.router, use: change)
    }

    @Sendable func form(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await desk.face.draw(WachtwoordPage(problem: nil), context)
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await request.form()
        let (login, old) = (context.user.login, form.raw("huidig") ?? "")
        let known = try await desk.database.read { tx in try tx.gebruikers.credentials(login)?.wachtwoord }
        let fits = try await NIOThreadPool.singleton.runIfActive { try (known ?? .nobody).matches(old) }
        guard fits else { return try await refuse("login.current_wrong", context) }
        do {
            let kept = try AddGebruiker.kept(form.raw("nieuw") ?? "")
            try await renew(kept, context)
            return .seeOther(AccountPaths.home(), flash: Flash("password_changed"))
        } catch let refusal as GebruikerRefusal {
            let problem = refusal.sentence(desk.face.words(context))
            return try await desk.face.draw(
                WachtwoordPage(problem: problem), context, status: .unprocessableContent)
        }
    }

    private func renew(_ kept: Wachtwoord, _ context: SignedInContext) async throws {
        let (id, secret, now) = (context.user.id, context.visitor.secret, desk.face.clock.wall())
        try await desk.database.write { tx in
            try tx.gebruikers.change(kept, of: id)
            try tx.sessies.endAll(of: id)
            if let secret { try tx.sessies.begin(secret, for: id, at: now) }
        }
    }

    private func refuse(_ key: String, _ context: SignedInContext) async throws -> Response {
        let page = WachtwoordPage(problem: desk.face.words(context)(key))
        return try await desk.face.draw(page, context, status: .unprocessableContent)
    }
}
