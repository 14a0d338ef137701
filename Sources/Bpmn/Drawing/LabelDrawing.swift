extension BpmnDrawing {
    enum Place { case top, middle }

    /// Text within a shape; sub-processes have theirs at the top, and an icon in the corner keeps its place.
    func drawInside(
        _ name: String?, _ box: Bounds, _ place: Place, hasMarkers: Bool, hasIcon: Bool = false,
        on canvas: inout Canvas
    ) {
        guard let name, !name.isEmpty else { return }
        var room = box.inset(3)
        if hasMarkers, place == .middle { room.height -= 16 }
        var (lines, size) = TextFitting.fit(name, width: max(room.width - 2, 20), height: room.height)
        if hasIcon, covers(lines, size, room) {
            room = Bounds(room.x, room.y + 17, room.width, room.height - 17)
            (lines, size) = TextFitting.fit(name, width: max(room.width - 2, 20), height: room.height)
        }
        let step = TextFitting.lineHeight(size)
        let top = place == .top ? box.y + 6 : room.center.y - Double(lines.count) * step / 2
        canvas.text(
            lines, x: box.center.x, firstY: top + step * 0.8, anchor: .middle,
            size < TextFitting.size ? "bpmn-text bpmn-small" : "bpmn-text", step: step)
    }

    /// Whether the first lines would run over the icon at the top left.
    private func covers(_ lines: [String], _ size: Double, _ room: Bounds) -> Bool {
        let step = TextFitting.lineHeight(size)
        let top = room.center.y - Double(lines.count) * step / 2
        return lines.enumerated().contains { index, line in
            let isLevel = top + Double(index) * step < room.y + 19
            return isLevel && TextFitting.width(line, size: size) > room.width - 44
        }
    }

    /// The name of an event, gateway or data: where the file puts it, else below.
    func drawOutside(_ name: String?, of shape: Shape, on canvas: inout Canvas) {
        guard let name, !name.isEmpty else { return }
        if let box = shape.label?.bounds, box.width > 0 { return drawLabel(name, in: box, on: &canvas) }
        let word = name.split(whereSeparator: \.isWhitespace).map {
            TextFitting.width(String($0), size: TextFitting.outside)
        }
        let width = max(90, shape.bounds.width + 20, min(word.max() ?? 0, 150))
        // Beside the line that leaves a boundary event downwards.
        let isBoundary = if case .node(let node) = index[shape.element] { node.boundaryEvent != nil } else { false }
        let middle = isBoundary ? shape.bounds.x - width / 4 : shape.bounds.center.x
        let box = Bounds(middle - width / 2, shape.bounds.bottom + 3, width, 0)
        drawLabel(name, in: box, on: &canvas)
    }

    /// Text around the middle of a box, no wider than it but for a little, as fonts differ.
    func drawLabel(_ name: String?, in box: Bounds, on canvas: inout Canvas) {
        guard let name, !name.isEmpty else { return }
        let lines = TextFitting.wrap(name, width: max(box.width * 1.1 + 4, 44), size: TextFitting.outside)
        let step = TextFitting.lineHeight(TextFitting.outside)
        let width = lines.map { TextFitting.width($0, size: TextFitting.outside) }.max() ?? 0
        canvas.include(Bounds(box.center.x - width / 2, box.y, width, Double(lines.count) * step))
        canvas.text(
            lines, x: box.center.x, firstY: box.y + step * 0.8, anchor: .middle, "bpmn-text bpmn-label", step: step)
    }
}
