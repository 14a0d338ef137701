import Hummingbird

/// A site of one page with nothing on it: what the web framework itself costs.
struct EmptySite {
    let port: Int

    func run() async throws {
        let router = Router()
        router.get("/") { _, _ in HTTPResponse.Status.ok }
        try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
            .runService()
    }
}
