/// How an event looks: its border says where it stands, its icon what it is about.
struct EventLook {
    enum Border { case thin, double, thick }

    var border: Border
    var isDashed = false
    var icon: EventIcon?
    /// Throwing events have filled icons.
    var isFilled = false

    init(start event: StartEvent) {
        border = .thin
        isDashed = !event.isInterrupting
        icon = EventIcon(event.triggers)
    }

    init(catching event: CatchEvent) {
        border = .double
        icon = EventIcon(event.triggers)
    }

    init(boundary event: BoundaryEvent) {
        border = .double
        isDashed = !event.isInterrupting
        icon = EventIcon(event.triggers)
    }

    init(end event: EndEvent) {
        border = .thick
        icon = EventIcon(event.outcomes)
        isFilled = true
    }

    init(throwing event: ThrowEvent) {
        border = .double
        icon = EventIcon(event.outcomes)
        isFilled = true
    }
}

extension BpmnDrawing {
    func drawEvent(_ node: FlowNode, _ look: EventLook, _ shape: Shape, on canvas: inout Canvas) {
        let center = shape.bounds.center
        let radius = min(shape.bounds.width, shape.bounds.height) / 2
        canvas.element(node.id, "bpmn-event bpmn-\(node.type.rawValue)", title: node.name) { canvas in
            let dashed = look.isDashed ? " bpmn-dashed" : ""
            canvas.circle(center, radius, "bpmn-body\(look.border == .thick ? " bpmn-thick" : "")\(dashed)")
            if look.border == .double { canvas.circle(center, radius - radius / 6, "bpmn-ring\(dashed)") }
            if let icon = look.icon {
                let corner = Point(center.x - radius, center.y - radius)
                canvas.at(corner, scale: radius / 18) { icon.draw(isFilled: look.isFilled, on: &$0) }
            }
            drawOutside(node.name, of: shape, on: &canvas)
        }
    }
}
