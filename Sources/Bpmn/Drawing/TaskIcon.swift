/// The sign at the top left of a task, drawn in a square of 18 (10.3.3).
enum TaskIcon: Hashable {
    case user, manual, service, send, receive, instantiatingReceive, script, businessRule

    init?(_ kind: TaskKind) {
        switch kind {
        case .none: return nil
        case .user: self = .user
        case .manual: self = .manual
        case .service: self = .service
        case .send: self = .send
        case .receive(_, let instantiates): self = instantiates ? .instantiatingReceive : .receive
        case .script: self = .script
        case .businessRule: self = .businessRule
        }
    }

    func draw(on canvas: inout Canvas) {
        switch self {
        case .user: drawUser(on: &canvas)
        case .manual: canvas.path(Self.hand, "bpmn-icon")
        case .service: drawGears(on: &canvas)
        case .send:
            canvas.path("M1 3.5H17V14.5H1Z", "bpmn-ink")
            canvas.path("M1 3.5 9 10 17 3.5", "bpmn-knockout")
        case .receive: canvas.path("M1 3.5H17V14.5H1ZM1 3.5 9 10 17 3.5", "bpmn-icon")
        case .instantiatingReceive:
            canvas.circle(Point(9, 9), 8.5, "bpmn-icon")
            canvas.path("M3.8 5.8H14.2V12.6H3.8ZM3.8 5.8 9 9.8 14.2 5.8", "bpmn-icon")
        case .script:
            canvas.path(
                "M5 1H15.5C12.5 4 12.5 6 14 9S14.5 14.5 12.5 17H2C5 14 4 12 3 9S2.5 4 5 1Z"
                    + "M5.3 4.5H11M5 7.5H11.5M6 10.5H12.5M6.2 13.5H12",
                "bpmn-icon")
        case .businessRule:
            canvas.path("M1 3H17V6.5H1Z", "bpmn-ink")
            canvas.path("M1 3H17V15H1ZM1 6.5H17M1 10.7H17M6 6.5V15", "bpmn-icon")
        }
    }

    private static let hand =
        "M2 16V8.5C2.6 6 5 4 8.5 3.2 9.6 3 9.8 4.4 8.8 4.9L6.8 6H16C17.3 6 17.3 8 16 8H11"
        + "M16 8C17.3 8 17.3 10.2 16 10.2H11M15.4 10.2C16.6 10.2 16.6 12.4 15.4 12.4H11"
        + "M14.4 12.4C15.6 12.4 15.6 14.6 14.4 14.6H7C5.5 14.6 4 15 2 16"

    private func drawUser(on canvas: inout Canvas) {
        canvas.path("M2 16.5C2 12 4 10.8 6.4 10.3 7.4 12 10.6 12 11.6 10.3 14 10.8 16 12 16 16.5Z", "bpmn-icon")
        canvas.circle(Point(9, 5.6), 4.2, "bpmn-icon")
        canvas.path(
            "M4.9 5.4C5.2 1.8 7 1 9 1S12.8 1.8 13.1 5.4C11.4 5.4 10.4 4.8 9.4 3.6 8.4 4.8 6.4 5.4 4.9 5.4Z", "bpmn-ink")
        canvas.path("M5.2 16.5V14M12.8 16.5V14", "bpmn-icon")
    }

    private func drawGears(on canvas: inout Canvas) {
        canvas.path(Self.gear(Point(7, 7), 6.3), "bpmn-icon")
        canvas.circle(Point(7, 7), 2.2, "bpmn-icon")
        canvas.path(Self.gear(Point(11.4, 11.6), 6), "bpmn-icon bpmn-solid")
        canvas.circle(Point(11.4, 11.6), 2.1, "bpmn-icon")
    }

    /// Eight teeth, on the corners of a polygon of 32.
    private static func gear(_ center: Point, _ radius: Double) -> String {
        let corners = zip(turns, 0...).map { turn, index in
            let length = index % 4 < 2 ? radius : radius * 0.76
            return Point(center.x + turn.x * length, center.y + turn.y * length).spaced
        }
        return "M" + corners.joined(separator: " ") + "Z"
    }

    /// Points on the unit circle, made by turning the first step again and again.
    private static let turns: [Point] = {
        let (cosine, sine) = (0.980785280403230, 0.195090322016128)
        var point = Point(1, -sine / 2)
        return (0..<32).map { _ in
            defer { point = Point(point.x * cosine - point.y * sine, point.x * sine + point.y * cosine) }
            return point
        }
    }()
}
