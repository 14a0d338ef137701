extension BpmnDrawing {
    func draw(_ annotation: TextAnnotation, _ shape: Shape, on canvas: inout Canvas) {
        let box = shape.bounds
        canvas.element(annotation.id, "bpmn-annotation", title: nil) { canvas in
            canvas.rect(box, "bpmn-clear")
            canvas.path(
                "M\((box.x + 10).short) \(box.y.short)H\(box.x.short)V\(box.bottom.short)H\((box.x + 10).short)",
                "bpmn-line")
            let lines = annotation.text.split(whereSeparator: \.isNewline).flatMap {
                TextFitting.wrap(String($0), width: max(box.width - 8, 30))
            }
            let step = TextFitting.lineHeight(TextFitting.size)
            let height = Double(lines.count) * step
            let top = max(box.y + 3, box.center.y - height / 2)
            canvas.include(Bounds(box.x, top, box.width, height))
            canvas.text(lines, x: box.x + 5, firstY: top + step * 0.8, anchor: .start, "bpmn-text", step: step)
        }
    }

    func draw(_ group: DrawnGroup, _ shape: Shape, on canvas: inout Canvas) {
        canvas.element(group.id, "bpmn-group", title: nil) { canvas in
            canvas.rect(shape.bounds, radius: 10, "bpmn-frame")
            if let box = shape.label?.bounds, box.width > 0 {
                drawLabel(group.name, in: box, on: &canvas)
            } else {
                drawInside(group.name, shape.bounds, .top, hasMarkers: false, on: &canvas)
            }
        }
    }

    func draw(_ message: Message, _ shape: Shape, on canvas: inout Canvas) {
        canvas.element(message.id, "bpmn-message", title: message.name) { canvas in
            drawEnvelope(shape.bounds, isInitiating: true, on: &canvas)
            drawOutside(message.name, of: shape, on: &canvas)
        }
    }

    /// White for a message that begins the exchange, shaded for an answer (11.5.1).
    func drawEnvelope(_ box: Bounds, isInitiating: Bool, on canvas: inout Canvas) {
        canvas.rect(box, isInitiating ? "bpmn-body" : "bpmn-body bpmn-shaded")
        canvas.path(
            "M\(box.x.short) \(box.y.short)L\(box.center.x.short) \((box.y + box.height * 0.6).short)L\(box.right.short) \(box.y.short)",
            "bpmn-line")
    }

    func draw(_ conversation: Conversation, _ shape: Shape, on canvas: inout Canvas) {
        let box = shape.bounds
        let corner = box.width / 4
        let hexagon = [
            Point(box.x, box.center.y), Point(box.x + corner, box.y), Point(box.right - corner, box.y),
            Point(box.right, box.center.y), Point(box.right - corner, box.bottom), Point(box.x + corner, box.bottom),
        ]
        canvas.element(conversation.id, "bpmn-conversation", title: conversation.name) { canvas in
            canvas.polygon(hexagon, "bpmn-body\(conversation.isCall ? " bpmn-thick" : "")")
            if conversation.isCompound {
                canvas.at(Point(box.center.x - 7, box.bottom - 16)) { ActivityMarker.collapsed.draw(on: &$0) }
            }
            drawOutside(conversation.name, of: shape, on: &canvas)
        }
    }
}
