import Database
import Hummingbird

/// Signing in and out, and the language of the screens.
struct AccountController: Sendable {
    let face: Face
    let database: Database
    let signIn: SignIn

    var routes: RouteCollection<AppContext> {
        RouteCollection(context: AppContext.self)
            .get(AccountPaths.home.router, use: home)
            .get(AccountPaths.login.router, use: form)
            .post(AccountPaths.login.router, use: enter)
            .post(AccountPaths.logout.router, use: leave)
            .post(AccountPaths.language.router, use: speak)
    }

    @Sendable func home(_ request: Request, _ context: AppContext) -> Response {
        .seeOther(context.visitor.user.map(AccountController.start) ?? AccountPaths.login())
    }

    @Sendable func form(_ request: Request, _ context: AppContext) async throws -> Response {
        if let user = context.visitor.user { return .seeOther(AccountController.start(of: user)) }
        let back = request.query("terug")
        let isFile = request.query("bestand") != nil
        let ended = isFile ? "file" : context.visitor.isOver ? "over" : nil
        return try await draw(LoginPage(face, face.words(context), back: back, ended: ended), nil, context)
    }

    @Sendable func enter(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.form()
        let (login, back, kept) = (form["naam"] ?? "", form["terug"], KeptForm(carriedBy: form))
        do {
            let secret = try await signIn(
                login: login, password: form.raw("wachtwoord") ?? "", from: face.settings.address(of: request, context))
            return try await entered(secret, back: back, kept, context)
        } catch let refusal as SignInRefusal {
            let page = LoginPage(
                face, face.words(context), login: login, back: back, problem: refusal,
                ended: kept.map { _ in "kept" }, kept: kept)
            return try await draw(page, refusal, context)
        }
    }

    @Sendable func leave(_ request: Request, _ context: AppContext) async throws -> Response {
        if let secret = context.visitor.secret { try await database.write { tx in try tx.sessies.end(secret) } }
        var response = Response.seeOther(AccountPaths.login())
        response.setCookie(WebCookie.session.expired(secure: face.settings.isSecure))
        response.setCookie(WebCookie.list.expired(secure: face.settings.isSecure))
        return response
    }

    @Sendable func speak(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.form()
        let language = form["taal"].flatMap(Language.init(rawValue:)) ?? .nl
        var response = Response.seeOther(form["terug"].flatMap(AccountController.ours) ?? AccountPaths.home())
        response.setCookie(WebCookie.language.cookie(language.rawValue, maxAge: 31_536_000))
        return response
    }

    /// On to where someone wanted to go; a form that was kept stands as it was, for whom it belongs to and nobody else.
    private func entered(
        _ secret: Secret, back: String?, _ kept: KeptForm?, _ context: AppContext
    ) async throws -> Response {
        var response = Response.seeOther(back.flatMap(AccountController.ours) ?? AccountPaths.home())
        if let kept {
            let now = face.clock.wall()
            let user = try await database.read { tx in try tx.sessies.holder(of: secret, at: now)?.0 }
            if let user, kept.belongs(to: user) {
                var context = context
                (context.visitor.secret, context.visitor.user) = (secret, user)
                context.visitor.rights = face.rollen.rights(of: user.role)
                response = try await face.draw(ReturnPage(kept), context)
            } else {
                response = .seeOther(AccountPaths.home(), flash: Flash("form_of_another", isProblem: true))
            }
        }
        response.setCookie(
            WebCookie.session.cookie(secret.text, maxAge: nil, secure: face.settings.isSecure))
        response.setCookie(WebCookie.guest.expired(secure: face.settings.isSecure))
        return response
    }

    private func draw(_ page: LoginPage, _ problem: SignInRefusal?, _ context: AppContext) async throws -> Response {
        try await face.draw(page, context, status: problem?.status ?? .ok)
    }

    /// Where each role's day begins.
    static func start(of user: Gebruiker) -> String {
        switch user.role {
        case .casemanager, .teamleider, .lezer: WorkPaths.list()
        case .proceseigenaar: ProcessPaths.list()
        case .beheerder: ManagePaths.home()
        }
    }

    /// A path of our own to go back to; nothing for an address elsewhere.
    static func ours(_ path: String) -> String? {
        let isPlain = path.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
        return path.hasPrefix("/") && !path.hasPrefix("//") && isPlain ? path : nil
    }
}

extension SignInRefusal {
    var status: HTTPResponse.Status {
        switch self {
        case .wrong: .unprocessableContent
        case .tooOften: .tooManyRequests
        }
    }
}

extension LoginPage {
    /// The page with what goes along; `ended` is a word for why someone has to sign in again.
    init(
        _ face: Face, _ words: Words, login: String? = nil, back: String? = nil, problem: SignInRefusal? = nil,
        ended: String? = nil, kept: KeptForm? = nil
    ) {
        self.init(
            organisation: face.settings.organisation, login: login, back: back,
            problem: problem.map { words("login.\($0 == .tooOften ? "too_often" : "wrong")") },
            ended: ended.map { words("login.ended_\($0)") }, kept: kept,
            accounts: face.settings.demoAccounts.map { account in
                .init(login: account.login, name: account.name, role: words("roles.\(account.role.rawValue)"))
            })
    }
}
