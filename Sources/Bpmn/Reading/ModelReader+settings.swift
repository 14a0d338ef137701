import Xml

extension ModelReader {
    /// What the tools and the standard say about running an element; Zeebe's words win over Camunda 7's.
    func settings(_ element: BpmnElement, operation: ServiceOperation?) -> Settings {
        var settings = Settings()
        let extensions = element.extensions
        if !extensions.isEmpty {
            settings.takeFamily(extensions)
            settings.takeZeebe(extensions)
            settings.takeDrawingTool(extensions)
        }
        takeOwners(element, into: &settings)
        settings.takeError(element.bpmnChildren.first { $0.tag == EventTag.errorEventDefinition.rawValue })
        if settings.taskType == nil { settings.taskType = operation?.name }
        if settings.calledProcess == nil { settings.calledProcess = element[.calledElement] }
        return settings
    }

    /// The standard's own people (10.3.1): potential owners are groups, performers are assigned.
    private func takeOwners(_ element: BpmnElement, into settings: inout Settings) {
        for owner in element.children(.potentialOwner) { takeGroups(owners(owner), into: &settings) }
        for performer in element.children(.humanPerformer) + element.children(.performer)
        where settings.assignee == nil {
            settings.assignee = owners(performer).first
        }
    }

    private func owners(_ element: BpmnElement) -> [String] {
        let named = reference(element.child(.resourceRef)?.text).map { [resources[$0.text] ?? $0.text] } ?? []
        let text = element.child(.resourceAssignmentExpression)?.child(.formalExpression)?.text ?? ""
        return named + text.listed
    }

    /// `user(a), group(b), c`: a bare name is a group.
    private func takeGroups(_ names: [String], into settings: inout Settings) {
        for name in names {
            if let user = name.argument(of: "user") {
                settings.candidateUsers.append(user)
            } else {
                settings.candidateGroups.append(name.argument(of: "group") ?? name)
            }
        }
    }
}

extension Settings {
    /// The icon and the kind of decision that a drawing tool such as Engage Process keeps beside the standard.
    mutating func takeDrawingTool(_ extensions: Extensions) {
        let attributes = extensions.attributes + extensions.elements.flatMap(\.attributes)
        icon = attributes.first { $0.name.local.lowercased().hasSuffix("icon") }?.value
        let known = attributes.map { $0.value.lowercased() } + extensions.elements.map { $0.text.trimmed.lowercased() }
        if known.contains("decision") { decider = .person }
        if known.contains("choice") { decider = .data }
    }
}

extension String {
    /// A list with commas, unless it is one expression.
    var listed: [String] {
        if isExpression { return [self] }
        return split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    fileprivate func argument(of function: String) -> String? {
        guard hasPrefix(function + "("), hasSuffix(")") else { return nil }
        return String(dropFirst(function.count + 1).dropLast()).trimmed
    }
}
