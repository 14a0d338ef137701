import Hummingbird

/// Serves styles and scripts; those asked for under the current hash may be kept for a year.
struct WebFilesController: Sendable {
    let files: WebFiles

    var routes: RouteCollection<AppContext> {
        RouteCollection(context: AppContext.self)
            .get("/web/:hash/**", use: file)
            .get("/favicon.ico", use: mark)
    }

    @Sendable func file(_ request: Request, _ context: AppContext) throws -> Response {
        let path = context.parameters.getCatchAll().joined(separator: "/")
        let current = context.parameters.get("hash") == files.hash
        return try response(path, keep: current ? "public, max-age=31536000, immutable" : "no-cache")
    }

    @Sendable func mark(_ request: Request, _ context: AppContext) throws -> Response {
        try response("mark.svg", keep: "public, max-age=86400")
    }

    private func response(_ path: String, keep: String) throws -> Response {
        guard let file = files.file(path) else { throw HTTPError(.notFound) }
        return Response(
            status: .ok, headers: [.contentType: file.type, .cacheControl: keep],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
}
