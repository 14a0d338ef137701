/// A sign at the bottom of an activity, drawn in a square of 14 (10.3).
enum ActivityMarker: Hashable {
    case loop, parallel, sequential, compensation, collapsed, adHoc

    static func repeats(_ activity: Activity) -> [ActivityMarker] {
        var markers: [ActivityMarker] = []
        switch activity.loop {
        case .standard: markers.append(.loop)
        case .multiInstance(let many): markers.append(many.isSequential ? .sequential : .parallel)
        case nil: break
        }
        if activity.isForCompensation { markers.append(.compensation) }
        return markers
    }

    func draw(on canvas: inout Canvas) {
        switch self {
        case .loop: canvas.path("M4.5 12.2A5.6 5.6 0 1 1 8.2 12.5M4.9 8.6 4.5 12.2 1 11.6", "bpmn-icon")
        case .parallel: canvas.path("M3 1.5V12.5M7 1.5V12.5M11 1.5V12.5", "bpmn-icon bpmn-heavy")
        case .sequential: canvas.path("M1.5 3H12.5M1.5 7H12.5M1.5 11H12.5", "bpmn-icon bpmn-heavy")
        case .compensation: canvas.path("M7 2.5V11.5L1 7ZM13 2.5V11.5L7 7Z", "bpmn-icon")
        case .collapsed: canvas.path("M.5 .5H13.5V13.5H.5ZM7 3V11M3 7H11", "bpmn-icon")
        case .adHoc:
            canvas.path(
                "M.8 9C1.5 5 4 3.8 7 6S12.2 7.4 13.2 4.4C12.6 8.9 9.8 10.4 6.8 8.4S2 7 .8 9Z", "bpmn-ink")
        }
    }
}
