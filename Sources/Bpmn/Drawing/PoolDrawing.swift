extension BpmnDrawing {
    func draw(_ participant: Participant, _ shape: Shape, on canvas: inout Canvas) {
        if let band = shape.band { return drawBand(participant, band, shape, on: &canvas) }
        let isHorizontal = shape.isHorizontal ?? true
        canvas.element(participant.id, "bpmn-pool", title: participant.name) { canvas in
            canvas.rect(shape.bounds, "bpmn-body")
            if isClosed(participant, shape) {
                drawClosedName(participant.name, shape.bounds, on: &canvas)
            } else {
                drawBandName(participant.name, shape.bounds, isHorizontal: isHorizontal, showsLine: true, on: &canvas)
            }
            if participant.isMultiple {
                let corner = Point(shape.bounds.center.x - 7, shape.bounds.bottom - 17)
                canvas.at(corner) { ActivityMarker.parallel.draw(on: &$0) }
            }
        }
    }

    func draw(_ lane: Lane, _ shape: Shape, on canvas: inout Canvas) {
        let isHorizontal = shape.isHorizontal ?? poolAround(shape)?.isHorizontal ?? true
        canvas.element(lane.id, "bpmn-lane", title: lane.name) { canvas in
            canvas.rect(shape.bounds, "bpmn-body")
            let showsLine = !lane.inner.allSatisfy(\.lanes.isEmpty)
            drawBandName(lane.name, shape.bounds, isHorizontal: isHorizontal, showsLine: showsLine, on: &canvas)
        }
    }

    /// A pool that shows nothing of its inside.
    private func isClosed(_ participant: Participant, _ shape: Shape) -> Bool {
        guard let id = participant.process, let scope = definitions.processes[id]?.scope else { return true }
        return !scope.nodes.contains { drawn.contains($0.id) } && !scope.allLanes.contains { drawn.contains($0.id) }
    }

    private func poolAround(_ lane: Shape) -> Shape? {
        diagram.shapes.first { shape in
            guard case .participant = index[shape.element] else { return false }
            return shape.bounds.contains(lane.bounds.center)
        }
    }

    private func drawClosedName(_ name: String?, _ box: Bounds, on canvas: inout Canvas) {
        if box.height > box.width * 1.5 {
            drawTurned(name, in: box, on: &canvas)
        } else {
            drawInside(name, box, .middle, hasMarkers: false, on: &canvas)
        }
    }

    /// The name in a band at the left of a horizontal pool, at the top of a vertical one (9.3).
    private func drawBandName(
        _ name: String?, _ box: Bounds, isHorizontal: Bool, showsLine: Bool, on canvas: inout Canvas
    ) {
        let depth = 30.0
        if isHorizontal {
            if showsLine { canvas.path("M\((box.x + depth).short) \(box.y.short)V\(box.bottom.short)", "bpmn-line") }
            drawTurned(name, in: Bounds(box.x, box.y, depth, box.height), on: &canvas)
        } else {
            if showsLine { canvas.path("M\(box.x.short) \((box.y + depth).short)H\(box.right.short)", "bpmn-line") }
            drawInside(name, Bounds(box.x, box.y, box.width, depth), .middle, hasMarkers: false, on: &canvas)
        }
    }

    private func drawTurned(_ name: String?, in box: Bounds, on canvas: inout Canvas) {
        guard let name, !name.isEmpty else { return }
        let (lines, size) = TextFitting.fit(name, width: box.height - 6, height: box.width)
        let step = TextFitting.lineHeight(size)
        let center = box.center
        canvas.group([("transform", "rotate(-90 \(center.spaced))")]) {
            $0.text(
                lines, x: center.x, firstY: center.y - Double(lines.count) * step / 2 + step * 0.78, anchor: .middle,
                size < TextFitting.size ? "bpmn-text bpmn-small" : "bpmn-text", step: step)
        }
    }
}
