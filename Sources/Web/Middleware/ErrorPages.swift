import HTTPTypes
import Hummingbird
import Logging

/// Turns what goes wrong into a page in the same look, and writes the unforeseen to the log, once.
struct ErrorPages: RouterMiddleware {
    typealias Context = AppContext
    let face: Face

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let redirect as SignInFirst {
            guard !request.isOfAPI else { return keyMissing(context) }
            return try redirect.response(from: request, context: context)
        } catch let foreign as ForeignForm {
            if request.isOfAPI, context.visitor.user == nil { return keyMissing(context) }
            return try await answer(foreign, request, context)
        } catch is SentAgain {
            return .seeOther(WayBack.page(of: request.uri.path) ?? AccountPaths.home(), flash: Flash("nothing_done"))
        } catch let error as any HTTPResponseError {
            if error.status == .notFound, request.method == .get, let page = WayBack.page(of: request.uri.path) {
                return .seeOther(page)
            }
            return try await draw(error.status, key: ErrorPages.key(error.status), request, context)
        } catch {
            context.logger.error("request failed", metadata: ["error": "\(type(of: error))", "cause": "\(error)"])
            return try await draw(.internalServerError, key: "failed", request, context)
        }
    }

    /// A form of a session that is over leads to signing in and back; one of someone else than who is signed in to nothing.
    private func answer(_ foreign: ForeignForm, _ request: Request, _ context: AppContext) async throws -> Response {
        guard let kept = foreign.kept else { return try await draw(.forbidden, key: "foreign", request, context) }
        guard let user = context.visitor.user else {
            let page = LoginPage(face, face.words(context), ended: "kept", kept: kept)
            return try await face.draw(page, context, status: .forbidden)
        }
        guard kept.belongs(to: user) else { return try await draw(.forbidden, key: "of_another", request, context) }
        return try await face.draw(ReturnPage(kept), context)
    }

    private func draw(
        _ status: HTTPResponse.Status, key: String, _ request: Request, _ context: AppContext
    ) async throws -> Response {
        let words = face.words(context)
        guard !request.isOfAPI else {
            return .refused(ErrorPages.code(key), words("errors.\(key)_text"), status)
        }
        let reference = status.code >= 500 ? words("errors.reference", ["id": context.id]) : nil
        let page = ErrorPage(
            code: String(status.code), title: words("errors.\(key)_title"), text: words("errors.\(key)_text"),
            reference: reference)
        return try await face.draw(page, context, status: status)
    }

    private static func key(_ status: HTTPResponse.Status) -> String {
        switch status.code {
        case 403: "forbidden"
        case 404: "missing"
        case 413: "large"
        case 414: "long"
        case 429: "many"
        case 400..<500: "unreadable"
        default: "failed"
        }
    }
}

/// Something that cannot be shown, and what to do instead.
struct ErrorPage: Page {
    let code: String
    let title: String
    let text: String
    let reference: String?

    static let template = "fouten/fout"
    static let sample = ErrorPage(
        code: "404", title: "Deze pagina is er niet",
        text: "Misschien is de zaak verplaatst of is het adres veranderd.",
        reference: "Kenmerk van de storing: 0a1b2c3d")
    static let variants: [(name: String, page: ErrorPage)] = [
        ("verboden", ErrorPage(code: "403", title: "Dit mag uw rol niet", text: "Vraag uw teamleider.", reference: nil))
    ]
}
