extension BpmnDrawing {
    func draw(_ activity: Activity, _ node: FlowNode, _ shape: Shape, on canvas: inout Canvas) {
        let isExpanded = isExpanded(shape, node)
        let look = ActivityLook(activity, isExpanded: isExpanded, called: called(activity))
        canvas.element(node.id, "\(look.classes) bpmn-\(node.type.rawValue)", title: node.name) { canvas in
            let border = look.isEventSubProcess ? " bpmn-dotted" : look.isCall ? " bpmn-thick" : ""
            canvas.rect(shape.bounds, radius: 10, "bpmn-body\(border)")
            if look.isTransaction { canvas.rect(shape.bounds.inset(3), radius: 8, "bpmn-ring") }
            if let icon = look.icon {
                canvas.at(Point(shape.bounds.x + 5, shape.bounds.y + 5)) { icon.draw(on: &$0) }
            }
            if let icon = node.settings.iconName.map({ ToolIcon($0) }) {
                canvas.at(Point(shape.bounds.right - 23, shape.bounds.y + 5)) { icon.draw(on: &$0) }
            }
            if look.isEventSubProcess, !isExpanded { drawStart(of: activity, in: shape.bounds, on: &canvas) }
            drawMarkers(look.markers, in: shape.bounds, on: &canvas)
            if isExpanded, let box = shape.label?.bounds, box.width > 0, shape.bounds.contains(box) {
                drawLabel(node.name, in: box, on: &canvas)
            } else {
                drawInside(
                    node.name, shape.bounds, isExpanded ? .top : .middle, hasMarkers: !look.markers.isEmpty,
                    hasIcon: look.icon != nil || look.isEventSubProcess || node.settings.iconName != nil, on: &canvas)
            }
        }
    }

    private func called(_ activity: Activity) -> GlobalTask? {
        guard case .call(let call) = activity.kind, let id = call.called else { return nil }
        return definitions.globalTasks[id]
    }

    /// A collapsed event sub-process shows what starts it (figure 10.31).
    private func drawStart(of activity: Activity, in bounds: Bounds, on canvas: inout Canvas) {
        guard case .subProcess(let subProcess) = activity.kind,
            let start = subProcess.scope.nodes.first(where: { $0.startEvent != nil })?.startEvent
        else { return }
        let look = EventLook(start: start)
        canvas.circle(Point(bounds.x + 14, bounds.y + 14), 8, "bpmn-ring\(look.isDashed ? " bpmn-dashed" : "")")
        if let icon = look.icon {
            canvas.at(Point(bounds.x + 6, bounds.y + 6), scale: 16 / 36) { icon.draw(isFilled: false, on: &$0) }
        }
    }

    private func drawMarkers(_ markers: [ActivityMarker], in bounds: Bounds, on canvas: inout Canvas) {
        let step = 17.0
        var x = bounds.center.x - step * Double(markers.count) / 2 + 1.5
        for marker in markers {
            canvas.at(Point(x, bounds.bottom - 17)) { marker.draw(on: &$0) }
            x += step
        }
    }
}

/// How an activity looks.
struct ActivityLook {
    var classes: String
    var icon: TaskIcon?
    var markers: [ActivityMarker]
    var isCall = false
    var isTransaction = false
    var isEventSubProcess = false

    init(_ activity: Activity, isExpanded: Bool, called: GlobalTask?) {
        markers = ActivityMarker.repeats(activity)
        switch activity.kind {
        case .task(let kind):
            classes = "bpmn-task"
            icon = TaskIcon(kind)
        case .call(let call):
            classes = "bpmn-task bpmn-call"
            isCall = true
            icon = called.flatMap { TaskIcon($0.kind) }
            if called == nil, call.called != nil || !call.isHere, !isExpanded { markers.append(.collapsed) }
        case .subProcess(let subProcess):
            classes = isExpanded ? "bpmn-container" : "bpmn-task bpmn-collapsed"
            if !isExpanded { markers.append(.collapsed) }
            switch subProcess.kind {
            case .embedded: break
            case .event: isEventSubProcess = true
            case .transaction: isTransaction = true
            case .adHoc: markers.append(.adHoc)
            }
        }
    }
}
