import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import ServiceLifecycle
import Synchronization

/// What came back for a request.
struct TestResponse: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: ByteBuffer
}

/// Asks a site through all that a request passes, without a socket between them.
struct Visitor: Sendable {
    private let ask: @Sendable (Request) async throws -> TestResponse

    /// Visits a site whose services run meanwhile.
    static func visit(
        _ app: some ApplicationProtocol, _ visit: @escaping @Sendable (Visitor) async throws -> Void
    ) async throws {
        let visitor = try await Visitor(of: app)
        let (running, begun) = AsyncStream.makeStream(of: Void.self)
        let services = ServiceGroup(
            configuration: .init(services: app.services + [Doorbell(begun: begun)], logger: app.logger))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            for await _ in running {}
            do { try await visit(visitor) } catch {
                await services.triggerGracefulShutdown()
                throw error
            }
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    private init<App: ApplicationProtocol>(of app: App) async throws {
        let (responder, logger) = (try await app.responder, app.logger)
        ask = { request in
            let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger)
            let answer = try await responder.respond(to: request, context: App.Responder.Context(source: source))
            let body = Body()
            try await answer.body.write(body)
            return TestResponse(status: answer.status, headers: answer.headers, body: body.whole)
        }
    }

    func execute(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?
    ) async throws -> TestResponse {
        var headers = headers
        if let body { headers[.contentLength] = String(body.readableBytes) }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: uri, headerFields: headers)
        return try await ask(Request(head: head, body: RequestBody(buffer: body ?? ByteBuffer())))
    }
}

/// Tells that the services have begun.
private struct Doorbell: Service {
    let begun: AsyncStream<Void>.Continuation

    func run() async throws {
        begun.finish()
        try await gracefulShutdown()
    }
}

/// Keeps what is written, in the order of writing.
private final class Body: ResponseBodyWriter, Sendable {
    private let written = Mutex(ByteBuffer())

    var whole: ByteBuffer { written.withLock { $0 } }

    func write(_ buffer: ByteBuffer) { _ = written.withLock { $0.writeImmutableBuffer(buffer) } }

    func finish(_ trailingHeaders: HTTPFields?) {}
}
