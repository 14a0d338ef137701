/// How the nodes of a process stand to where an instance of it is: what it came past, and where it can still come.
public struct Standing: Sendable {
    /// What it certainly came past on its way: each with one way in, back from where it is or was.
    public private(set) var passed: Set<ElementID> = []
    /// Where it can still come, by flows and by events.
    public private(set) var ahead: Set<ElementID> = []
    private let places: [ElementID: Place]
    private var left: Set<ElementID> = []

    private struct Place {
        let node: FlowNode
        let scope: Scope
    }

    /// `here` is active, `known` was done, and to `jumped` a person brought it past the drawing.
    public init(_ scope: Scope, here: Set<ElementID>, known: Set<ElementID>, jumped: Set<ElementID> = []) {
        places = Dictionary(
            scope.allScopes.flatMap { scope in scope.nodes.map { ($0.id, Place(node: $0, scope: scope)) } }
        ) { first, _ in first }
        for id in here.union(known) where !jumped.contains(id) { walkBack(from: id, jumped) }
        for id in here { leave(id) }
    }
}

extension Standing {
    private mutating func walkBack(from start: ElementID, _ jumped: Set<ElementID>) {
        var (next, seen) = (places[start], Set([start]))
        while let place = next {
            let before = before(place)
            guard let before, seen.insert(before.id).inserted else { return }
            if before.isLeft { passed.insert(before.id) }
            next = jumped.contains(before.id) ? nil : places[before.id]
        }
    }

    /// The one node from which it must have come; what a boundary event hangs on and what a node stands in need not be done.
    private func before(_ place: Place) -> (id: ElementID, isLeft: Bool)? {
        if let host = place.node.host { return (host, false) }
        let incoming = place.scope.incoming(of: place.node.id)
        if incoming.count == 1 { return (incoming[0].source, true) }
        return incoming.isEmpty && places[place.scope.id] != nil ? (place.scope.id, false) : nil
    }

    /// What may come once a node is left or stopped, also of what stands around it.
    private mutating func leave(_ id: ElementID) {
        var waiting = [id]
        while let id = waiting.popLast() {
            guard let place = places[id], left.insert(id).inserted else { continue }
            let reached = next(place)
            waiting += reached.filter { ahead.insert($0).inserted }
            waiting += reached.flatMap { places[$0]?.node.beginnings ?? [] }.filter { ahead.insert($0).inserted }
            waiting.append(place.scope.id)
        }
    }

    private func next(_ place: Place) -> [ElementID] {
        let (node, scope) = (place.node, place.scope)
        let flows = scope.outgoing(of: node.id).map(\.target)
        let links = node.thrownLink.map { link in scope.nodes.filter { $0.caughtLink?.text == link.text }.map(\.id) }
        let loose = scope.nodes.filter { $0.beginsLoose && !left.contains($0.id) }.map(\.id)
        let rounds = places[scope.id]?.node.activity?.loop == nil ? [] : places[scope.id]?.node.beginnings ?? []
        return flows + node.boundary + (links ?? []) + loose + rounds
    }
}

extension Scope {
    /// What flows lead to from a node, insides of sub-processes included, until where it stops.
    public func nodes(after start: ElementID, until stops: Set<ElementID>) -> [FlowNode] {
        var (found, seen, waiting) = ([FlowNode](), stops.union([start]), [start])
        while let id = waiting.popLast() {
            for flow in outgoing(of: id) where seen.insert(flow.target).inserted {
                guard let node = nodes[flow.target] else { continue }
                found += [node] + (node.innerScope?.allNodes ?? [])
                waiting.append(node.id)
            }
        }
        return found
    }
}

extension FlowNode {
    /// Where a sub-process begins, and all in it that begins by itself.
    fileprivate var beginnings: [ElementID] {
        guard let inside = innerScope else { return [] }
        let first = inside.nodes.filter { $0.incoming.isEmpty && $0.host == nil }
        return first.map(\.id) + first.flatMap(\.beginnings)
    }

    /// It begins without a flow while what it stands in is active: an event sub-process, an activity of an ad-hoc one, a handler.
    fileprivate var beginsLoose: Bool { activity != nil && incoming.isEmpty }
}
