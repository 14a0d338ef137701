import Database
import Hummingbird

/// The site, in order: who may come where.
enum Routes {
    static func router(_ parts: Parts) -> Router<AppContext> {
        let router = Router(context: AppContext.self, options: [.autoGenerateHeadEndpoints])
        let errors = ErrorPages(face: parts.face)
        router.addMiddleware {
            RequestLog(metrics: parts.metrics)
            SecurityHeaders(isSecure: parts.face.settings.isSecure)
            errors
            VisitorMiddleware(database: parts.database, settings: parts.face.settings, now: parts.face.clock.now)
            errors
            SameSite()
        }
        anyone(router, parts)
        signedIn(router.group(context: SignedInContext.self), parts)
        return router
    }

    private static func anyone(_ router: Router<AppContext>, _ parts: Parts) {
        router.addRoutes(WebFilesController(files: parts.face.web).routes)
        router.addRoutes(
            OperationsController(database: parts.database, settings: parts.face.settings, metrics: parts.metrics).routes
        )
        let signIn = SignIn(database: parts.database, now: parts.face.clock.now)
        router.addRoutes(AccountController(face: parts.face, database: parts.database, signIn: signIn).routes)
        if parts.face.settings.development { router.addRoutes(GalleryController(face: parts.face).routes) }
    }

    private static func signedIn(_ router: RouterGroup<SignedInContext>, _ parts: Parts) {
        router.addRoutes(ClockController(clock: parts.face.clock).routes)
    }
}

/// What the controllers are made of.
struct Parts: Sendable {
    let face: Face
    let database: Database
    let metrics: RequestMetrics
}
