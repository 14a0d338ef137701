/// Remarks on a diagram that do not run (8.4.1).
public struct Artifacts: Hashable, Sendable {
    public var annotations: Catalog<TextAnnotation> = Catalog()
    public var groups: Catalog<DrawnGroup> = Catalog()
    public var associations: Catalog<Association> = Catalog()
}

/// A remark.
public struct TextAnnotation: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var text: String
    public var line: Int
}

/// A frame around what belongs together, named by its category value.
public struct DrawnGroup: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var line: Int
}

/// A dotted line between a remark or data and what it is about; also from a compensation event to its handler.
public struct Association: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var source: ElementID
    public var target: ElementID
    public var direction: Direction
    public var line: Int

    public enum Direction: String, Hashable, Sendable { case none = "None", one = "One", both = "Both" }
}
