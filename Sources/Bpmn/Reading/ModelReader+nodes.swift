extension ModelReader {
    mutating func node(_ element: BpmnElement, _ tag: NodeType) -> FlowNode? {
        guard let kind = kind(element, tag) else { return nil }
        let operation = reference(element[.operationRef]).flatMap { definitions.operations[$0] }
        return FlowNode(
            id: id(of: element), name: element.name, documentation: element.documentation, kind: kind,
            settings: settings(element, operation: operation), extensions: element.extensions, line: element.line)
    }

    private mutating func kind(_ element: BpmnElement, _ tag: NodeType) -> FlowNode.Kind? {
        switch tag {
        case .startEvent: startEvent(element)
        case .endEvent: .end(EndEvent(outcomes: outcomes(element), data: eventData(element)))
        case .intermediateCatchEvent: .catching(CatchEvent(triggers: triggers(element), data: eventData(element)))
        case .intermediateThrowEvent, .implicitThrowEvent, .event:
            .throwing(ThrowEvent(outcomes: outcomes(element), data: eventData(element)))
        case .boundaryEvent: boundaryEvent(element)
        case .task: activity(element, .task(.none))
        case .userTask: activity(element, .task(.user))
        case .manualTask: activity(element, .task(.manual))
        case .serviceTask: activity(element, .task(service(element)))
        case .sendTask: activity(element, .task(.send(messageUse(element))))
        case .receiveTask: receiveTask(element)
        case .scriptTask: activity(element, .task(.script(script(element))))
        case .businessRuleTask: activity(element, .task(.businessRule))
        case .callActivity: activity(element, .call(call(element)))
        case .subProcess: subProcess(element, flag(.triggeredByEvent, of: element, else: false) ? .event : .embedded)
        case .transaction: subProcess(element, .transaction(method: element[.method]))
        case .adHocSubProcess: subProcess(element, .adHoc(adHoc(element)))
        case .exclusiveGateway: .gateway(.exclusive(default: defaultFlow(element)))
        case .inclusiveGateway: .gateway(.inclusive(default: defaultFlow(element)))
        case .parallelGateway: .gateway(.parallel)
        case .eventBasedGateway: .gateway(.eventBased(eventGateway(element)))
        case .complexGateway: complexGateway(element)
        case .choreographyTask, .subChoreography, .callChoreography: choreographyActivity(element, tag)
        }
    }

    func defaultFlow(_ element: BpmnElement) -> FlowID? { reference(element[.default]).map { FlowID($0.text) } }

    private mutating func eventGateway(_ element: BpmnElement) -> EventGateway {
        EventGateway(
            instantiates: flag(.instantiate, of: element, else: false),
            isParallel: element[.eventGatewayType] == "Parallel")
    }

    private func complexGateway(_ element: BpmnElement) -> FlowNode.Kind {
        .gateway(.complex(default: defaultFlow(element), activation: expression(element.child(.activationCondition))))
    }
}
