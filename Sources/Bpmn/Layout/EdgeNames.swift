/// The names of the events on the edge of an activity: how far apart the events hang for them, and how deep they reach.
struct EdgeNames {
    /// How far the middle of one event is from that of the next.
    let step: Double
    /// From the right end of the edge to the middle of the first event.
    let first: Double
    /// Where the names begin below the edge; nothing where they stand beside the line that leaves the event, as ever.
    let top: Double?
    /// Where the lowest ends.
    let bottom: Double
    /// How wide the edge must be for all.
    let edge: Double

    static let width = 84.0

    init(of host: FlowNode, in scope: Scope) {
        let events = host.boundary.compactMap { scope.nodes[$0] }
        let names = events.compactMap(\.name).filter { !$0.isEmpty }
        let leaving = events.count { !$0.outgoing.isEmpty }
        let areMany = events.count > 1 && !names.isEmpty
        top = areMany ? 35 + Double(max(0, leaving - 1)) * EdgeNames.levelGap : nil
        (step, first) = areMany ? (104, 48) : (46, 24)
        edge = events.isEmpty ? 0 : Double(events.count) * step + (areMany ? 0 : 12)
        let room = areMany ? EdgeNames.width * 1.1 + 4 : 103
        let lines = names.map { TextFitting.wrap($0, width: room, size: TextFitting.outside).count }.max() ?? 0
        bottom = (top ?? 21) + Double(lines) * TextFitting.lineHeight(TextFitting.outside)
    }

    /// Between the lines that leave the events of one edge.
    static let levelGap = 8.0

    /// The box of a name below a point of the edge.
    func place(below point: Point) -> Bounds? {
        top.map { Bounds(point.x - EdgeNames.width / 2, point.y + $0, EdgeNames.width, bottom - $0) }
    }

    /// What the row below must give way beyond the usual room between rows, for the names and for the lines above them.
    func room(leaving: Int) -> Double {
        let lines = Double(max(0, leaving - 1)) * EdgeNames.levelGap
        return bottom > ScopeLayout.rowGap + 4 ? max(lines, bottom - ScopeLayout.rowGap + 4) : lines
    }
}
