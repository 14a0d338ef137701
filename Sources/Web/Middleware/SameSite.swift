import HTTPTypes
import Hummingbird

/// Lets an act through only from our own pages: the browser says so, and the form carries the visitor's own token.
struct SameSite: RouterMiddleware {
    typealias Context = AppContext

    /// The largest form without files.
    private static let limit = 1_000_000

    /// Where files come in; a form with files to any other place has no token that anyone would check.
    static let uploads = [
        ZaakPaths.documents, ZaakPaths.versions, ProcessPaths.list, ProcessPaths.examples, ProcessPaths.draftExamples,
        ImportPaths.list, PostPaths.list, LibraryPaths.list,
        DecisionPaths.list, OverdrachtPaths.list,
    ]

    /// Where only programs call, each with a key; nothing there looks at a session.
    static let keyed = KoppelingPaths.all + [OverdrachtPaths.api, SignaalPaths.api]

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard ![.get, .head, .options].contains(request.method) else { return try await next(request, context) }
        // A payment provider is no browser and carries no token: what it says is only an identifier to ask about.
        guard request.uri.path != BetaallinkPaths.hook() else { return try await next(request, context) }
        if request.isOfProgram { return try await next(request, context) }
        guard SameSite.isOurs(request) else { throw ForeignForm() }
        if request.carriesFiles {
            // A file is not gathered here: `Upload` checks the token, which is its first part, before it takes any byte.
            guard SameSite.uploads.contains(where: { $0.matches(request.uri.path) }) else { throw ForeignForm() }
            return try await next(request, context)
        }
        var request = request
        let body = try await request.collectBody(upTo: SameSite.limit)
        let form = FormFields(encoded: String(buffer: body))
        guard context.visitor.secret?.matches(formToken: form["csrf"] ?? "") == true else {
            throw ForeignForm(kept: KeptForm(form, at: request.uri.path))
        }
        var context = context
        context.visitor.sentAgain = form[KeptForm.again] != nil
        return try await next(request, context)
    }

    /// `Sec-Fetch-Site` where the browser sends it, else `Origin` against `Host`; a form without either is refused.
    static func isOurs(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite] { return site == "same-origin" }
        guard let origin = request.headers[.origin], let host = request.head.authority else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}

/// A form that did not come from one of our pages, or from one that was open too long.
struct ForeignForm: Error {
    /// What was typed, where it came from a page of ours that was someone's.
    var kept: KeptForm?
}

extension Request {
    /// Whether it is a form with files, whose token is not checked yet.
    var carriesFiles: Bool { headers[.contentType]?.lowercased().hasPrefix("multipart/") == true }

    /// The fields of the form that was sent; one with files is only for ``Upload``.
    func form() async throws -> FormFields {
        guard !carriesFiles else { throw ForeignForm() }
        return FormFields(encoded: String(buffer: try await body.collect(upTo: 1_000_000)))
    }
}

extension Request {
    /// Whether a program calls with a key of its own: no browser sends that header for another site without asking us. Where nothing but
    /// a key opens, who has none hears that.
    fileprivate var isOfProgram: Bool {
        guard uri.path.hasPrefix("/api/") else { return false }
        return SameSite.keyed.contains { $0.matches(uri.path) } || bearer != nil
    }
}
