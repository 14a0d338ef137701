import Xml

extension Definitions {
    /// The same model with a diagram of its own making, so that other tools can show it (12.2); as it is, when it has one.
    public func withDiagram() -> Definitions {
        if diagrams.contains(where: { !$0.shapes.isEmpty }) { return self }
        var drawn = self
        let diagram = laidOut()
        drawn.diagrams = [diagram]
        drawn.source.nodes.append(.element(diagram.element(named: "BPMNDiagram_1")))
        return drawn
    }
}

extension Diagram {
    /// The diagram as it stands in a file.
    fileprivate func element(named id: String) -> XmlElement {
        var plane = XmlElement.interchange("BPMNPlane", ["id": id + "_plane"])
        plane["bpmnElement"] = element?.text
        plane.nodes = shapes.map { .element($0.written) } + edges.map { .element($0.written) }
        var diagram = XmlElement.interchange("BPMNDiagram", ["id": id])
        diagram.declarations = [
            XmlNamespace("bpmndi", DrawingSpace.bpmn), XmlNamespace("dc", DrawingSpace.common),
            XmlNamespace("di", DrawingSpace.interchange),
        ]
        diagram.nodes = [.element(plane)]
        return diagram
    }
}

private enum DrawingSpace {
    static let bpmn = "http://www.omg.org/spec/BPMN/20100524/DI"
    static let common = "http://www.omg.org/spec/DD/20100524/DC"
    static let interchange = "http://www.omg.org/spec/DD/20100524/DI"
}

extension Shape {
    fileprivate var written: XmlElement {
        var shape = XmlElement.interchange("BPMNShape", ["id": element.text + "_di"])
        shape["bpmnElement"] = element.text
        shape["isExpanded"] = isExpanded.map(String.init)
        shape["isHorizontal"] = isHorizontal.map(String.init)
        shape["isMarkerVisible"] = isMarkerVisible.map(String.init)
        shape.nodes = [.element(bounds.written)]
        if let label { shape.nodes.append(.element(label.written)) }
        return shape
    }
}

extension Edge {
    fileprivate var written: XmlElement {
        var edge = XmlElement.interchange("BPMNEdge", ["id": element.text + "_di"])
        edge["bpmnElement"] = element.text
        edge.nodes = points.map { .element(.point($0)) }
        if let label { edge.nodes.append(.element(label.written)) }
        return edge
    }
}

extension Label {
    fileprivate var written: XmlElement {
        var label = XmlElement.interchange("BPMNLabel", [:])
        label.nodes = bounds.map { [.element($0.written)] } ?? []
        return label
    }
}

extension Bounds {
    fileprivate var written: XmlElement {
        var box = XmlElement(XmlName("Bounds", in: DrawingSpace.common, prefix: "dc"))
        for (key, value) in [("x", x), ("y", y), ("width", width), ("height", height)] { box[key] = value.short }
        return box
    }
}

extension XmlElement {
    fileprivate static func interchange(_ name: String, _ attributes: [String: String]) -> XmlElement {
        XmlElement(
            XmlName(name, in: DrawingSpace.bpmn, prefix: "bpmndi"),
            attributes: attributes.sorted { $0.key < $1.key }.map { XmlAttribute(XmlName($0.key), $0.value) })
    }

    fileprivate static func point(_ point: Point) -> XmlElement {
        var waypoint = XmlElement(XmlName("waypoint", in: DrawingSpace.interchange, prefix: "di"))
        waypoint["x"] = point.x.short
        waypoint["y"] = point.y.short
        return waypoint
    }
}
