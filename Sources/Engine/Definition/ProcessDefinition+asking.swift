extension ProcessDefinition {
    /// The conditions on its flows, each with the step where they part.
    public var conditions: [AskingExpression] {
        flows.compactMap { flow in flow.condition.map { AskingExpression(graph.nodes[flow.source], .way, $0) } }
    }

    /// All that it works out from facts: conditions, timers, what goes in and out, and the like, in the order of the file.
    public var expressions: [AskingExpression] {
        let keys = nodes.flatMap { node in
            node.kind.awaited.compactMap { graph.correlations[$0] }.map { AskingExpression(node, .messageKey, $0) }
        }
        let subscribed = graph.conversation.flatMap { $0.subscription ?? [] }.compactMap { formula in
            nodes.first.map { AskingExpression($0, .messageKey, formula) }
        }
        return conditions + nodes.flatMap(\.expressions) + keys + subscribed
    }
}

extension Node {
    fileprivate var expressions: [AskingExpression] {
        let published = publishing.values.flatMap { rule in
            [rule.key.map { (AskingExpression.Use.messageKey, $0) }, rule.lifetime.map { (.messageLifetime, $0) }]
        }
        let out = kind.tellsItsAnswers ? outputs.map { (AskingExpression.Use.output, $0.source) } : []
        let all = inputs.map { (.input, $0.source) } + kind.formulas + (loop?.formulas ?? [])
        return (all + out + published.compactMap(\.self)).map { AskingExpression(self, $0.0, $0.1) }
    }
}

extension NodeKind {
    /// Whether all that its outputs may ask for is known: of a service, a message or another process only that one knows.
    fileprivate var tellsItsAnswers: Bool {
        switch self {
        case .userTask, .emptyTask, .sendTask, .scriptTask, .subProcess: true
        case .start, .end, .catching, .throwing, .boundary, .serviceTask, .ruleTask, .receiveTask, .exclusiveGateway,
            .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .callActivity:
            false
        }
    }

    /// The messages that it waits for.
    fileprivate var awaited: [String] {
        switch self {
        case .receiveTask(let message): [message]
        case .start(let catching, _), .catching(let catching), .boundary(let catching, _, _):
            catching.triggers.compactMap { if case .message(let name) = $0 { name } else { nil } }
        case .end, .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .emptyTask,
            .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .subProcess,
            .callActivity:
            []
        }
    }

    fileprivate var formulas: [(AskingExpression.Use, Formula)] {
        switch self {
        case .start(let catching, _), .catching(let catching), .boundary(let catching, _, _):
            catching.triggers.compactMap(\.formula)
        case .throwing(let outcomes), .end(let outcomes):
            outcomes.compactMap { if case .service(let work) = $0 { (.service, work.type) } else { nil } }
        case .userTask(let work): work.value.formulas
        case .serviceTask(let work): [(.service, work.value.type)]
        case .scriptTask(let work): [(.script, work.value.formula)]
        case .ruleTask(let work): [(.service, work.value.decision)]
        case .callActivity(let rule): [(.service, rule.value.process)]
        case .complexGateway(let activation): activation.map { [(.activation, $0)] } ?? []
        case .subProcess(_, .adHoc(let rule)):
            [rule.completion.map { (.completion, $0) }, rule.activities.map { (.activities, $0) }].compactMap(\.self)
        case .subProcess, .sendTask, .receiveTask, .emptyTask, .exclusiveGateway, .inclusiveGateway,
            .parallelGateway, .eventGateway:
            []
        }
    }
}

extension TriggerRule {
    fileprivate var formula: (AskingExpression.Use, Formula)? {
        switch self {
        case .timer(let formula, _): (.timer, formula)
        case .condition(let formula): (.event, formula)
        case .message, .signal, .error, .escalation, .compensation, .cancel, .link: nil
        }
    }
}

extension UserWork {
    fileprivate var formulas: [(AskingExpression.Use, Formula)] {
        [due.map { (.due, $0) }, followUp.map { (.followUp, $0) }, priority.map { (.priority, $0) }].compactMap(\.self)
    }
}

extension LoopRule {
    fileprivate var formulas: [(AskingExpression.Use, Formula)] {
        let turns: (AskingExpression.Use, Formula)? =
            switch rounds {
            case .condition(let condition, _, _): condition.map { (.repeating, $0) }
            case .cardinality(let formula): (.cardinality, formula)
            case .collection(let formula, _): (.collection, formula)
            }
        let told = events.compactMap { event -> (AskingExpression.Use, Formula)? in
            if case .condition(let formula) = event.when { (.completion, formula) } else { nil }
        }
        return [turns, completion.map { (.completion, $0) }, outputElement.map { (.outputElement, $0) }]
            .compactMap(\.self) + told
    }
}
