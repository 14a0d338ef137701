/// The namespaces of BPMN 2.0 and of the tools whose settings are understood.
enum BpmnSpace {
    static let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
    static let xml = "http://www.w3.org/XML/1998/namespace"
    static let zeebe = "http://camunda.org/schema/zeebe/1.0"
    /// Camunda 7, Flowable and its ancestor Activiti share their words.
    static let family = ["http://camunda.org/schema/1.0/bpmn", "http://flowable.org/bpmn", "http://activiti.org/bpmn"]
}

/// Elements directly inside `definitions`.
enum RootTag: String {
    case process, collaboration, choreography, globalChoreographyTask, globalConversation
    case message, error, signal, escalation, itemDefinition, interface, dataStore, category, resource
    case globalTask, globalUserTask, globalManualTask, globalScriptTask, globalBusinessRuleTask
    case `import`, `extension`, relationship, correlationProperty, partnerEntity, partnerRole, endPoint
    case documentation, extensionElements
    case messageEventDefinition, timerEventDefinition, errorEventDefinition, escalationEventDefinition
    case signalEventDefinition, conditionalEventDefinition, compensateEventDefinition, linkEventDefinition
    case cancelEventDefinition, terminateEventDefinition
}

/// Other elements inside a process or sub-process.
enum ScopeTag: String {
    case sequenceFlow, laneSet, dataObject, dataObjectReference, dataStoreReference, property, ioSpecification
    case textAnnotation, group, association
}

/// Elements of a process or sub-process that this model has no place for; they stay in the file as they are.
enum KeptTag: String {
    case documentation, extensionElements, incoming, outgoing, auditing, monitoring, ioBinding, resourceRole
    case potentialOwner, performer, humanPerformer, correlationSubscription, supports, supportedInterfaceRef
    case standardLoopCharacteristics, multiInstanceLoopCharacteristics, dataInputAssociation, dataOutputAssociation
    case completionCondition, artifact, participant, participantAssociation, messageFlow, correlationKey
    case participantRef, messageFlowRef, messageFlowAssociation, conversation, subConversation, callConversation
    case conversationNode, conversationAssociation, conversationLink, choreographyRef, categoryValueRef
}

/// What an event waits for or brings about.
enum EventTag: String, CaseIterable {
    case messageEventDefinition, timerEventDefinition, errorEventDefinition, escalationEventDefinition
    case signalEventDefinition, conditionalEventDefinition, compensateEventDefinition, linkEventDefinition
    case cancelEventDefinition, terminateEventDefinition
}

/// Attributes and lesser elements.
enum BpmnWord: String {
    case definitions, id, name, targetNamespace, exporter, exporterVersion, expressionLanguage
    case documentation, extensionElements, incoming, outgoing
    case isExecutable, isClosed, processType, processRef, participantMultiplicity, maximum
    case sourceRef, targetRef, conditionExpression, `default`, language
    case flowNodeRef, childLaneSet, lane
    case itemRef, itemSubjectRef, structureRef, isCollection, errorCode, escalationCode
    case messageRef, errorRef, signalRef, escalationRef, operationRef, operation, activityRef, waitForCompletion
    case timeDate, timeDuration, timeCycle, condition, source, target, eventDefinitionRef
    case isInterrupting, cancelActivity, attachedToRef, parallelMultiple
    case triggeredByEvent, method, ordering, completionCondition, cancelRemainingInstances
    case calledElement, startQuantity, completionQuantity, isForCompensation, instantiate
    case script, scriptFormat, activationCondition, eventGatewayType
    case standardLoopCharacteristics, testBefore, loopMaximum, loopCondition
    case multiInstanceLoopCharacteristics, isSequential, behavior, loopCardinality, loopDataInputRef, loopDataOutputRef
    case inputDataItem, outputDataItem, complexBehaviorDefinition, noneBehaviorEventRef, oneBehaviorEventRef, event
    case ioSpecification, dataInput, dataOutput, property
    case dataInputAssociation, dataOutputAssociation, transformation, assignment, from, to
    case dataObjectRef, dataStoreRef, dataState
    case potentialOwner, performer, humanPerformer, resourceRef, resourceAssignmentExpression, formalExpression
    case text, associationDirection, categoryValueRef, categoryValue, value
    case participant, messageFlow, participantRef, messageFlowRef, initiatingParticipantRef, loopType
    case conversation, subConversation, callConversation, conversationLink
    case namespace, location, importType
    case correlationProperty, correlationPropertyRetrievalExpression, messagePath, correlationKey,
        correlationPropertyRef
    case correlationSubscription, correlationKeyRef, correlationPropertyBinding, dataPath
}
