import Xml

/// A way out of a sub-process, for a step that stands around it: an end inside that escalates, and what catches that at the edge. A flow
/// itself may not cross that edge (BPMN 2.0.2, 8.4.13).
struct AddedExit {
    let step: ElementID
    let other: ElementID
    let label: String
    /// The sub-process that is left.
    let left: ElementID
    let names: ExitNames

    /// Nothing where the other step stands in no scope around this one.
    init?(_ choice: AddedChoice, in definitions: Definitions) {
        let scopes = definitions.processes.flatMap(\.scope.allScopes)
        guard let outer = scopes.first(where: { $0.nodes[choice.other] != nil }),
            let left = outer.nodes.first(where: { node in
                node.innerScope?.allNodes.contains { $0.id == choice.step } ?? false
            })
        else { return nil }
        (step, other, label, self.left) = (choice.step, choice.other, choice.elsewhere, left.id)
        names = ExitNames(choice, taken: definitions.source.ids)
    }
}

/// The ids of what is added, none of which the file has already.
struct ExitNames {
    let escalation: String
    let end: String
    let edge: String
    let flow: String

    init(_ choice: AddedChoice, taken: Set<String>) {
        func free(_ wanted: String) -> String {
            guard taken.contains(wanted) else { return wanted }
            return (2...).lazy.map { "\(wanted)-\($0)" }.first { !taken.contains($0) } ?? wanted
        }
        let way = "\(choice.step.text)-\(choice.other.text)"
        escalation = free("uitweg-\(way)")
        end = free("einde-\(way)")
        edge = free("rand-\(way)")
        flow = free("van-rand-\(way)")
    }
}

extension Definitions {
    /// The file with a choice before a step, to a step around its sub-process.
    func adding(_ choice: AddedChoice, leavingBy exit: AddedExit) throws -> String {
        var edited = source
        edited.draw(exit)
        let place = diagrams.lazy.compactMap { ExitPlace(exit, in: $0) }.first
        if let place { edited.place(exit, at: place) }
        var inside = choice
        inside.other = ElementID(exit.names.end)
        return try BpmnReading(edited.written()).definitions.adding(inside)
    }
}

extension XmlElement {
    /// Draws the end inside, the event at the edge and the way from there.
    fileprivate mutating func draw(_ exit: AddedExit) {
        let names = exit.names
        var end = made("endEvent", ["id": names.end, "name": exit.label])
        end.nodes = [.element(made("escalationEventDefinition", ["escalationRef": names.escalation]))]
        var edge = made("boundaryEvent", ["id": names.edge, "name": exit.label, "attachedToRef": exit.left.text])
        edge.nodes = [
            .element(made("outgoing", text: names.flow)),
            .element(made("escalationEventDefinition", ["escalationRef": names.escalation])),
        ]
        let flow = made(
            "sequenceFlow", ["id": names.flow, "sourceRef": names.edge, "targetRef": exit.other.text])
        let escalation = made(
            "escalation", ["id": names.escalation, "name": exit.label, "escalationCode": names.escalation])
        insert([end], behind: exit.step.text)
        insert([edge, flow], behind: exit.left.text)
        change(exit.other.text) { $0.refer("incoming", names.flow) }
        enter(names.end, besides: exit.step.text)
        enter(names.edge, besides: exit.left.text)
        let first = nodes.firstIndex { node in
            if case .element(let child) = node {
                ["process", "collaboration"].contains(child.name.local)
            } else {
                false
            }
        }
        nodes.insert(.element(escalation), at: first ?? 0)
    }
}

/// Where the way out is drawn: the end below the step, the event at the lower edge.
struct ExitPlace {
    let end: Bounds
    let edge: Bounds
    let way: [Point]

    private static let size = 36.0

    init?(_ exit: AddedExit, in diagram: Diagram) {
        guard let step = diagram.shape(of: exit.step)?.bounds, let left = diagram.shape(of: exit.left)?.bounds,
            let other = diagram.shape(of: exit.other)?.bounds
        else { return nil }
        let others = diagram.shapes.map(\.bounds) + diagram.shapes.compactMap { $0.label?.bounds }
        func isFree(_ box: Bounds) -> Bool { !others.contains { $0.meets(box.withName) } }
        let below = stride(from: step.bottom + 30, to: left.bottom - 60, by: 20).map {
            Bounds(step.center.x - ExitPlace.size / 2, $0, ExitPlace.size, ExitPlace.size)
        }
        let along = stride(from: left.right - 80, to: left.x + 40, by: -50).map {
            Bounds($0, left.bottom - ExitPlace.size / 2, ExitPlace.size, ExitPlace.size)
        }
        end =
            below.first(where: isFree)
            ?? Bounds(step.center.x - ExitPlace.size / 2, left.bottom - 60, ExitPlace.size, ExitPlace.size)
        let edge = along.first(where: isFree) ?? along.first ?? end
        let low = max(edge.bottom, other.bottom) + 25
        self.edge = edge
        way = [
            Point(edge.center.x, edge.bottom), Point(edge.center.x, low), Point(other.center.x, low),
            Point(other.center.x, other.bottom),
        ]
    }
}

extension Bounds {
    /// With the room for a name of two lines below it, and left of it, as the name of an event at an edge stands there.
    fileprivate var withName: Bounds { Bounds(x - 30, y, width + 60, height + 32) }

    /// Whether they lie over each other in part; one around the other, or the edge of one through it, leaves room.
    fileprivate func meets(_ box: Bounds) -> Bool {
        let overlaps = x < box.right + 8 && box.x < right + 8 && y < box.bottom + 8 && box.y < bottom + 8
        let isAround = x <= box.x && box.right <= right && y <= box.y && box.y <= bottom
        return overlaps && !(isAround && width > 300)
    }
}

extension XmlElement {
    /// Puts the way out in the diagram that shows the step.
    @discardableResult
    fileprivate mutating func place(_ exit: AddedExit, at place: ExitPlace) -> Bool {
        if name.local == "BPMNPlane" {
            guard children.contains(where: { $0["bpmnElement"] == exit.step.text }) else { return false }
            var line = drawn("BPMNEdge", of: exit.names.flow)
            line.lead(place.way)
            let shapes = [box(place.end, of: exit.names.end), box(place.edge, of: exit.names.edge)]
            nodes += (shapes + [line]).map(XmlNode.element)
            return true
        }
        for index in nodes.indices {
            guard case .element(var child) = nodes[index], child.place(exit, at: place) else { continue }
            nodes[index] = .element(child)
            return true
        }
        return false
    }
}
