extension BpmnDrawing {
    func draw(_ data: DataReference, _ isCollection: Bool, _ shape: Shape, on canvas: inout Canvas) {
        let state = data.state.map { "[\($0)]" }
        // Some tools write the state into the name as well.
        let isSaid = state.map { (data.name ?? "").contains($0) } ?? true
        let label = [data.name, isSaid ? nil : state].compactMap { $0 }.joined(separator: " ")
        canvas.element(data.id, "bpmn-data", title: label) { canvas in
            switch data.kind {
            case .store: drawStore(shape.bounds, on: &canvas)
            case .object: drawPage(shape.bounds, isCollection, on: &canvas)
            case .input:
                drawPage(shape.bounds, isCollection, on: &canvas)
                drawArrow(shape.bounds, "bpmn-icon", on: &canvas)
            case .output:
                drawPage(shape.bounds, isCollection, on: &canvas)
                drawArrow(shape.bounds, "bpmn-ink", on: &canvas)
            }
            drawOutside(label, of: shape, on: &canvas)
        }
    }

    private func drawPage(_ box: Bounds, _ isCollection: Bool, on canvas: inout Canvas) {
        let fold = min(box.width, box.height) / 3.5
        canvas.path(
            "M\(box.x.short) \(box.y.short)H\((box.right - fold).short)L\(box.right.short) \((box.y + fold).short)"
                + "V\(box.bottom.short)H\(box.x.short)Z",
            "bpmn-body")
        canvas.path(
            "M\((box.right - fold).short) \(box.y.short)V\((box.y + fold).short)H\(box.right.short)", "bpmn-line")
        if isCollection {
            canvas.at(Point(box.center.x - 7, box.bottom - 16)) { ActivityMarker.parallel.draw(on: &$0) }
        }
    }

    private func drawArrow(_ box: Bounds, _ classes: String, on canvas: inout Canvas) {
        canvas.at(Point(box.x + 3, box.y + 3)) { $0.path("M.5 4.5H8V1.5L14 7 8 12.5V9.5H.5Z", classes) }
    }

    private func drawStore(_ box: Bounds, on canvas: inout Canvas) {
        let depth = min(box.height / 5, 10)
        let (left, right, top) = (box.x.short, box.right.short, box.y + depth)
        let bulge = "\((box.width / 2).short) \(depth.short) 0 0"
        canvas.path(
            "M\(left) \(top.short)A\(bulge) 1 \(right) \(top.short)V\((box.bottom - depth).short)"
                + "A\(bulge) 1 \(left) \((box.bottom - depth).short)Z",
            "bpmn-body")
        for step in 0..<3 {
            let y = (top + Double(step) * depth * 0.6).short
            canvas.path("M\(left) \(y)A\(bulge) 0 \(right) \(y)", "bpmn-line")
        }
    }
}
