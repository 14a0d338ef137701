import Xml

extension Diagram {
    func shape(of element: ElementID) -> Shape? { shapes.first { $0.element == element } }
}

/// Where an added choice is drawn: the step and all to the right of it make room.
private struct ChoicePlace {
    /// What lies from here on moves to the right.
    let cut: Double
    let step: Bounds
    let other: Bounds

    static let room = 100.0
    static let size = 50.0

    init?(_ choice: AddedChoice, in diagram: Diagram) {
        guard let step = diagram.shape(of: choice.step)?.bounds, let other = diagram.shape(of: choice.other)?.bounds
        else { return nil }
        self.step = step
        cut = step.x
        self.other = Bounds(
            other.x >= step.x ? other.x + Self.room : other.x, other.y, other.width, other.height)
    }

    var gateway: Bounds {
        Bounds(step.x + Self.room / 2 - Self.size / 2 - 5, step.center.y - Self.size / 2, Self.size, Self.size)
    }

    /// From the choice to the step.
    var straight: [Point] {
        [Point(gateway.right, gateway.center.y), Point(step.x + Self.room, gateway.center.y)]
    }

    /// From below the choice, around the other step, to its foot.
    var detour: [Point] {
        let low = max(gateway.bottom, other.bottom) + 20
        return [
            Point(gateway.center.x, gateway.bottom), Point(gateway.center.x, low), Point(other.center.x, low),
            Point(other.center.x, other.bottom),
        ]
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
        guard let place = ChoicePlace(choice, in: diagram) else { return }
        makeRoom(place, choice, Set(ways.map(\.id.text)), names)
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
        var asDrawn = drawn("BPMNEdge", of: names.asDrawn)
        asDrawn.lead(place.straight)
        var elsewhere = drawn("BPMNEdge", of: names.elsewhere)
        elsewhere.lead(place.detour)
        return [shape, asDrawn, elsewhere]
    }

    /// The shape of an element.
    func box(_ bounds: Bounds, of element: String) -> XmlElement {
        var shape = drawn("BPMNShape", of: element)
        var box = XmlElement(XmlName("Bounds", in: "http://www.omg.org/spec/DD/20100524/DC", prefix: "dc"))
        for (key, value) in [
            ("x", bounds.x), ("y", bounds.y), ("width", bounds.width), ("height", bounds.height),
        ] { box[key] = String(Int(value)) }
        shape.nodes = [.element(box)]
        return shape
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
                self["x"] = String(Int(x + ChoicePlace.room))
            } else if let width = self["width"].flatMap(Double.init), right > place.cut, width > ChoicePlace.room * 2 {
                self["width"] = String(Int(width + ChoicePlace.room))
            }
        }
        for index in nodes.indices {
            guard case .element(var child) = nodes[index] else { continue }
            child.move(place)
            nodes[index] = .element(child)
        }
    }
}
