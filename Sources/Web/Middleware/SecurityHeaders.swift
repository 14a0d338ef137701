import HTTPTypes
import Hummingbird

/// Tells browsers to run nothing but our own files, to frame us nowhere, and to keep no copy of what someone signed in saw.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    /// Whether the outside reaches us over TLS.
    let isSecure: Bool

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in SecurityHeaders.always where response.headers[name] == nil {
            response.headers[name] = value
        }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }

    private static var always: [(HTTPField.Name, String)] {
        [
            (.contentSecurityPolicy, ContentPolicy.page),
            (.xContentTypeOptions, "nosniff"),
            (.cacheControl, "no-store"),
            (.referrerPolicy, "same-origin"),
            (.permissionsPolicy, "camera=(), microphone=(), geolocation=(), payment=()"),
            (.crossOriginOpenerPolicy, "same-origin"),
            (.crossOriginResourcePolicy, "same-origin"),
        ]
    }
}

/// What pages and letters may load.
enum ContentPolicy {
    static let page = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
        form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'
        """
    /// A page from which someone goes to a payment provider: browsers look at where a form leads in the end.
    static let paying = page.replacing("form-action 'self'", with: "form-action 'self' https:")
    /// A letter shown inside a page: its own styles, nothing that runs, nothing from elsewhere.
    static let letter = """
        default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'; base-uri 'none'
        """
}
