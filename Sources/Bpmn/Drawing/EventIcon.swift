/// The sign inside an event, drawn in a square of 36 (table 10.93).
enum EventIcon: Hashable {
    case message, timer, error, escalation, signal, conditional, compensation, link, cancel, terminate
    case multiple, parallelMultiple

    init?(_ triggers: Triggers) {
        switch triggers {
        case .none: return nil
        case .one(let trigger): self.init(trigger)
        case .any: self = .multiple
        case .all: self = .parallelMultiple
        }
    }

    init(_ trigger: Trigger) {
        self =
            switch trigger {
            case .message: .message
            case .timer: .timer
            case .error: .error
            case .escalation: .escalation
            case .signal: .signal
            case .conditional: .conditional
            case .compensation: .compensation
            case .link: .link
            case .cancel: .cancel
            }
    }

    init?(_ outcomes: [Outcome]) {
        guard let outcome = outcomes.first else { return nil }
        if outcomes.count > 1 {
            self = .multiple
            return
        }
        self =
            switch outcome {
            case .message: .message
            case .error: .error
            case .escalation: .escalation
            case .signal: .signal
            case .compensation: .compensation
            case .link: .link
            case .cancel: .cancel
            case .terminate: .terminate
            }
    }
}

extension EventIcon {
    func draw(isFilled: Bool, on canvas: inout Canvas) {
        switch self {
        case .message: drawMessage(isFilled, on: &canvas)
        case .timer: drawTimer(on: &canvas)
        case .conditional: drawConditional(on: &canvas)
        case .terminate: canvas.circle(Point(18, 18), 10, "bpmn-ink")
        case .error, .escalation, .signal, .compensation, .link, .cancel, .multiple, .parallelMultiple:
            canvas.path(outline, isFilled ? "bpmn-ink" : "bpmn-icon")
        }
    }

    private var outline: String {
        switch self {
        case .error: "M9.5 26.5 14.5 11 20.5 20 26.5 9.5 21.5 25.5 15.5 17.5Z"
        case .escalation: "M18 8.5 25 26.5 18 20 11 26.5Z"
        case .signal: "M18 9 27 24.5H9Z"
        case .compensation: "M18 11.5V24.5L9 18ZM27 11.5V24.5L18 18Z"
        case .link: "M8.5 14.5H19.5V10L28 18 19.5 26V21.5H8.5Z"
        case .cancel:
            "M10 12.5 12.5 10 18 15.5 23.5 10 26 12.5 20.5 18 26 23.5 23.5 26 18 20.5 12.5 26 10 23.5 15.5 18Z"
        case .multiple: "M18 8.5 27.5 15.4 23.9 26.5H12.1L8.5 15.4Z"
        case .parallelMultiple: "M15.5 9H20.5V15.5H27V20.5H20.5V27H15.5V20.5H9V15.5H15.5Z"
        case .message, .timer, .conditional, .terminate: ""
        }
    }

    private func drawMessage(_ isFilled: Bool, on canvas: inout Canvas) {
        canvas.path("M9 12.5H27V24H9Z", isFilled ? "bpmn-ink" : "bpmn-icon")
        canvas.path("M9 12.5 18 19 27 12.5", isFilled ? "bpmn-knockout" : "bpmn-icon")
    }

    private func drawTimer(on canvas: inout Canvas) {
        canvas.circle(Point(18, 18), 10.5, "bpmn-icon")
        canvas.path(
            "M18 8V10M18 26V28M8 18H10M26 18H28M18 18 20.5 11.5M18 18H24M10.9 10.9 12.3 12.3"
                + "M25.1 10.9 23.7 12.3M10.9 25.1 12.3 23.7M25.1 25.1 23.7 23.7",
            "bpmn-icon")
    }

    private func drawConditional(on canvas: inout Canvas) {
        canvas.path("M11.5 9H24.5V27H11.5ZM13.5 12.5H22.5M13.5 16.2H22.5M13.5 19.9H22.5M13.5 23.5H22.5", "bpmn-icon")
    }
}
