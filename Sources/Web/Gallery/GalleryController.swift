import Basics
import Hummingbird

/// `/dev/paginas`, served only while someone works on the pages.
struct GalleryController: Sendable {
    let face: Face

    var routes: RouteCollection<AppContext> {
        RouteCollection(context: AppContext.self)
            .get(AccountPaths.gallery.router, use: list)
            .get(AccountPaths.galleryPage.router, use: page)
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let links = Gallery.entries.map { GalleryPage.Link(name: $0.name, path: AccountPaths.galleryPage($0.name)) }
        return try await face.draw(GalleryPage(pages: links), context)
    }

    @Sendable func page(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let entry = Gallery.entries.first(where: { $0.name == context.parameters.get("naam") }) else {
            throw HTTPError(.notFound)
        }
        return try await draw(entry.page, asSomeoneIn: context)
    }

    private func draw(_ page: some Page, asSomeoneIn context: AppContext) async throws -> Response {
        var context = context
        if !(page is LoginPage) {
            context.visitor.rights = Set(Permission.allCases)
            context.visitor.user = context.visitor.user ?? .example
        }
        return try await face.draw(page, context)
    }
}

extension Gebruiker {
    /// Who the gallery is drawn for.
    static var example: Gebruiker? {
        ID("01980000-0000-7000-8000-000000000001").map {
            Gebruiker(id: $0, login: "bram", name: "Bram Voorbeeld", role: .teamleider, groepen: ["incasso"])
        }
    }
}
