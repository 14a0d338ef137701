import Xml

/// The words of the tools that run models: which are read here (`Settings+family`, `Settings+zeebe`, `ModelReader+loops`), which change
/// nothing, and what to use instead of others.
enum VendorWords {
    /// Attributes on elements of BPMN.
    private static let attributes: Set = [
        "assignee", "candidateGroups", "candidateUsers", "formKey", "formRef", "dueDate", "followUpDate", "priority",
        "topic", "expression", "resultVariable", "resultVariableName", "decisionRef", "mapDecisionResult",
        "calledElementVersionTag", "decisionRefVersion", "decisionRefVersionTag", "collection", "elementVariable",
        "errorCodeVariable", "errorMessageVariable", "scope",
    ]

    /// Elements, with the attributes that are read of them.
    private static let elements: [String: Set<String>] = [
        "inputOutput": [], "inputParameter": ["name"], "outputParameter": ["name"], "list": [], "map": [], "value": [],
        "entry": ["key"], "script": ["expression", "resultVariable"], "failedJobRetryTimeCycle": [],
        "in": ["variables", "source", "sourceExpression", "target"],
        "out": ["variables", "source", "sourceExpression", "target"],
        "properties": [], "property": ["id", "name", "value"], "field": ["name", "stringValue"], "string": [],
        "taskDefinition": ["type", "retries"], "taskHeaders": [], "header": ["key", "value"], "ioMapping": [],
        "input": ["source", "target"], "output": ["source", "target"],
        "assignmentDefinition": ["assignee", "candidateGroups", "candidateUsers"],
        "formDefinition": ["formId", "formKey", "externalReference"], "taskSchedule": ["dueDate", "followUpDate"],
        "priorityDefinition": ["priority"], "userTask": [],
        "calledElement": ["processId", "propagateAllParentVariables", "propagateAllChildVariables", "versionTag"],
        "calledDecision": ["decisionId", "resultVariable", "versionTag"],
        "publishMessage": ["correlationKey", "timeToLive"], "subscription": ["correlationKey"],
        "loopCharacteristics": ["inputCollection", "inputElement", "outputCollection", "outputElement"],
        "adHoc": ["activeElementsCollection"],
    ]

    /// What tells an engine how to store, order or show its work.
    private static let idle: Set = [
        "async", "asyncBefore", "asyncAfter", "asyncLeave", "exclusive", "asyncLeaveExclusive", "jobPriority",
        "taskPriority", "historyTimeToLive", "isStartableInTasklist", "versionTag", "diagramRelationId",
        "modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon",
    ]

    private static let advices: [String: VendorAdvice] = [
        "class": .program, "delegateExpression": .program, "connector": .program, "type": .program,
        "field": .program, "executionListener": .listener, "executionListeners": .listener, "taskListener": .listener,
        "taskListeners": .listener, "eventListener": .listener, "scriptFormat": .language, "resource": .language,
        "skipExpression": .skipping, "outputCollection": .collecting, "outputElement": .collecting,
        "formData": .form, "formProperty": .form, "userTaskForm": .form, "bindingType": .newest,
        "calledElementBinding": .newest, "calledElementVersion": .newest, "decisionRefBinding": .newest,
        "sameDeployment": .newest,
    ]

    /// What becomes of an element of a tool.
    static func verdict(on element: XmlElement) -> VendorVerdict {
        let word = element.name.local
        if word == "field" { return element.namesDecision ? .used : .unused(.program) }
        if elements[word] != nil { return .used }
        return idle.contains(word) ? .idle : .unused(advices[word] ?? .other)
    }

    /// What becomes of an attribute, on an element of BPMN or of the tool.
    static func verdict(on word: String, saying value: String, in parent: String?) -> VendorVerdict {
        if isFine(word, saying: value) { return .used }
        let known = parent.map { elements[$0] ?? [] } ?? attributes
        if known.contains(word) { return .used }
        return idle.contains(word) ? .idle : .unused(advices[word] ?? .other)
    }

    /// Words of which some values are what happens here.
    private static func isFine(_ word: String, saying value: String) -> Bool {
        switch word {
        case "type": ["external", "expression", "dmn"].contains(value)
        case "scriptFormat": value.lowercased().contains("feel")
        case "bindingType", "decisionRefBinding": value == "latest"
        case "calledElementBinding": value == "latest" || value == "version"
        case "calledElementVersion": Int(value) != nil
        default: false
        }
    }
}

extension XmlElement {
    /// Whether a field names a decision, as Flowable has it.
    var namesDecision: Bool {
        ["decisionTableReferenceKey", "decisionServiceReferenceKey"].contains(self["name"] ?? "")
    }
}
