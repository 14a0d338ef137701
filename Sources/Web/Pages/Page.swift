/// What one template may use: only texts, yes or no, optionals, lists and further such structs, already phrased for the reader.
public protocol Page: Sendable {
    /// The template's path under `Content/templates`, without extension.
    static var template: String { get }
    /// The page with every part filled, for the template check, the gallery and the accessibility check.
    static var sample: Self { get }
    /// Further states worth looking at, by name: empty, refused, finished.
    static var variants: [(name: String, page: Self)] { get }
    /// The area of the main navigation that the page belongs to.
    static var area: Area? { get }
}

extension Page {
    public static var variants: [(name: String, page: Self)] { [] }
    public static var area: Area? { nil }
}

/// The areas of the main navigation, in their order on the screen.
public enum Area: String, Sendable, CaseIterable {
    case werkvoorraad, post, klanten, betalingen, overdrachten, imports, procesbot, processen, sturing, journaal, beheer
}
