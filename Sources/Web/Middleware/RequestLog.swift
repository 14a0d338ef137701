import HTTPTypes
import Hummingbird
import Logging

/// One line and one measurement a request: the route's pattern and never the address itself, which names people.
struct RequestLog: RouterMiddleware {
    typealias Context = AppContext
    let metrics: RequestMetrics

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let elapsed = ContinuousClock.now - start
        let route = context.endpointPath ?? "-"
        metrics.record(route: route, method: request.method.rawValue, status: response.status.code, took: elapsed)
        context.logger.info(
            "request",
            metadata: [
                "route": "\(route)", "method": "\(request.method)", "status": "\(response.status.code)",
                "milliseconds": "\(elapsed.milliseconds)",
            ])
        return response
    }
}

extension Duration {
    var milliseconds: Int64 { components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000 }
    var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
