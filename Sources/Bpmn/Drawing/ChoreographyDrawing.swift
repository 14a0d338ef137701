extension BpmnDrawing {
    func draw(_ activity: ChoreographyActivity, _ node: FlowNode, _ shape: Shape, on canvas: inout Canvas) {
        canvas.element(node.id, "bpmn-task bpmn-choreography", title: node.name) { canvas in
            canvas.rect(shape.bounds, radius: 10, "bpmn-body\(activity.isCall ? " bpmn-thick" : "")")
            let isExpanded = isExpanded(shape, node)
            var markers: [ActivityMarker] = []
            switch activity.loop {
            case "Standard": markers.append(.loop)
            case "MultiInstanceParallel": markers.append(.parallel)
            case "MultiInstanceSequential": markers.append(.sequential)
            default: break
            }
            if activity.scope != nil, !isExpanded { markers.append(.collapsed) }
            drawInside(node.name, shape.bounds.inset(20), isExpanded ? .top : .middle, hasMarkers: false, on: &canvas)
            for (offset, marker) in markers.enumerated() {
                canvas.at(Point(shape.bounds.center.x - 7 + Double(offset) * 17, shape.bounds.bottom - 38)) {
                    marker.draw(on: &$0)
                }
            }
        }
    }

    /// A participant at the top or bottom of a choreography activity; the one that does not begin is shaded (11.5).
    func drawBand(_ participant: Participant, _ band: Shape.Band, _ shape: Shape, on canvas: inout Canvas) {
        let isInitiating = band.kind.hasSuffix("_initiating") && !band.kind.contains("non_initiating")
        let box = shape.bounds
        canvas.element(participant.id, "bpmn-band", title: participant.name) { canvas in
            canvas.rect(
                box, radius: band.kind.hasPrefix("middle") ? 0 : 8, isInitiating ? "bpmn-body" : "bpmn-body bpmn-shaded"
            )
            drawInside(participant.name, box, .middle, hasMarkers: false, on: &canvas)
            if band.showsMessage {
                let isTop = band.kind.hasPrefix("top")
                let y = isTop ? box.y - 34 : box.bottom + 14
                let envelope = Bounds(box.center.x - 15, y, 30, 20)
                canvas.include(envelope)
                drawEnvelope(envelope, isInitiating: isInitiating, on: &canvas)
                let line =
                    isTop
                    ? "M\(box.center.x.short) \((y + 20).short)V\(box.y.short)"
                    : "M\(box.center.x.short) \(box.bottom.short)V\(y.short)"
                canvas.path(line, "bpmn-line bpmn-dotted")
            }
        }
    }
}
