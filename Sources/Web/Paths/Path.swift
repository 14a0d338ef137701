import Basics
import Hummingbird

/// A path as the router knows it, and as links fill it: both sides of one text.
struct Path: Sendable {
    let pattern: String

    init(_ pattern: String) { self.pattern = pattern }

    var router: RouterPath { RouterPath(pattern) }

    /// The path with its placeholders filled in order.
    func callAsFunction(_ values: String...) -> String {
        var rest = values[...]
        return pattern.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.hasPrefix("{") ? rest.popFirst().map(\.pathEncoded) ?? "-" : String(part)
        }.joined(separator: "/")
    }

    func callAsFunction<Subject>(_ id: Identifier<Subject>) -> String { self(id.text) }

    var placeholders: Int { pattern.split(separator: "/").count { $0.hasPrefix("{") } }
}

extension String {
    fileprivate var pathEncoded: String { formEncoded }
}
