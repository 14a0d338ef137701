import HTTPTypes
import Hummingbird

/// How Ontknoop looks and speaks: templates, string tables, styles and scripts, and how a page becomes a response.
struct Face: Sendable {
    let templates: Templates
    let dictionaries: Dictionaries
    let web: WebFiles
    let rollen: Rollen
    let settings: WebSettings
    let clock: WebClock
    /// Where to read templates from again for each page, while someone works on them.
    let directory: String

    init(directory: String, settings: WebSettings, clock: WebClock) throws {
        self.directory = directory
        self.settings = settings
        self.clock = clock
        templates = try Templates(directory: "\(directory)/templates")
        dictionaries = try Dictionaries(directory: "\(directory)/teksten")
        rollen = try Rollen(yaml: "\(directory)/rollen/rollen.yaml")
        web = try WebFiles(directory: "\(directory)/web")
    }

    func words(_ context: some VisitorContext) -> Words { dictionaries[context.visitor.language] }

    func draw<P: Page>(
        _ page: P, _ context: some VisitorContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let words = words(context)
        let shell = ShellMaker(face: self, words: words, visitor: context.visitor).shell(area: P.area)
        return .html(try current().draw(page, words: words, shell: shell), status: status)
    }

    /// A part of a page by itself, for who looks on while it grows.
    func fragment<P: Page>(_ part: P, _ words: Words) throws -> String { try templates.draw(part, words: words) }

    private func current() throws -> Templates {
        settings.development ? try Templates(directory: "\(directory)/templates") : templates
    }
}
