extension BpmnDrawing {
    func draw(_ gateway: Gateway, _ node: FlowNode, _ shape: Shape, on canvas: inout Canvas) {
        let (bounds, center) = (shape.bounds, shape.bounds.center)
        let diamond = [
            Point(center.x, bounds.y), Point(bounds.right, center.y), Point(center.x, bounds.bottom),
            Point(bounds.x, center.y),
        ]
        canvas.element(node.id, "bpmn-gateway bpmn-\(node.type.rawValue)", title: node.name) { canvas in
            canvas.polygon(diamond, "bpmn-body")
            let scale = min(bounds.width, bounds.height) / 50
            canvas.at(Point(center.x - 25 * scale, center.y - 25 * scale), scale: scale) {
                gateway.drawSign(showsCross: shape.isMarkerVisible ?? false, on: &$0)
            }
            if let decider = node.settings.decider {
                canvas.at(Point(bounds.right - 14, bounds.y - 2), scale: 0.8) { decider.draw(on: &$0) }
            }
            drawOutside(node.name, of: shape, on: &canvas)
        }
    }
}

extension Decider {
    /// A person, or a store of data, at the upper right of a gateway.
    fileprivate func draw(on canvas: inout Canvas) {
        switch self {
        case .person: ToolIcon.person.draw(on: &canvas)
        case .data:
            canvas.path(
                "M2 4C2 1.5 16 1.5 16 4V14C16 16.5 2 16.5 2 14ZM2 4C2 6.5 16 6.5 16 4M2 9C2 11.5 16 11.5 16 9",
                "bpmn-icon")
        }
    }
}

extension Gateway {
    /// In a square of 50 (10.6).
    fileprivate func drawSign(showsCross: Bool, on canvas: inout Canvas) {
        switch self {
        case .exclusive: if showsCross { canvas.path("M17 15 33 35M33 15 17 35", "bpmn-icon bpmn-bold") }
        case .inclusive: canvas.circle(Point(25, 25), 12, "bpmn-icon bpmn-bold")
        case .parallel: canvas.path("M25 12V38M12 25H38", "bpmn-icon bpmn-bold")
        case .complex: canvas.path("M25 12V38M12 25H38M16 16 34 34M34 16 16 34", "bpmn-icon bpmn-bold")
        case .eventBased(let gateway): gateway.drawSign(on: &canvas)
        }
    }
}

extension EventGateway {
    fileprivate func drawSign(on canvas: inout Canvas) {
        canvas.circle(Point(25, 25), 14, "bpmn-icon")
        if !instantiates { canvas.circle(Point(25, 25), 11.8, "bpmn-icon") }
        let icon: EventIcon = isParallel ? .parallelMultiple : .multiple
        canvas.at(Point(11.5, 11.5), scale: 0.75) { icon.draw(isFilled: false, on: &$0) }
    }
}
