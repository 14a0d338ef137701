import Database
import HTTPTypes
import Hummingbird
import Journal
import Zaken

/// Changing one's own password: all sessions of the account end, and this one goes on under a new secret.
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
        let signIn = SignIn(database: desk.database, now: desk.face.clock.wall)
        do {
            let fresh = try await signIn(
                login: context.user.login, password: form.raw("huidig") ?? "",
                from: desk.face.settings.address(of: request, context))
            let kept = try await Wachtwoord.kept(form.raw("nieuw") ?? "")
            try await renew(kept, fresh, context)
            return changed(fresh)
        } catch let refusal as SignInRefusal {
            return try await refuse(refusal == .tooOften ? "login.too_often" : "login.current_wrong", context)
        } catch let refusal as GebruikerRefusal {
            let problem = refusal.sentence(desk.face.words(context))
            return try await desk.face.draw(
                WachtwoordPage(problem: problem), context, status: .unprocessableContent)
        }
    }

    private func renew(_ kept: Wachtwoord, _ secret: Secret, _ context: SignedInContext) async throws {
        let (id, now) = (context.user.id, desk.face.clock.wall())
        try await desk.act(context) { act in
            try act.tx.gebruikers.change(kept, of: id)
            try act.tx.sessies.endAll(of: id)
            try act.tx.sessies.begin(secret, for: id, at: now)
            try act.record("eigen_wachtwoord_vervangen", of: .gebruiker(id))
        }
    }

    private func changed(_ secret: Secret) -> Response {
        var response = Response.seeOther(AccountPaths.home(), flash: Flash("password_changed"))
        response.setCookie(WebCookie.session.cookie(secret.text, maxAge: nil, secure: desk.face.settings.isSecure))
        return response
    }

    private func refuse(_ key: String, _ context: SignedInContext) async throws -> Response {
        let page = WachtwoordPage(problem: desk.face.words(context)(key))
        return try await desk.face.draw(page, context, status: .unprocessableContent)
    }
}
