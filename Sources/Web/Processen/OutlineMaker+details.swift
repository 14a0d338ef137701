import Bpmn

extension OutlineMaker {
    /// A gateway that only takes ways together is no choice.
    func kind(of step: ProcessOutline.Step) -> String {
        words(
            step.type.rawValue.hasSuffix("Gateway") && step.parting == nil
                ? "outline.meeting" : "outline.\(step.type.rawValue)")
    }

    /// What else stands there of a step.
    func details(of step: ProcessOutline.Step, by lane: String?) -> [String] {
        let texts = [
            step.arrivedBy.map { words("outline.by_way", ["name": name(of: $0)]) },
            step.arrivedBy.flatMap { condition(of: $0) },
            lane.map { words("outline.lane", ["name": words.drawn($0)]) },
            step.parting.map { words("outline.manner_\($0.manner.word)", count: $0.branches.count) },
        ]
        let data = [
            step.reads.isEmpty ? nil : words("outline.reads", ["names": step.reads.joined(separator: ", ")]),
            step.writes.isEmpty ? nil : words("outline.writes", ["names": step.writes.joined(separator: ", ")]),
        ]
        return texts.compactMap(\.self) + step.traits.map(told) + messages(of: step.id) + data.compactMap(\.self)
            + step.remarks + step.documentation
    }

    private func told(_ trait: NodeTrait) -> String {
        switch trait {
        case .again: words("outline.again")
        case .eachAtOnce: words("outline.each_at_once")
        case .eachInTurn: words("outline.each_in_turn")
        case .compensates: words("outline.compensates")
        case .begunByEvent: words("outline.begun_by_event")
        case .goesOnBeside: words("outline.goes_on_beside")
        case .event(let word, let what):
            [words("outline.event_\(word.rawValue)"), what?.asFormula].compactMap(\.self).joined(separator: ": ")
        case .condition(let text): words.condition(text)
        case .calls(let what): words("outline.calls", ["name": what])
        case .decided(.person, _): words("outline.decided_person")
        case .decided(.data, let lacksConditions):
            words(lacksConditions ? "outline.decided_data_bare" : "outline.decided_data")
        case .icon(let name): words("outline.icon", ["name": name])
        }
    }

    /// What a step sends to others that take part, and gets from them.
    private func messages(of step: ElementID) -> [String] {
        around.messages.filter { $0.source == step || $0.target == step }.map { flow in
            let isSent = flow.source == step
            return words(
                isSent ? "outline.sends" : "outline.gets",
                ["what": named(flow), "who": called(isSent ? flow.target : flow.source)])
        }
    }

    /// A message by its own name or that of its line.
    func named(_ flow: MessageFlow) -> String {
        (names.drawn(flow.id.text) ?? flow.message.flatMap { names.drawn($0.text) }).map { "“\($0)”" }
            ?? words("outline.a_message")
    }
}

extension ProcessOutline.Manner {
    fileprivate var word: String {
        switch self {
        case .oneOf: "one"
        case .someOf: "some"
        case .allOf: "all"
        case .firstEvent: "first"
        }
    }
}
