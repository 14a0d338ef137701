import Basics

extension ModelReader {
    mutating func collaboration(_ element: BpmnElement) -> Collaboration {
        var collaboration = Collaboration(id: id(of: element), name: element.name, line: element.line)
        for child in element.bpmnChildren { read(child, into: &collaboration) }
        for key in correlationKeys(element) { collaboration.correlationKeys.add(key) }
        return collaboration
    }

    private mutating func read(_ element: BpmnElement, into collaboration: inout Collaboration) {
        switch BpmnWord(rawValue: element.tag) {
        case .participant: collaboration.participants.add(participant(element))
        case .messageFlow: if let flow = messageFlow(element) { collaboration.messageFlows.add(flow) }
        case .conversation, .subConversation, .callConversation: addConversation(element, to: &collaboration)
        case .conversationLink: addLink(element, to: &collaboration)
        case .some, nil: read(element, into: &collaboration.artifacts)
        }
    }

    private mutating func participant(_ element: BpmnElement) -> Participant {
        let multiplicity = element.child(.participantMultiplicity)
        return Participant(
            id: id(of: element), name: element.name, process: reference(element[.processRef]),
            isMultiple: multiplicity.map { (number(.maximum, of: $0) ?? 1) > 1 } ?? false, line: element.line)
    }

    private mutating func messageFlow(_ element: BpmnElement) -> MessageFlow? {
        guard let source = reference(element[.sourceRef]), let target = reference(element[.targetRef]) else {
            note(.error, "dangling-reference", "lacks its sourceRef or targetRef; connect both ends", element)
            return nil
        }
        return MessageFlow(
            id: id(of: element), name: element.name, source: source, target: target,
            message: reference(element[.messageRef]), line: element.line)
    }

    private mutating func addConversation(_ element: BpmnElement, to collaboration: inout Collaboration) {
        collaboration.conversations.add(
            Conversation(
                id: id(of: element), name: element.name,
                isCall: element.tag == BpmnWord.callConversation.rawValue,
                isCompound: element.tag == BpmnWord.subConversation.rawValue,
                participants: element.children(.participantRef).compactMap { reference($0.text) },
                correlationKeys: correlationKeys(element), line: element.line))
        if element.tag == BpmnWord.subConversation.rawValue {
            for child in element.bpmnChildren { read(child, into: &collaboration) }
        }
    }

    private mutating func addLink(_ element: BpmnElement, to collaboration: inout Collaboration) {
        guard let source = reference(element[.sourceRef]), let target = reference(element[.targetRef]) else { return }
        collaboration.conversationLinks.append(
            ConversationLink(id: id(of: element), source: source, target: target, line: element.line))
    }

    mutating func choreographyActivity(_ element: BpmnElement, _ tag: NodeType) -> FlowNode.Kind {
        let isCompound = tag == .subChoreography
        return .choreography(
            ChoreographyActivity(
                participants: element.children(.participantRef).compactMap { reference($0.text) },
                initiator: reference(element[.initiatingParticipantRef]), isCall: tag == .callChoreography,
                loop: element[.loopType], scope: isCompound ? scope(element, id: id(of: element)) : nil))
    }
}

extension ModelReader {
    mutating func read(_ element: BpmnElement, into artifacts: inout Artifacts) {
        switch ScopeTag(rawValue: element.tag) {
        case .textAnnotation:
            artifacts.annotations.add(
                TextAnnotation(id: id(of: element), text: element.child(.text)?.text ?? "", line: element.line))
        case .group: artifacts.groups.add(group(element))
        case .association: if let association = association(element) { artifacts.associations.add(association) }
        case .sequenceFlow, .laneSet, .dataObject, .dataObjectReference, .dataStoreReference, .property,
            .ioSpecification, nil:
            break
        }
    }

    private mutating func group(_ element: BpmnElement) -> DrawnGroup {
        let value = reference(element[.categoryValueRef]).flatMap { categories[$0.text] }
        return DrawnGroup(id: id(of: element), name: element.name ?? value, line: element.line)
    }

    private mutating func association(_ element: BpmnElement) -> Association? {
        guard let source = reference(element[.sourceRef]), let target = reference(element[.targetRef]) else {
            note(.warning, "dangling-reference", "lacks its sourceRef or targetRef; connect both ends", element)
            return nil
        }
        return Association(
            id: id(of: element), source: source, target: target,
            direction: element[.associationDirection].flatMap(Association.Direction.init) ?? .none, line: element.line)
    }
}
