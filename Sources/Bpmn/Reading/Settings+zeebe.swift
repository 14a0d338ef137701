import Xml

extension XmlName {
    func isZeebe(_ local: String) -> Bool { self.local == local && namespace == BpmnSpace.zeebe }
}

extension Settings {
    /// Camunda 8 writes its settings as elements.
    mutating func takeZeebe(_ extensions: Extensions) {
        for element in extensions.elements where element.name.namespace == BpmnSpace.zeebe {
            switch element.name.local {
            case "taskDefinition":
                taskType = element["type"] ?? taskType
                retries = element["retries"] ?? retries
            case "taskHeaders": headers = element.named("header", key: "key")
            case "properties": properties = element.named("property", key: "name")
            case "ioMapping":
                inputs = element.mappings("input")
                outputs = element.mappings("output")
            case "assignmentDefinition":
                assignee = element["assignee"] ?? assignee
                candidateGroups = element["candidateGroups"]?.listed ?? candidateGroups
                candidateUsers = element["candidateUsers"]?.listed ?? candidateUsers
            case "formDefinition":
                form = element["formId"] ?? element["formKey"] ?? element["externalReference"] ?? form
            case "taskSchedule":
                dueDate = element["dueDate"] ?? dueDate
                followUpDate = element["followUpDate"] ?? followUpDate
            case "priorityDefinition": priority = element["priority"] ?? priority
            case "calledElement": takeCall(element)
            case "calledDecision":
                calledDecision = element["decisionId"]
                resultVariable = element["resultVariable"] ?? resultVariable
                binding = element.binding ?? binding
            case "script":
                expression = element["expression"]
                resultVariable = element["resultVariable"] ?? resultVariable
            case "publishMessage": publishing = element.publishing
            default: continue
            }
        }
    }

    private mutating func takeCall(_ element: XmlElement) {
        calledProcess = element["processId"] ?? calledProcess
        passesAllIn = element["propagateAllParentVariables"].map { $0 == "true" } ?? passesAllIn
        passesAllOut = element["propagateAllChildVariables"].map { $0 == "true" } ?? passesAllOut
        binding = element.binding ?? binding
    }
}

extension Extensions {
    /// What Zeebe says of the message that goes out here.
    var publishing: Publishing? { elements.first { $0.name.isZeebe("publishMessage") }?.publishing }
}

extension XmlElement {
    fileprivate var publishing: Publishing {
        Publishing(correlationKey: said("correlationKey"), timeToLive: said("timeToLive"))
    }

    private func said(_ attribute: String) -> String? {
        self[attribute].map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }

    fileprivate var binding: Binding? {
        self["bindingType"].map { Binding(kind: $0, value: self["versionTag"]) }
    }

    fileprivate func mappings(_ tag: String) -> [Mapping] {
        children.filter { $0.name.local == tag }.compactMap { child in
            child["target"].map { Mapping(source: child["source"] ?? "", target: $0) }
        }
    }

    func named(_ tag: String, key: String) -> [Header] {
        children.filter { $0.name.local == tag }.compactMap { child in
            child[key].map { Header(name: $0, value: child["value"] ?? child.text.trimmed) }
        }
    }
}
