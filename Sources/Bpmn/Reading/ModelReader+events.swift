import Basics

extension ModelReader {
    mutating func startEvent(_ element: BpmnElement) -> FlowNode.Kind {
        .start(
            StartEvent(
                triggers: triggers(element), isInterrupting: flag(.isInterrupting, of: element, else: true),
                data: eventData(element)))
    }

    mutating func boundaryEvent(_ element: BpmnElement) -> FlowNode.Kind? {
        guard let host = reference(element[.attachedToRef]) else {
            note(.error, "boundary-without-host", "is attached to nothing; attach it to an activity", element)
            return nil
        }
        return .boundary(
            BoundaryEvent(
                triggers: triggers(element), isInterrupting: flag(.cancelActivity, of: element, else: true),
                host: host, data: eventData(element)))
    }

    mutating func triggers(_ element: BpmnElement) -> Triggers {
        let all = eventDefinitions(element).compactMap { trigger($0.tag, $0.element) }
        if all.count < 2 { return all.first.map { .one($0) } ?? .none }
        return flag(.parallelMultiple, of: element, else: false) ? .all(all) : .any(all)
    }

    mutating func outcomes(_ element: BpmnElement) -> [Outcome] {
        eventDefinitions(element).compactMap { outcome($0.tag, $0.element) }
    }

    /// Those inside the event and those it refers to, in the order of the file.
    private mutating func eventDefinitions(_ element: BpmnElement) -> [(tag: EventTag, element: BpmnElement)] {
        element.bpmnChildren.compactMap { child in
            if let tag = EventTag(rawValue: child.tag) { return (tag, child) }
            guard child.tag == BpmnWord.eventDefinitionRef.rawValue else { return nil }
            guard let shared = reference(child.text).flatMap({ sharedEvents[$0.text] }) else {
                noteDangling(child.text, as: "eventDefinitionRef", element)
                return nil
            }
            return EventTag(rawValue: shared.tag).map { ($0, shared) }
        }
    }

    private mutating func trigger(_ tag: EventTag, _ element: BpmnElement) -> Trigger? {
        switch tag {
        case .messageEventDefinition: .message(messageUse(element))
        case .timerEventDefinition: .timer(timer(element))
        case .errorEventDefinition: .error(look(.errorRef, element, in: \.errors))
        case .escalationEventDefinition: .escalation(look(.escalationRef, element, in: \.escalations))
        case .signalEventDefinition: .signal(look(.signalRef, element, in: \.signals))
        case .conditionalEventDefinition:
            .conditional(expression(element.child(.condition)) ?? ModelExpression("", line: element.line))
        case .compensateEventDefinition: .compensation
        case .linkEventDefinition: .link(link(element))
        case .cancelEventDefinition: .cancel
        case .terminateEventDefinition: misplaced(element, "cannot be waited for; use it in an end event")
        }
    }

    private mutating func outcome(_ tag: EventTag, _ element: BpmnElement) -> Outcome? {
        switch tag {
        case .messageEventDefinition: .message(messageUse(element))
        case .errorEventDefinition: .error(look(.errorRef, element, in: \.errors))
        case .escalationEventDefinition: .escalation(look(.escalationRef, element, in: \.escalations))
        case .signalEventDefinition: .signal(look(.signalRef, element, in: \.signals))
        case .compensateEventDefinition:
            .compensation(
                activity: reference(element[.activityRef]),
                waits: flag(.waitForCompletion, of: element, else: true))
        case .linkEventDefinition: .link(link(element))
        case .cancelEventDefinition: .cancel
        case .terminateEventDefinition: .terminate
        case .timerEventDefinition, .conditionalEventDefinition:
            misplaced(element, "cannot be thrown; use it in an event that catches")
        }
    }

    private mutating func misplaced<Nothing>(_ element: BpmnElement, _ message: Phrase) -> Nothing? {
        note(.error, "misplaced-event", message, element)
        return nil
    }

    private func link(_ element: BpmnElement) -> LinkName {
        let others = element.children(.source) + element.children(.target)
        return LinkName(text: element.name ?? "", others: others.compactMap { reference($0.text) })
    }

    private func timer(_ element: BpmnElement) -> TimerRule {
        if let date = expression(element.child(.timeDate)) { return .date(date) }
        if let duration = expression(element.child(.timeDuration)) { return .duration(duration) }
        if let cycle = expression(element.child(.timeCycle)) { return .cycle(cycle) }
        return .unspecified
    }
}

extension ModelReader {
    /// What an attribute refers to; a reference that leads nowhere is named.
    mutating func look<Found>(
        _ word: BpmnWord, _ element: BpmnElement, in catalog: KeyPath<Definitions, Catalog<Found>>
    ) -> Found? where Found.ID == ElementID {
        guard let id = reference(element[word] ?? element.child(word)?.text) else { return nil }
        if let found = definitions[keyPath: catalog][id] { return found }
        noteDangling(id.text, as: word.rawValue, element)
        return nil
    }

    mutating func noteDangling(_ id: String, as word: String, _ element: BpmnElement) {
        let message: Phrase =
            "its \(word) is \(id), which is not in the file; correct the reference or add what it names"
        note(.error, "dangling-reference", message, element)
    }

    /// The message and operation of an event or task.
    mutating func messageUse(_ element: BpmnElement) -> MessageUse {
        MessageUse(
            message: look(.messageRef, element, in: \.messages),
            operation: look(.operationRef, element, in: \.operations),
            publishing: element.extensions.publishing ?? Publishing())
    }
}
