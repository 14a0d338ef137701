import Basics
import Database
import Hummingbird

/// Finds out who the visitor is: the session of the cookie, the language, and the sentence left by the act before.
struct VisitorMiddleware: RouterMiddleware {
    typealias Context = AppContext
    let database: Database
    let face: Face

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard !request.uri.path.hasPrefix("/web/") else { return try await next(request, context) }
        var context = context
        context.visitor = try await visitor(of: request)
        var guest: Secret?
        if context.visitor.secret == nil {
            guest = Secret()
            context.visitor.secret = guest
        }
        var response = try await next(request, context)
        guard response.headers[.contentType]?.hasPrefix("text/html") == true else { return response }
        if context.visitor.flash != nil { response.setCookie(WebCookie.flash.expired()) }
        if let guest, !response.sets(.session) {
            response.setCookie(WebCookie.guest.cookie(guest.text, maxAge: nil, secure: face.settings.isSecure))
        }
        return response
    }

    private func visitor(of request: Request) async throws -> Visitor {
        let cookies = request.cookies
        var visitor = Visitor()
        visitor.here = request.uri.string
        visitor.language =
            cookies[WebCookie.language.rawValue].flatMap { Language(rawValue: $0.value) } ?? Language(of: request)
        visitor.flash = cookies[WebCookie.flash.rawValue].flatMap { Flash(encoded: $0.value) }
        if let filters = cookies[WebCookie.list.rawValue]?.value { visitor.list += "?" + filters }
        visitor.secret = cookies[WebCookie.guest.rawValue].flatMap { Secret($0.value) }
        guard let secret = cookies[WebCookie.session.rawValue].flatMap({ Secret($0.value) }) else { return visitor }
        guard let user = try await holder(of: secret) else {
            visitor.isOver = true
            return visitor
        }
        visitor.secret = secret
        visitor.user = user
        visitor.rights = face.rollen.rights(of: user.role)
        return visitor
    }

    private func holder(of secret: Secret) async throws -> Gebruiker? {
        let now = face.clock.wall()
        guard let (user, seen) = try await database.read({ tx in try tx.sessies.holder(of: secret, at: now) }) else {
            return nil
        }
        if now - seen >= SessieTerm.sighting {
            try await database.write { tx in try tx.sessies.see(secret, at: now) }
        }
        return user
    }
}

extension Secret {
    init() {
        var random = SystemRandomNumberGenerator()
        self.init(random: &random)
    }
}

extension Response {
    func sets(_ cookie: WebCookie) -> Bool {
        headers[values: .setCookie].contains { $0.hasPrefix(cookie.rawValue + "=") }
    }
}

extension Language {
    /// English for a browser that asks for it first; Dutch for all others.
    init(of request: Request) {
        self = request.headers[.acceptLanguage]?.lowercased().hasPrefix("en") == true ? .en : .nl
    }
}
