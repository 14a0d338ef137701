public import Database
public import Hummingbird

/// The web server on this database, with the looks and words of `content` (the folder `Content`).
public func buildApplication(
    settings: WebSettings, database: Database, content: String, clock: WebClock
) async throws -> some ApplicationProtocol {
    let face = try await Face(directory: content, settings: settings, clock: clock)
    let parts = Parts(face: face, database: database, metrics: RequestMetrics())
    return Application(
        router: Routes.router(parts),
        configuration: ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port), serverName: nil))
}
