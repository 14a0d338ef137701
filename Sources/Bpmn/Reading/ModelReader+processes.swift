extension ModelReader {
    mutating func readProcesses() {
        for element in root.bpmnChildren {
            guard let tag = RootTag(rawValue: element.tag) else { continue }
            switch tag {
            case .process: definitions.processes.add(process(element))
            case .choreography:
                definitions.choreographies.add(process(element))
                definitions.collaborations.add(collaboration(element))
            case .collaboration, .globalConversation, .globalChoreographyTask:
                definitions.collaborations.add(collaboration(element))
            case .globalTask: addGlobalTask(element, .none)
            case .globalUserTask: addGlobalTask(element, .user)
            case .globalManualTask: addGlobalTask(element, .manual)
            case .globalScriptTask: addGlobalTask(element, .script(script(element)))
            case .globalBusinessRuleTask: addGlobalTask(element, .businessRule)
            case .message, .error, .signal, .escalation, .itemDefinition, .interface, .dataStore, .category, .resource,
                .import, .extension, .relationship, .correlationProperty, .partnerEntity, .partnerRole, .endPoint,
                .documentation, .extensionElements, .messageEventDefinition, .timerEventDefinition,
                .errorEventDefinition, .escalationEventDefinition, .signalEventDefinition,
                .conditionalEventDefinition, .compensateEventDefinition, .linkEventDefinition,
                .cancelEventDefinition, .terminateEventDefinition:
                break
            }
        }
    }

    private mutating func process(_ element: BpmnElement) -> BusinessProcess {
        let id = id(of: element)
        return BusinessProcess(
            id: id, name: element.name, documentation: element.documentation,
            isExecutable: flag(.isExecutable, of: element, else: false), scope: scope(element, id: id),
            subscriptions: subscriptions(element),
            extensions: element.extensions, line: element.line)
    }

    private mutating func addGlobalTask(_ element: BpmnElement, _ kind: TaskKind) {
        definitions.globalTasks.add(
            GlobalTask(
                id: id(of: element), name: element.name, kind: kind, settings: settings(element, operation: nil),
                extensions: element.extensions, line: element.line))
    }
}
