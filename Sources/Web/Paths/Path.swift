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

    /// Whether a path is this one, with something in each of its placeholders.
    func matches(_ path: String) -> Bool {
        let (ours, theirs) = (pattern.split(separator: "/"), path.split(separator: "/"))
        return ours.count == theirs.count && zip(ours, theirs).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }

    func callAsFunction<Subject>(_ id: Identifier<Subject>) -> String { self(id.text) }
}

extension String {
    fileprivate var pathEncoded: String { formEncoded }
}
