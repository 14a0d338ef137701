/// A drawing of one process or collaboration (12.2): where each shape and line is.
public struct Diagram: Hashable, Sendable {
    public var id: String?
    public var name: String?
    /// What is drawn.
    public var element: ElementID?
    public var shapes: [Shape]
    public var edges: [Edge]
    public var line: Int
}

/// A point on the drawing, in pixels.
public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// A rectangle on the drawing.
public struct Bounds: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    public var right: Double { x + width }
    public var bottom: Double { y + height }
    public var center: Point { Point(x + width / 2, y + height / 2) }
}

/// Where an element is drawn, and how.
public struct Shape: Hashable, Sendable {
    public var element: ElementID
    public var bounds: Bounds
    public var label: Label?
    /// Sub-processes: whether the inside is shown; `nil` when the file does not say.
    public var isExpanded: Bool?
    /// Pools and lanes: whether they run from left to right.
    public var isHorizontal: Bool?
    /// Exclusive gateways: whether the X is shown.
    public var isMarkerVisible: Bool?
    /// Participants in a choreography: initiating or not, with a message or not, at the top, middle or bottom.
    public var band: Band?
    /// The choreography activity that a participant band is part of.
    public var choreography: String?
    public var id: String?
    public var line: Int

    public struct Band: Hashable, Sendable {
        public var kind: String
        public var showsMessage: Bool
    }
}

/// A line between elements.
public struct Edge: Hashable, Sendable {
    public var element: ElementID
    public var points: [Point]
    public var label: Label?
    /// Message flows: whether an envelope is drawn on it, and whose.
    public var messageVisible: MessageVisible?
    public var id: String?
    public var line: Int

    public enum MessageVisible: String, Hashable, Sendable { case initiating, nonInitiating = "non_initiating" }
}

/// Where the name of an element is drawn; no bounds means where it goes by default.
public struct Label: Hashable, Sendable {
    public var bounds: Bounds?
}
