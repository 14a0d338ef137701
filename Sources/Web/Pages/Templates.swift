import Foundation
import Mustache

/// All templates of `Content/templates`, read once.
public struct Templates: Sendable {
    private let library: MustacheLibrary

    public init(directory: String) async throws {
        library = try await MustacheLibrary(directory: directory)
    }

    /// The page as HTML.
    func draw<P: Page>(_ page: P, words: Words, shell: Shell) throws -> String {
        var tree = PageTree.unfold(page) as? [String: Any] ?? [:]
        tree["shell"] = PageTree.unfold(shell)
        tree["t"] = words.table
        guard let text = library.render(tree, withTemplate: P.template) else {
            throw MissingTemplate(name: P.template)
        }
        return text
    }
}

/// A page names a template that `Content/templates` does not hold.
struct MissingTemplate: Error {
    let name: String
}
