import Basics
import Hummingbird
import Journal
import Zaken

/// What happened, over all subjects, the newest first.
struct JournaalController: Sendable {
    let desk: Desk
    private static let size = 100

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(JournalPaths.list.router, use: list)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.journaalZien)
        let asked = JournaalAsked(request)
        let (words, today, rights) = (desk.face.words(context), desk.today(), context.visitor.rights)
        let playbook = desk.office.playbook
        let page = try await desk.office.read { tx in
            let look = try JournaalLook(
                asked, size: JournaalController.size, words, rights: rights, in: tx)
            return JournaalPageMaker(
                look: look, asked: asked, kinds: words.keys(of: "kinds"), playbook: playbook, words: words,
                today: today, rights: rights
            ).page()
        }
        return try await desk.face.draw(page, context)
    }
}
