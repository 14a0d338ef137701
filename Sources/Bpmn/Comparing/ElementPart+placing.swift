extension ElementPart {
    /// The part that stands at a place in the file: the names from the element down to it.
    init(at place: [String]) {
        let word =
            place.lazy.compactMap { Self.whole[$0] ?? Self.listeners[$0.local] }.first
            ?? Self.pairs[place.suffix(2).map(\.local).joined(separator: "/")]
            ?? place.last.flatMap { Self.words[$0.local] }
        self = word.map(ElementPart.known) ?? .other(place.joined(separator: " "))
    }

    /// Elements with all that stands in them.
    private static let whole: [String: Word] = [
        "documentation": .documentation, "potentialOwner": .groups, "humanPerformer": .assignee,
        "performer": .assignee, "ioSpecification": .data, "property": .data, "dataInputAssociation": .reads,
        "dataOutputAssociation": .writes, "complexBehaviorDefinition": .behavior, "noneBehaviorEventRef": .behavior,
        "oneBehaviorEventRef": .behavior, "correlationSubscription": .correlation, "dataState": .state,
    ]

    private static let listeners: [String: Word] = [
        "executionListener": .listeners, "taskListener": .listeners, "eventListener": .listeners,
    ]

    /// Words that say something else in another element.
    private static let pairs: [String: Word] = [
        "linkEventDefinition/name": .link, "inputDataItem/name": .element, "outputDataItem/name": .outputElement,
        "taskDefinition/type": .work, "calledElement/versionTag": .binding, "calledDecision/versionTag": .binding,
    ]

    private static let words: [String: Word] = [
        "assignee": .assignee, "candidateGroups": .groups, "candidateUsers": .users, "formKey": .form,
        "formId": .form, "formRef": .form, "externalReference": .form, "formField": .form, "formProperty": .form,
        "dueDate": .dueDate, "followUpDate": .followUpDate, "priority": .priority, "retries": .retries,
        "failedJobRetryTimeCycle": .retries, "topic": .work, "class": .work, "delegateExpression": .work,
        "implementation": .work, "operationRef": .work, "header": .headers, "field": .headers,
        "property": .properties, "variables": .passes, "input": .inputs, "inputParameter": .inputs, "in": .inputs,
        "output": .outputs, "outputParameter": .outputs,
        "out": .outputs, "propagateAllParentVariables": .passes, "propagateAllChildVariables": .passes,
        "calledElement": .process, "processId": .process, "processRef": .process, "decisionRef": .decision,
        "decisionId": .decision, "bindingType": .binding, "calledElementBinding": .binding,
        "calledElementVersion": .binding, "calledElementVersionTag": .binding, "decisionRefBinding": .binding,
        "decisionRefVersion": .binding, "decisionRefVersionTag": .binding, "resultVariable": .result,
        "resultVariableName": .result, "mapDecisionResult": .result, "expression": .expression, "script": .script,
        "scriptFormat": .language, "language": .language, "timeDuration": .duration, "timeDate": .date,
        "timeCycle": .cycle, "condition": .condition, "messageRef": .message, "correlationKey": .correlation,
        "timeToLive": .timeToLive, "signalRef": .signal, "errorRef": .error, "errorCodeVariable": .errorVariable,
        "errorMessageVariable": .errorVariable, "escalationRef": .escalation, "activityRef": .compensated,
        "waitForCompletion": .waits, "isInterrupting": .interrupting, "cancelActivity": .interrupting,
        "parallelMultiple": .together, "standardLoopCharacteristics": .repeats,
        "multiInstanceLoopCharacteristics": .repeats, "testBefore": .testBefore, "loopMaximum": .maximum,
        "loopCondition": .loopCondition, "isSequential": .sequential, "loopCardinality": .cardinality,
        "collection": .collection, "inputCollection": .collection, "loopDataInputRef": .collection,
        "activeElementsCollection": .collection, "elementVariable": .element, "inputElement": .element,
        "outputCollection": .outputCollection, "loopDataOutputRef": .outputCollection,
        "outputElement": .outputElement, "completionCondition": .completion, "behavior": .behavior,
        "ordering": .ordering, "cancelRemainingInstances": .cancels, "activationCondition": .activation,
        "instantiate": .instantiates, "eventGatewayType": .gateway, "startQuantity": .startQuantity,
        "completionQuantity": .completionQuantity, "isForCompensation": .compensation, "method": .method,
        "isCollection": .many, "participantMultiplicity": .many, "minimum": .many, "maximum": .many,
        "itemSubjectRef": .item, "itemRef": .item, "structureRef": .item, "associationDirection": .direction,
        "isExecutable": .executable,
    ]
}

extension String {
    /// A name of the file without its prefix.
    fileprivate var local: String { split(separator: ":").last.map { String($0) } ?? self }
}
