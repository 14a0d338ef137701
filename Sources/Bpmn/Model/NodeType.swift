/// The standard's own word for what a node is, as its element is called in a file.
public enum NodeType: String, Hashable, Sendable, CaseIterable {
    case startEvent, endEvent, intermediateCatchEvent, intermediateThrowEvent, boundaryEvent, implicitThrowEvent, event
    case task, userTask, manualTask, serviceTask, sendTask, receiveTask, scriptTask, businessRuleTask
    case callActivity, subProcess, adHocSubProcess, transaction
    case exclusiveGateway, inclusiveGateway, parallelGateway, eventBasedGateway, complexGateway
    case choreographyTask, subChoreography, callChoreography
}

extension FlowNode {
    public var type: NodeType {
        switch kind {
        case .start: .startEvent
        case .end: .endEvent
        case .catching: .intermediateCatchEvent
        case .throwing: .intermediateThrowEvent
        case .boundary: .boundaryEvent
        case .activity(let activity): activity.kind.type
        case .gateway(let gateway): gateway.type
        case .choreography(let activity):
            activity.isCall ? .callChoreography : activity.scope == nil ? .choreographyTask : .subChoreography
        }
    }
}

extension ActivityKind {
    fileprivate var type: NodeType {
        switch self {
        case .task(let kind): kind.type
        case .call: .callActivity
        case .subProcess(let subProcess):
            switch subProcess.kind {
            case .embedded, .event: .subProcess
            case .transaction: .transaction
            case .adHoc: .adHocSubProcess
            }
        }
    }
}

extension TaskKind {
    fileprivate var type: NodeType {
        switch self {
        case .none: .task
        case .user: .userTask
        case .manual: .manualTask
        case .service: .serviceTask
        case .send: .sendTask
        case .receive: .receiveTask
        case .script: .scriptTask
        case .businessRule: .businessRuleTask
        }
    }
}

extension Gateway {
    fileprivate var type: NodeType {
        switch self {
        case .exclusive: .exclusiveGateway
        case .inclusive: .inclusiveGateway
        case .parallel: .parallelGateway
        case .eventBased: .eventBasedGateway
        case .complex: .complexGateway
        }
    }
}
