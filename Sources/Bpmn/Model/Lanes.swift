/// One division of a scope into lanes (10.8).
public struct LaneSet: Hashable, Sendable {
    public var id: ElementID?
    public var name: String?
    public var lanes: [Lane]
}

/// Who does what stands in it: a role, department or system.
public struct Lane: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var nodes: [ElementID]
    public var inner: [LaneSet]
    public var line: Int

    /// This lane and all within it.
    public var all: [Lane] { [self] + inner.flatMap { $0.lanes.flatMap(\.all) } }
}

extension Scope {
    public var allLanes: [Lane] { laneSets.flatMap { $0.lanes.flatMap(\.all) } }
}
