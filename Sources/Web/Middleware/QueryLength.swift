import HTTPTypes
import Hummingbird

/// Refuses a query of which a part is longer than any page takes, rather than answering half of what was asked.
struct QueryLength: RouterMiddleware {
    typealias Context = AppContext

    /// As long as a question to the adviser may be.
    static let longest = AdviesForm.longest

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard request.queryFields.pairs.allSatisfy({ $0.value.count <= QueryLength.longest }) else {
            throw HTTPError(.uriTooLong)
        }
        return try await next(request, context)
    }
}
