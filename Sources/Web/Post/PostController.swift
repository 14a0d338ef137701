import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Journal
import Postvak
import Zaken

/// The queue of incoming mail, a file that comes in by hand, and how right the proposals were.
struct PostController: Sendable {
    let post: PostDesk

    private var desk: Desk { post.desk }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(PostPaths.list.router, use: list)
            .post(PostPaths.list.router, use: take)
            .get(PostPaths.figures.router, use: figures)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try post.admit(context)
        return try await draw(PostAsked(request), context)
    }

    @Sendable func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try post.admit(context, to: .postVerwerken)
        let words = desk.face.words(context)
        do {
            let upload = try await Upload.receive(request, from: context.visitor, limit: MailReader.largest)
            defer { upload.forget() }
            let bytes = [UInt8](try Data(contentsOf: upload.path))
            let taken = try await post.kantoor.neem(bytes, als: .user(context.user.id))
            let isKnown = if case .bekend = taken { true } else { false }
            return .made(
                PostPaths.mail(taken.id), flash: Flash(isKnown ? "mail_known" : "mail_taken"), for: request)
        } catch {
            guard let sentence = PostController.sentence(error, words) else { throw error }
            let problem = Problem(text: sentence, anchor: "bestand")
            return try await draw(PostAsked(), context, problems: [problem], status: .unprocessableContent)
        }
    }

    @Sendable func figures(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try post.admit(context)
        let words = desk.face.words(context)
        let page = try await desk.office.read { tx in
            TrefzekerheidPage(try Trefzekerheid.all(in: tx), words)
        }
        return try await desk.face.draw(page, context)
    }

    /// What a person reads when a file is refused; nothing for what is a fault of ours.
    static func sentence(_ error: any Error, _ words: Words) -> String? {
        switch error {
        case let refusal as Upload.Refusal: refusal.sentence(words)
        case let refusal as MailRefusal: words.refusal(refusal)
        case is Virusscanner.Fault: words("post.refused_scanner")
        default: nil
        }
    }

    private func draw(
        _ asked: PostAsked, _ context: SignedInContext, problems: [Problem] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (words, today) = (desk.face.words(context), desk.today())
        let mayTake = context.may(.postVerwerken)
        let page = try await desk.office.read { tx in
            PostPageMaker(
                look: try PostLook(asked, in: tx), asked: asked, problems: problems, mayTake: mayTake, words: words,
                today: today
            ).page()
        }
        return try await desk.face.draw(page, context, status: status)
    }
}
