import Xml

extension Diagram {
    func shape(of element: ElementID) -> Shape? { shapes.first { $0.element == element } }
}

/// A line to be drawn, and where its name stands.
struct DrawnWay {
    var points: [Point]
    var label: Bounds
}

extension String {
    /// The room that it takes beside a line or shape.
    fileprivate var labelSize: (width: Double, height: Double) {
        let lines = TextFitting.wrap(self, width: 110, size: TextFitting.outside)
        let widest = lines.map { TextFitting.width($0, size: TextFitting.outside) }.max() ?? 0
        return (max(widest, 20), Double(lines.count) * TextFitting.lineHeight(TextFitting.outside))
    }
}

/// Where an added choice is drawn: the step and all to the right of it make room, enough for the names of the ways.
struct ChoicePlace {
    /// What lies from here on moves to the right.
    let cut: Double
    /// How far.
    let room: Double
    private let step: Bounds
    private let other: Bounds
    private let choice: AddedChoice
    /// What the way to the other step should not run over.
    private let nodes: [Bounds]
    /// Whether a line comes from above.
    private let isMetFromAbove: Bool

    private static let size = 50.0

    init?(_ choice: AddedChoice, _ ways: Set<String>, in diagram: Diagram) {
        guard let step = diagram.shape(of: choice.step)?.bounds, let other = diagram.shape(of: choice.other)?.bounds
        else { return nil }
        let room = 70 + max(choice.asDrawn.labelSize.width + 16, choice.elsewhere.labelSize.width - 8, 30)
        (self.step, self.choice, self.room, cut) = (step, choice, room.rounded(), step.x)
        isMetFromAbove = diagram.edges.contains { edge in
            ways.contains(edge.element.text) && edge.points.last.map { $0.y <= step.y + 1 } ?? false
        }
        func moved(_ box: Bounds) -> Bounds { box.x >= step.x ? box.moved(room.rounded(), 0) : box }
        self.other = moved(other)
        nodes = diagram.shapes.map { moved($0.bounds) }.filter { $0.width <= 300 && $0 != moved(other) }
    }

    var gateway: Bounds {
        Bounds(step.x + 20, step.center.y - Self.size / 2, Self.size, Self.size)
    }

    /// The question above the choice, as a way leads down from it.
    var question: Bounds {
        let size = choice.question.labelSize
        let left = isMetFromAbove ? gateway.center.x - size.width - 6 : gateway.center.x - size.width / 2
        let near = Bounds(left, gateway.y - size.height - 6, size.width, size.height)
        let met = (nodes + [other]).filter { $0.x < near.right && near.x < $0.right }.sorted { $0.y > $1.y }
        return met.reduce(near) { $1.touches($0) ? $0.moved(0, $1.y - 4 - $0.bottom) : $0 }
    }

    /// From the choice to the step, its name above it.
    var straight: DrawnWay {
        let size = choice.asDrawn.labelSize
        return DrawnWay(
            points: [Point(gateway.right, gateway.center.y), Point(step.x + room, gateway.center.y)],
            label: Bounds(gateway.right + 4, gateway.center.y - size.height - 4, size.width, size.height))
    }

    /// From below the choice to the other step, its name beside where it begins: straight aside when that stands lower, else around it to its foot.
    var detour: DrawnWay {
        let size = choice.elsewhere.labelSize
        let (start, end) = (Point(gateway.center.x, gateway.bottom), other.center)
        let label = Bounds(start.x + 6, start.y + 3, size.width, size.height)
        let aside = [start, Point(start.x, end.y), Point(other.x, end.y)]
        if other.x > start.x + 10, end.y >= label.bottom + 6, isFree(aside) {
            return DrawnWay(points: aside, label: label)
        }
        let low = level(below: max(label.bottom + 6, other.bottom + 20), from: start.x, to: end.x)
        return DrawnWay(
            points: [start, Point(start.x, low), Point(end.x, low), Point(end.x, other.bottom)], label: label)
    }

    /// A height at which a level line runs over no node.
    private func level(below start: Double, from: Double, to: Double) -> Double {
        let met = nodes.filter { $0.x - 6 < max(from, to) && min(from, to) < $0.right + 6 }.sorted { $0.y < $1.y }
        return met.reduce(start) { $1.y - 6 < $0 && $0 < $1.bottom + 6 ? $1.bottom + 20 : $0 }
    }

    private func isFree(_ points: [Point]) -> Bool {
        zip(points, points.dropFirst()).allSatisfy { from, to in
            !nodes.contains { Bounds(from: from, to: to).touches($0.grown(by: 4)) }
        }
    }

    /// A line that ended at the step, on its own side of the choice.
    func leading(_ points: [Point]) -> [Point] {
        guard let last = points.last else { return points }
        let before = points.dropLast()
        if last.y <= step.y + 1 { return turned(before, Point(gateway.center.x, gateway.y)) }
        if last.y >= step.bottom - 1 { return turned(before, Point(gateway.center.x, gateway.bottom)) }
        return before + [Point(gateway.x, gateway.center.y)]
    }

    /// The last bend of a line that comes from above or below stands right over where it ends.
    private func turned(_ points: ArraySlice<Point>, _ end: Point) -> [Point] {
        guard points.count > 1, let bend = points.last else { return points + [end] }
        return points.dropLast() + [Point(end.x, bend.y), end]
    }
}

extension XmlElement {
    /// Draws an added choice in a diagram of the file.
    mutating func place(_ choice: AddedChoice, _ ways: [SequenceFlow], _ names: ChoiceNames, in diagram: Diagram) {
        let ways = Set(ways.map(\.id.text))
        guard let place = ChoicePlace(choice, ways, in: diagram) else { return }
        makeRoom(place, choice, ways, names)
    }

    @discardableResult
    private mutating func makeRoom(
        _ place: ChoicePlace, _ choice: AddedChoice, _ ways: Set<String>, _ names: ChoiceNames
    ) -> Bool {
        if name.local == "BPMNPlane" {
            guard children.contains(where: { $0["bpmnElement"] == choice.step.text }) else { return false }
            for index in nodes.indices {
                guard case .element(var child) = nodes[index] else { continue }
                child.move(place)
                if let flow = child["bpmnElement"], ways.contains(flow) { child.lead(place.leading(child.points)) }
                nodes[index] = .element(child)
            }
            nodes += added(place, names).map(XmlNode.element)
            return true
        }
        for index in nodes.indices {
            guard case .element(var child) = nodes[index], child.makeRoom(place, choice, ways, names) else { continue }
            nodes[index] = .element(child)
            return true
        }
        return false
    }

    private func added(_ place: ChoicePlace, _ names: ChoiceNames) -> [XmlElement] {
        var shape = box(place.gateway, of: names.gateway)
        shape["isMarkerVisible"] = "true"
        shape.label(place.question)
        var asDrawn = drawn("BPMNEdge", of: names.asDrawn)
        asDrawn.lead(place.straight.points)
        asDrawn.label(place.straight.label)
        var elsewhere = drawn("BPMNEdge", of: names.elsewhere)
        elsewhere.lead(place.detour.points)
        elsewhere.label(place.detour.label)
        return [shape, asDrawn, elsewhere]
    }

    /// Says where the name of a shape or line stands.
    mutating func label(_ bounds: Bounds) {
        var label = XmlElement(XmlName("BPMNLabel", in: name.namespace, prefix: name.prefix))
        label.nodes = [.element(.bounds(bounds))]
        nodes.append(.element(label))
    }

    /// The shape of an element.
    func box(_ bounds: Bounds, of element: String) -> XmlElement {
        var shape = drawn("BPMNShape", of: element)
        shape.nodes = [.element(.bounds(bounds))]
        return shape
    }

    private static func bounds(_ bounds: Bounds) -> XmlElement {
        var box = XmlElement(XmlName("Bounds", in: "http://www.omg.org/spec/DD/20100524/DC", prefix: "dc"))
        for (key, value) in [
            ("x", bounds.x), ("y", bounds.y), ("width", bounds.width), ("height", bounds.height),
        ] { box[key] = String(Int(value.rounded())) }
        return box
    }

    func drawn(_ local: String, of element: String) -> XmlElement {
        var drawn = XmlElement(XmlName(local, in: name.namespace, prefix: name.prefix))
        drawn["id"] = "vorm-" + element
        drawn["bpmnElement"] = element
        return drawn
    }

    private var points: [Point] {
        children.filter { $0.name.local == "waypoint" }.compactMap { point in
            guard let x = point["x"].flatMap(Double.init), let y = point["y"].flatMap(Double.init) else { return nil }
            return Point(x, y)
        }
    }

    /// Gives a line other points; what else belongs to it goes, as it stood beside the old line.
    mutating func lead(_ points: [Point]) {
        nodes = points.map { point in
            var waypoint = XmlElement(XmlName("waypoint", in: "http://www.omg.org/spec/DD/20100524/DI", prefix: "di"))
            waypoint["x"] = String(Int(point.x))
            waypoint["y"] = String(Int(point.y))
            return .element(waypoint)
        }
    }

    /// Moves what lies to the right, and widens what lies around it.
    private mutating func move(_ place: ChoicePlace) {
        if let x = self["x"].flatMap(Double.init) {
            let right = x + (self["width"].flatMap(Double.init) ?? 0)
            if x >= place.cut {
                self["x"] = String(Int(x + place.room))
            } else if let width = self["width"].flatMap(Double.init), right > place.cut, width > place.room * 2 {
                self["width"] = String(Int(width + place.room))
            }
        }
        for index in nodes.indices {
            guard case .element(var child) = nodes[index] else { continue }
            child.move(place)
            nodes[index] = .element(child)
        }
    }
}
