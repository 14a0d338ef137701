import Basics
import Xml

extension ModelReader {
    /// What processes refer to comes first, wherever the file has it.
    mutating func readReferred() {
        for element in root.bpmnChildren {
            guard let tag = RootTag(rawValue: element.tag) else {
                if !element.tag.hasPrefix("BPMN") { noteUnknown(element) }
                continue
            }
            readReferred(tag, element)
        }
    }

    mutating func noteUnknown(_ element: BpmnElement) {
        note(.warning, "unknown-element", "is no element of BPMN 2.0 here; it is kept and not used", element)
    }

    private mutating func readReferred(_ tag: RootTag, _ element: BpmnElement) {
        switch tag {
        case .message: addMessage(element)
        case .error:
            definitions.errors.add(
                ErrorKind(id: id(of: element), name: element.name, code: element[.errorCode], line: element.line))
        case .signal: addSignal(element)
        case .escalation:
            definitions.escalations.add(
                Escalation(id: id(of: element), name: element.name, code: element[.escalationCode], line: element.line))
        case .itemDefinition: addItem(element)
        case .interface: addOperations(element)
        case .correlationProperty: addCorrelationProperty(element)
        case .dataStore:
            definitions.dataStores.add(DataStore(id: id(of: element), name: element.name, line: element.line))
        case .category: addCategory(element)
        case .resource: if let id = element[.id] { resources[id] = element.name ?? id }
        case .import:
            definitions.imports.append(
                ImportedFile(
                    namespace: element[.namespace], location: element[.location], kind: element[.importType],
                    line: element.line))
        case .messageEventDefinition, .timerEventDefinition, .errorEventDefinition, .escalationEventDefinition,
            .signalEventDefinition, .conditionalEventDefinition, .compensateEventDefinition, .linkEventDefinition,
            .cancelEventDefinition, .terminateEventDefinition:
            if let id = element[.id] { sharedEvents[id] = element }
        case .process, .collaboration, .choreography, .globalChoreographyTask, .globalConversation, .globalTask,
            .globalUserTask, .globalManualTask, .globalScriptTask, .globalBusinessRuleTask, .extension, .relationship,
            .partnerEntity, .partnerRole, .endPoint, .documentation, .extensionElements:
            break
        }
    }

    private mutating func addMessage(_ element: BpmnElement) {
        let subscription = element.extensions.elements.first { $0.name.local == "subscription" }
        definitions.messages.add(
            Message(
                id: id(of: element), name: element.name, item: reference(element[.itemRef]),
                correlationKey: subscription?["correlationKey"], line: element.line))
    }

    /// A signal reaches all, unless an extension of the tool keeps it in its instance.
    private mutating func addSignal(_ element: BpmnElement) {
        let scope = element.extensions.attributes.first { $0.name.local == "scope" }?.value.trimmed
        let staysInside = scope == "processInstance"
        if let scope, !staysInside, scope != "global", !scope.isEmpty {
            note(.error, "signal-scope", "its scope is \"\(scope)\"; should be global or processInstance", element)
        }
        definitions.signals.add(
            Signal(id: id(of: element), name: element.name, staysInside: staysInside, line: element.line))
    }

    private mutating func addItem(_ element: BpmnElement) {
        let isCollection = flag(.isCollection, of: element, else: false)
        definitions.items.add(
            ItemDefinition(
                id: id(of: element), structure: element[.structureRef], isCollection: isCollection, line: element.line))
    }

    private mutating func addOperations(_ element: BpmnElement) {
        for operation in element.children(.operation) {
            definitions.operations.add(
                ServiceOperation(
                    id: id(of: operation), name: operation.name, interface: element.name, line: operation.line))
        }
    }

    private mutating func addCategory(_ element: BpmnElement) {
        for value in element.children(.categoryValue) {
            if let id = value[.id] { categories[id] = value[.value] ?? element.name }
        }
    }
}
