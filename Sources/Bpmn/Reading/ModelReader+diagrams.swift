import Basics
import Xml

extension ModelReader {
    /// The drawings; matched by name alone, since tools use several namespaces for them.
    mutating func readDiagrams() {
        for element in root.children where element.tag == "BPMNDiagram" {
            guard let plane = element.children.first(where: { $0.tag == "BPMNPlane" }) else { continue }
            var diagram = Diagram(
                id: element[.id], name: element.name, element: reference(plane.xml["bpmnElement"]), shapes: [],
                edges: [], line: element.line)
            for child in plane.children { read(child, into: &diagram) }
            definitions.diagrams.append(diagram)
        }
        noteUndrawn()
    }

    /// What a diagram that is there leaves out is drawn below it.
    private mutating func noteUndrawn() {
        let missing = definitions.undrawn
        guard let diagram = definitions.diagrams.first, !missing.isEmpty else { return }
        let names = missing.prefix(10).map(\.title).joined(separator: ", ") + (missing.count > 10 ? ", …" : "")
        let message: Phrase =
            "lacks \(missing.count) of what it should show: \(names); here that is drawn below the rest"
        let title = "BPMNDiagram" + (diagram.id.map { " (\($0))" } ?? "")
        diagnostics.append(Diagnostic(.warning, "partial-diagram", message, line: diagram.line, element: title))
    }

    private mutating func read(_ element: BpmnElement, into diagram: inout Diagram) {
        guard element.tag == "BPMNShape" || element.tag == "BPMNEdge" else { return }
        guard let subject = reference(element.xml["bpmnElement"]) else {
            return note(.warning, "dangling-reference", "draws nothing: it has no bpmnElement", element)
        }
        if element.tag == "BPMNShape" {
            if let shape = shape(element, of: subject) { diagram.shapes.append(shape) }
        } else if let edge = edge(element, of: subject) {
            diagram.edges.append(edge)
        }
    }

    private mutating func shape(_ element: BpmnElement, of subject: ElementID) -> Shape? {
        guard let bounds = bounds(element) else {
            note(.warning, "diagram", "has no usable Bounds; it is not drawn", element)
            return nil
        }
        let band = element.xml["participantBandKind"]
        return Shape(
            element: subject, bounds: bounds, label: label(element), isExpanded: element.truth("isExpanded"),
            isHorizontal: element.truth("isHorizontal"), isMarkerVisible: element.truth("isMarkerVisible"),
            band: band.map { Shape.Band(kind: $0, showsMessage: element.truth("isMessageVisible") ?? false) },
            choreography: element.xml["choreographyActivityShape"], id: element[.id], line: element.line)
    }

    private mutating func edge(_ element: BpmnElement, of subject: ElementID) -> Edge? {
        let points = element.children.filter { $0.tag == "waypoint" }.compactMap { point in
            point.measure("x").flatMap { x in point.measure("y").map { Point(x, $0) } }
        }
        guard points.count > 1 else {
            note(.warning, "diagram", "has fewer than two usable waypoints; it is not drawn", element)
            return nil
        }
        return Edge(
            element: subject, points: points, label: label(element),
            messageVisible: element.xml["messageVisibleKind"].flatMap(Edge.MessageVisible.init), id: element[.id],
            line: element.line)
    }

    private func label(_ element: BpmnElement) -> Label? {
        element.children.first { $0.tag == "BPMNLabel" }.map { Label(bounds: bounds($0)) }
    }

    private func bounds(_ element: BpmnElement) -> Bounds? {
        guard let box = element.children.first(where: { $0.tag == "Bounds" }), let x = box.measure("x"),
            let y = box.measure("y"), let width = box.measure("width"), let height = box.measure("height"),
            width >= 0, height >= 0
        else { return nil }
        return Bounds(x, y, width, height)
    }
}

extension BpmnElement {
    fileprivate func truth(_ key: String) -> Bool? {
        switch xml[key] {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    /// A number that can be drawn: finite, and no larger than any real diagram.
    fileprivate func measure(_ key: String) -> Double? {
        guard let text = xml[key]?.trimmed, let number = Double(text), number.magnitude < 1_000_000 else { return nil }
        return number
    }
}
