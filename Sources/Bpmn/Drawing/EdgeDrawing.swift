extension BpmnDrawing {
    func draw(_ edge: Edge, on canvas: inout Canvas) {
        for point in edge.points { canvas.include(point) }
        guard let subject = index[edge.element] else { return }
        switch subject {
        case .flow(let flow, let source): draw(flow, from: source, edge, on: &canvas)
        case .messageFlow(let flow): draw(flow, edge, on: &canvas)
        case .association(let association): draw(association, edge, on: &canvas)
        case .dataAssociation:
            canvas.element(edge.element, "bpmn-association", title: nil) { canvas in
                canvas.path(edge.path, "bpmn-line bpmn-dotted")
                drawOpenHead(edge, on: &canvas)
            }
        case .conversationLink:
            canvas.element(edge.element, "bpmn-conversationLink", title: nil) { canvas in
                canvas.path(edge.path, "bpmn-double")
                canvas.path(edge.path, "bpmn-double-gap")
            }
        case .node, .data, .annotation, .group, .participant, .lane, .message, .conversation: break
        }
    }

    private func draw(_ flow: SequenceFlow, from source: FlowNode?, _ edge: Edge, on canvas: inout Canvas) {
        canvas.element(edge.element, "bpmn-flow", title: flow.name) { canvas in
            canvas.path(edge.path, "bpmn-line")
            drawHead(edge, on: &canvas)
            guard edge.points.count > 1, let source else { return }
            let (start, next) = (edge.points[0], edge.points[1])
            if source.defaultFlow == flow.id {
                drawSlash(start, next, on: &canvas)
            } else if flow.isDrawnConditional, source.gateway == nil {
                drawDiamond(start, next, on: &canvas)
            }
        }
    }

    private func draw(_ flow: MessageFlow, _ edge: Edge, on canvas: inout Canvas) {
        canvas.element(edge.element, "bpmn-messageFlow", title: flow.name) { canvas in
            canvas.path(edge.path, "bpmn-line bpmn-dashed")
            if let start = edge.points.first, let next = edge.points.dropFirst().first {
                canvas.circle(start.moved(4, towards: next), 3.5, "bpmn-body")
            }
            if let head = edge.head(length: 11, width: 5) { canvas.polygon(head, "bpmn-body") }
            if let kind = edge.messageVisible {
                let middle = edge.middle
                drawEnvelope(
                    Bounds(middle.x - 13, middle.y - 9, 26, 18), isInitiating: kind == .initiating, on: &canvas)
            }
        }
    }

    private func draw(_ association: Association, _ edge: Edge, on canvas: inout Canvas) {
        canvas.element(edge.element, "bpmn-association", title: nil) { canvas in
            canvas.path(edge.path, "bpmn-line bpmn-dotted")
            switch association.direction {
            case .none: break
            case .one: drawOpenHead(edge, on: &canvas)
            case .both:
                drawOpenHead(edge, on: &canvas)
                drawOpenHead(edge.reversed, on: &canvas)
            }
        }
    }

    /// Its name; of a flow that has none its condition, as far as that is short.
    private func label(of edge: Edge) -> String? {
        if let name = index[edge.element]?.name, !name.trimmed.isEmpty { return name }
        guard case .flow(let flow, _) = index[edge.element], let condition = flow.condition?.text.trimmed else {
            return nil
        }
        let formula = String(condition.trimmingPrefix("=")).trimmed
        return formula.isEmpty || formula.count > 60 ? nil : formula
    }

    func drawLabel(of edge: Edge, on canvas: inout Canvas) {
        guard let name = label(of: edge) else { return }
        let classes = ["bpmn-flowLabel"] + options.classes[edge.element, default: []]
        canvas.group([("class", classes.joined(separator: " ")), ("data-label", edge.element.text)]) { canvas in
            if let box = edge.label?.bounds, box.width > 0 { return drawLabel(name, in: box, on: &canvas) }
            var box = edge.labelBox(for: name)
            if edge.messageVisible != nil { box.y -= 10 }
            drawLabel(name, in: box, on: &canvas)
        }
    }
}

extension BpmnDrawing {
    private func drawHead(_ edge: Edge, on canvas: inout Canvas) {
        if let head = edge.head(length: 10, width: 4.5) { canvas.polygon(head, "bpmn-ink") }
    }

    private func drawOpenHead(_ edge: Edge, on canvas: inout Canvas) {
        guard let head = edge.head(length: 8, width: 5) else { return }
        canvas.path("M\(head[1].spaced)L\(head[0].spaced)L\(head[2].spaced)", "bpmn-line")
    }

    /// The mark of a default flow (8.4.13).
    private func drawSlash(_ start: Point, _ next: Point, on canvas: inout Canvas) {
        let center = start.moved(10, towards: next)
        let ahead = start.moved(14, towards: next)
        let (x, y) = (ahead.x - center.x, ahead.y - center.y)
        let from = Point(center.x - x - y * 1.2, center.y - y + x * 1.2)
        let to = Point(center.x + x + y * 1.2, center.y + y - x * 1.2)
        canvas.path("M\(from.spaced)L\(to.spaced)", "bpmn-line")
    }

    /// The mark of a conditional flow that leaves an activity.
    private func drawDiamond(_ start: Point, _ next: Point, on canvas: inout Canvas) {
        let middle = start.moved(8, towards: next)
        let (x, y) = ((middle.x - start.x) / 1.8, (middle.y - start.y) / 1.8)
        let sides = [Point(middle.x - y, middle.y + x), Point(middle.x + y, middle.y - x)]
        canvas.polygon([start, sides[0], start.moved(16, towards: next), sides[1]], "bpmn-body")
    }
}
