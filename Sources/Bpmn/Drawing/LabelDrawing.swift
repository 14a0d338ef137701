extension BpmnDrawing {
    enum Place { case top, middle }

    /// Text within a shape; sub-processes have theirs at the top.
    func drawInside(_ name: String?, _ box: Bounds, _ place: Place, hasMarkers: Bool, on canvas: inout Canvas) {
        guard let name, !name.isEmpty else { return }
        let room = hasMarkers && place == .middle ? box.height - 20 : box.height - 4
        let (lines, size) = TextFitting.fit(name, width: max(box.width - 8, 20), height: room)
        let step = TextFitting.lineHeight(size)
        let top =
            switch place {
            case .top: box.y + 6
            case .middle: box.y + 2 + (room - Double(lines.count) * step) / 2
            }
        canvas.text(
            lines, x: box.center.x, firstY: top + step * 0.8, anchor: .middle,
            size < TextFitting.size ? "bpmn-text bpmn-small" : "bpmn-text", step: step)
    }

    /// The name of an event, gateway or data: where the file puts it, else below.
    func drawOutside(_ name: String?, of shape: Shape, on canvas: inout Canvas) {
        guard let name, !name.isEmpty else { return }
        if let box = shape.label?.bounds, box.width > 0 { return drawLabel(name, in: box, on: &canvas) }
        let width = max(90, shape.bounds.width + 20)
        let box = Bounds(shape.bounds.center.x - width / 2, shape.bounds.bottom + 3, width, 0)
        drawLabel(name, in: box, on: &canvas)
    }

    /// Text around the middle of a box, no wider than it but for a little, as fonts differ.
    func drawLabel(_ name: String?, in box: Bounds, on canvas: inout Canvas) {
        guard let name, !name.isEmpty else { return }
        let lines = TextFitting.wrap(name, width: max(box.width * 1.15 + 4, 44))
        let step = TextFitting.lineHeight(TextFitting.size)
        let width = lines.map { TextFitting.width($0) }.max() ?? 0
        canvas.include(Bounds(box.center.x - width / 2, box.y, width, Double(lines.count) * step))
        canvas.text(
            lines, x: box.center.x, firstY: box.y + step * 0.8, anchor: .middle, "bpmn-text bpmn-label", step: step)
    }
}
