/// One pool of a made layout, at the height that the page gives it: a process, or a band that shows nothing of its inside.
struct PoolPlan {
    let participant: ElementID
    /// What stands in it; nothing in a band.
    let layout: ScopeLayout?
    let height: Double
    /// The names of the events in the flow, which stand beside them.
    let eventNames: [ElementID: String]
    var top = 0.0
    /// Of its name at the left.
    static let head = 30.0
    /// Where what stands in it begins: the name of the first event keeps clear of that of the pool.
    static let inset = head + 16

    init(_ participant: ElementID, _ scope: Scope?) {
        self.participant = participant
        layout = scope.flatMap { $0.nodes.isEmpty ? nil : ScopeLayout($0) }
        eventNames = scope?.allNodes.reduce(into: [:]) { $0[$1.id] = $1.isEventInFlow ? $1.name : nil } ?? [:]
        height = layout.map { max($0.size.height + 20, 120) } ?? 60
    }

    /// The width that it needs.
    var ownWidth: Double { layout.map { $0.size.width + Self.inset + 20 } ?? 0 }

    /// The pool, its lanes and what stands in it, from a corner on.
    func shapes(x: Double, width: Double) -> [Shape] {
        let frame = Shape(made: participant, Bounds(x, top, width, height), isHorizontal: true)
        guard let layout else { return [frame] }
        let last = layout.lanes.map(\.bounds.bottom).max() ?? 0
        let lanes = layout.lanes.map { id, bounds in
            let tall = bounds.bottom >= last ? max(bounds.height, height - bounds.y) : bounds.height
            return Shape(
                made: id, Bounds(x + Self.head, top + bounds.y, width - Self.head, tall), isHorizontal: true)
        }
        return [frame] + lanes + layout.shapes.map { $0.moved(x + Self.inset, top) }
    }

    func edges(x: Double) -> [Edge] { layout.map { $0.edges.map { $0.moved(x + Self.inset, top) } } ?? [] }
}

extension FlowNode {
    fileprivate var isEventInFlow: Bool { boundaryEvent == nil && activity == nil && gateway == nil }
}
