import Database
import Hummingbird
import Taalmodel

/// The site, in order: who may come where.
enum Routes {
    static func router(
        _ desk: Desk, _ metrics: RequestMetrics, _ imports: ImportDesk, _ bot: BotDesk, _ post: PostDesk
    ) -> Router<AppContext> {
        let router = Router(context: AppContext.self, options: [.autoGenerateHeadEndpoints])
        // Twice: inside, where a page knows who looks; outside, for what goes wrong while finding that out.
        let errors = ErrorPages(face: desk.face)
        router.addMiddleware {
            RequestLog(metrics: metrics)
            SecurityHeaders(isSecure: desk.face.settings.isSecure)
            errors
            VisitorMiddleware(database: desk.database, face: desk.face)
            errors
            QueryLength()
            SameSite()
        }
        anyone(router, desk, metrics, bot.meanings)
        router.addRoutes(AdviesAPIController(bot: bot).routes)
        signedIn(router.group(context: SignedInContext.self), desk, imports)
        advice(router.group(context: SignedInContext.self), bot)
        mail(router.group(context: SignedInContext.self), post)
        return router
    }

    private static func anyone(
        _ router: Router<AppContext>, _ desk: Desk, _ metrics: RequestMetrics, _ meanings: QuestionMeanings?
    ) {
        let settings = desk.face.settings
        router.addRoutes(WebFilesController(files: desk.face.web).routes)
        let operations = OperationsController(
            database: desk.database, settings: settings, metrics: metrics, clock: desk.face.clock, meanings: meanings)
        router.addRoutes(operations.routes)
        let signIn = SignIn(database: desk.database, now: desk.face.clock.wall)
        router.addRoutes(AccountController(face: desk.face, database: desk.database, signIn: signIn).routes)
        if let payments = settings.payments {
            router.addRoutes(BetaalController(face: desk.face, office: desk.office, payments: payments).routes)
            router.addRoutes(PartnerController(face: desk.face, office: desk.office, links: payments.links).routes)
        }
        router.addRoutes(DeurwaarderAPIController(office: desk.office).routes)
        router.addRoutes(GemeenteAPIController(face: desk.face, office: desk.office).routes)
        router.addRoutes(KoppelingAPIController(face: desk.face, office: desk.office).routes)
        if settings.development { router.addRoutes(GalleryController(face: desk.face).routes) }
    }

    private static func signedIn(_ router: RouterGroup<SignedInContext>, _ desk: Desk, _ imports: ImportDesk) {
        router.addRoutes(WerkvoorraadController(desk: desk).routes)
        router.addRoutes(TaakController(desk: desk).routes)
        router.addRoutes(ZaakController(desk: desk).routes)
        router.addRoutes(EventsController(desk: desk).routes)
        router.addRoutes(DocumentController(desk: desk).routes)
        router.addRoutes(BriefController(desk: desk).routes)
        router.addRoutes(KlantController(desk: desk).routes)
        router.addRoutes(SamenvoegenController(desk: desk).routes)
        router.addRoutes(ToestandController(desk: desk).routes)
        router.addRoutes(RegelingController(desk: desk).routes)
        router.addRoutes(MachtigingController(desk: desk).routes)
        router.addRoutes(IncassoController(desk: desk).routes)
        router.addRoutes(SpecificatieController(desk: desk).routes)
        router.addRoutes(VroegsignaleringController(desk: desk).routes)
        router.addRoutes(GemeentenController(desk: desk).routes)
        router.addRoutes(OverdrachtController(desk: desk).routes)
        router.addRoutes(KnoopController(desk: desk).routes)
        router.addRoutes(SchuldeisersController(desk: desk).routes)
        router.addRoutes(DeurwaardersController(desk: desk).routes)
        router.addRoutes(ZoekenController(desk: desk).routes)
        router.addRoutes(BetalingController(desk: desk).routes)
        router.addRoutes(BetalingActsController(desk: desk).routes)
        router.addRoutes(ImportController(desk: desk, imports: imports).routes)
        router.addRoutes(ProcesController(desk: desk).routes)
        router.addRoutes(ProcesvergelijkingController(desk: desk).routes)
        router.addRoutes(ProcesOntwerpController(desk: desk).routes)
        router.addRoutes(VerhuizingController(desk: desk).routes)
        router.addRoutes(BeslissingController(desk: desk).routes)
        router.addRoutes(BewerkingController(desk: desk).routes)
        router.addRoutes(BeslissingOntwerpController(desk: desk).routes)
        router.addRoutes(RechtController(desk: desk).routes)
        router.addRoutes(SturingController(desk: desk).routes)
        router.addRoutes(NachtController(desk: desk).routes)
        router.addRoutes(JournaalController(desk: desk).routes)
        router.addRoutes(BeheerController(desk: desk).routes)
        router.addRoutes(WachtwoordController(desk: desk).routes)
        router.addRoutes(ClockController(clock: desk.face.clock).routes)
    }

    private static func mail(_ router: RouterGroup<SignedInContext>, _ post: PostDesk) {
        router.addRoutes(PostController(post: post).routes)
        router.addRoutes(PoststukController(post: post).routes)
    }

    private static func advice(_ router: RouterGroup<SignedInContext>, _ bot: BotDesk) {
        router.addRoutes(BibliotheekController(bot: bot).routes)
        router.addRoutes(AdviesController(bot: bot).routes)
        router.addRoutes(GesprekController(bot: bot).routes)
        router.addRoutes(VerwoordingController(bot: bot).routes)
        router.addRoutes(TerugkoppelingController(bot: bot).routes)
        router.addRoutes(MetingController(bot: bot).routes)
        router.addRoutes(VoorstelController(bot: bot).routes)
        router.addRoutes(WoordenController(bot: bot).routes)
        router.addRoutes(AfwijkingenController(desk: bot.desk).routes)
    }
}
