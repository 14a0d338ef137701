import Xml

extension Extensions {
    /// The value of an attribute of Camunda 7, Flowable or Activiti.
    func family(_ key: String) -> String? {
        attributes.first { $0.name.local == key && $0.name.isFamily }.map(\.value.trimmed).flatMap {
            $0.isEmpty ? nil : $0
        }
    }
}

extension Settings {
    /// Camunda 7, Flowable and Activiti write most settings as attributes.
    mutating func takeFamily(_ extensions: Extensions) {
        let family = extensions.family
        assignee = family("assignee")
        candidateGroups = family("candidateGroups")?.listed ?? []
        candidateUsers = family("candidateUsers")?.listed ?? []
        form = family("formKey") ?? family("formRef")
        dueDate = family("dueDate")
        followUpDate = family("followUpDate")
        priority = family("priority")
        taskType = family("topic")
        expression = family("expression")
        resultVariable = family("resultVariable") ?? family("resultVariableName")
        calledDecision = family("decisionRef")
        mapDecisionResult = family("mapDecisionResult")
        takeBinding(family, "calledElement")
        takeBinding(family, "decisionRef")
        takeElements(extensions.elements.filter(\.name.isFamily))
    }

    /// Where an event keeps the code and words of the error that it catches.
    mutating func takeError(_ definition: BpmnElement?) {
        guard let family = definition?.extensions.family else { return }
        errorCodeVariable = family("errorCodeVariable")
        errorMessageVariable = family("errorMessageVariable")
    }

    private mutating func takeBinding(_ family: (String) -> String?, _ prefix: String) {
        guard let kind = family(prefix + "Binding") else { return }
        binding = Binding(kind: kind, value: family(prefix + "Version") ?? family(prefix + "VersionTag"))
    }

    private mutating func takeElements(_ elements: [XmlElement]) {
        for element in elements {
            switch element.name.local {
            case "inputOutput":
                inputs += element.parameters("inputParameter")
                outputs += element.parameters("outputParameter")
            case "in": takeVariable(element, all: \.passesAllIn, list: \.inputs)
            case "out": takeVariable(element, all: \.passesAllOut, list: \.outputs)
            case "properties": properties += element.named("property", key: "name")
            case "failedJobRetryTimeCycle": retries = element.text.trimmed
            case "field": takeField(element)
            default: continue
            }
        }
    }

    /// `camunda:in`, `camunda:out`: one variable handed over by a call, or all of them.
    private mutating func takeVariable(
        _ element: XmlElement, all: WritableKeyPath<Settings, Bool?>, list: WritableKeyPath<Settings, [Mapping]>
    ) {
        if element["variables"] == "all" { self[keyPath: all] = true }
        guard let target = element["target"] else { return }
        let source =
            element["source"].map { "=" + ($0.isFeelWord ? $0.asFeelName : $0) } ?? element["sourceExpression"] ?? ""
        self[keyPath: list].append(Mapping(source: source, target: target))
    }

    /// Flowable names the decision of a task in a field.
    private mutating func takeField(_ element: XmlElement) {
        guard element.namesDecision else { return }
        calledDecision = element["stringValue"] ?? element.children.first?.text.trimmed ?? calledDecision
    }
}

extension XmlElement {
    fileprivate func parameters(_ tag: String) -> [Mapping] {
        children.filter { $0.name.local == tag }.compactMap { child in
            child["name"].map { Mapping(source: child.parameterSource, target: $0) }
        }
    }

    /// The text, or the script, list or map inside, as one formula.
    private var parameterSource: String {
        children.first { ["script", "list", "map"].contains($0.name.local) }.map { "=" + $0.parameterValue }
            ?? text.trimmed
    }

    /// As FEEL: a list of values, a map of entries, a script as it stands, else text that may be computed.
    private var parameterValue: String {
        switch name.local {
        case "script": text.trimmed
        case "list": "[" + children.map(\.parameterValue).joined(separator: ", ") + "]"
        case "map": "{" + children.map { $0.parameterKey + ": " + $0.parameterValue }.joined(separator: ", ") + "}"
        default:
            children.first?.parameterValue ?? UnifiedExpression.feel(in: text.trimmed) ?? text.trimmed.asFeelText
        }
    }

    private var parameterKey: String { (self["key"] ?? "").asFeelText }
}
