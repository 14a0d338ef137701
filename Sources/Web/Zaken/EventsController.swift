import Basics
import Database
import Hummingbird
import Journal
import NIOCore
import ServiceLifecycle
import Zaken

/// Tells an open page of a zaak at once when something happened to it (server-sent events).
struct EventsController: Sendable {
    let desk: Desk

    /// A browser comes back by itself after this long, with a session that is looked at anew.
    private static let life = Duration.seconds(600)
    private static let heartbeat = Duration.seconds(20)

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ZaakPaths.events.router, use: listen)
    }

    @Sendable func listen(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        let id = try context.id("zaak", of: Zaak.self)
        guard try await desk.office.read({ try $0.zaken.find(id) }) != nil else { throw HTTPError(.notFound) }
        let news = desk.database.notifications(on: JournalStore.channel)
        let subject = Subject(kind: "zaak", id: id.text).description
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                for await line in EventsController.lines(of: news, about: subject).cancelOnGracefulShutdown() {
                    try await writer.write(ByteBuffer(string: line))
                }
                try await writer.finish(nil)
            })
    }

    /// An event for each notice about the subject, and a sign of life in between.
    private static func lines(of news: AsyncStream<String>, about subject: String) -> AsyncStream<String> {
        AsyncStream { stream in
            let work = Task {
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        // An empty notice: the connection broke, and some may have been missed.
                        for await notice in news where notice == subject || notice.isEmpty {
                            stream.yield("event: zaak\ndata: nieuw\n\n")
                        }
                    }
                    group.addTask {
                        let end = ContinuousClock.now + life
                        while ContinuousClock.now < end, (try? await Task.sleep(for: heartbeat)) != nil {
                            stream.yield(": hartslag\n\n")
                        }
                    }
                    await group.next()
                    group.cancelAll()
                }
                stream.finish()
            }
            stream.onTermination = { _ in work.cancel() }
        }
    }
}
