import Mustache

/// A page unfolded once into branches and lists, so that a template looks names up instead of reflecting on each.
enum PageTree {
    /// Every stored property by name; what is absent stays there as nothing, so that a name never falls through to an outer one.
    static func unfold(_ value: Any) -> any Sendable {
        switch value {
        case let text as String: Leaf(text)
        case let truth as Bool: truth
        case let number as Int: Leaf(String(number))
        case let line as NamedLine: line.names
        default: unfold(reflected: Mirror(reflecting: value), of: value)
        }
    }

    private static func unfold(reflected mirror: Mirror, of value: Any) -> any Sendable {
        switch mirror.displayStyle {
        case .optional: mirror.children.first.map { unfold($0.value) } ?? Absent()
        case .collection, .set: mirror.children.map { unfold($0.value) }
        case .struct, .class, .tuple: Branch(Dictionary(named(mirror), uniquingKeysWith: { first, _ in first }))
        default: Leaf(String(describing: value))
        }
    }

    private static func named(_ mirror: Mirror) -> [(String, any Sendable)] {
        mirror.children.compactMap { child in child.label.map { ($0, unfold(child.value)) } }
    }
}

/// Things by name. A class of its own, since a dictionary is asked anew at each name whether it has children.
final class Branch: MustacheParent, Sendable {
    let parts: [String: any Sendable]

    init(_ parts: [String: any Sendable]) { self.parts = parts }

    func child(named name: String) -> Any? { parts[name] }
}

/// A text. A class of its own, since a text is asked anew at each drawing what else it might be.
final class Leaf: MustacheCustomRenderable, MustacheTransformable, MustacheParent, Sendable {
    let renderText: String
    var isNull: Bool { false }

    init(_ text: String) { renderText = text }

    func transform(_ name: String) -> Any? { renderText.transform(name) }
    func child(named name: String) -> Any? { nil }
}

/// Nothing, drawn as nothing.
struct Absent: MustacheCustomRepresentation {
    var representation: Any? { nil }
}
