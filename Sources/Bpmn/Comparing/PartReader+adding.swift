import Xml

extension PartReader {
    func add(
        _ attribute: XmlAttribute, of element: XmlElement, at place: [String], to parts: inout ElementParts
    ) {
        let (name, value) = (attribute.name, attribute.value.oneLine)
        if value.isEmpty || name.namespace == BpmnSpace.schemaInstance { return }
        guard name.namespace == nil && element.name.namespace == space else {
            return parts.add(ElementPart(at: place + [name.qualified]), value)
        }
        if name.local == "id" || Self.defaults[name.local] == value { return }
        add(value, called: name.local, at: place, to: &parts)
    }

    /// What holds where the file says nothing of it.
    private static let defaults = [
        "isInterrupting": "true", "cancelActivity": "true", "waitForCompletion": "true",
        "cancelRemainingInstances": "true", "isForCompensation": "false", "isSequential": "false",
        "testBefore": "false", "instantiate": "false", "parallelMultiple": "false", "isCollection": "false",
        "startQuantity": "1", "completionQuantity": "1", "behavior": "All", "eventGatewayType": "Exclusive",
        "ordering": "Parallel", "associationDirection": "None", "isExecutable": "false", "isImmediate": "true",
        "isClosed": "false", "processType": "None", "implementation": "##unspecified",
    ]

    func add(_ child: XmlElement, at place: [String], to parts: inout ElementParts) {
        guard child.name.namespace == space else { return addForeign(child, at: place, to: &parts) }
        let name = child.name.local
        if name == "extensionElements" { return addAll(in: child, at: place, to: &parts) }
        if name == "conditionExpression" { return addAttributes(of: child, at: place + [name], to: &parts) }
        if name.hasSuffix("LoopCharacteristics") { parts.add(.known(.repeats), name) }
        let isDrawn = name.hasSuffix("Association") && child["id"] != nil
        let inside = place + [name]
        addAttributes(of: child, at: inside, to: &parts)
        for inner in child.children where !(isDrawn && ["sourceRef", "targetRef"].contains(inner.name.local)) {
            add(inner, at: inside, to: &parts)
        }
        let text = child.text.trimmed
        if !text.isEmpty { add(text, called: name, at: place, to: &parts) }
    }

    private func addAll(in element: XmlElement, at place: [String], to parts: inout ElementParts) {
        for child in element.children { add(child, at: place, to: &parts) }
    }

    private func addAttributes(of element: XmlElement, at place: [String], to parts: inout ElementParts) {
        for attribute in element.attributes { add(attribute, of: element, at: place, to: &parts) }
    }

    /// A value; what a reference leads to, with all that it says.
    private func add(_ value: String, called name: String, at place: [String], to parts: inout ElementParts) {
        let isNear = place.count { $0.hasSuffix("Ref") } < 2
        guard isNear, name.hasSuffix("Ref"), let found = byID[value.referred] else {
            return parts.add(ElementPart(at: place + [name]), value)
        }
        if EventTag(rawValue: found.name.local) != nil {
            if name != "eventDefinitionRef" { parts.add(ElementPart(at: place + [name]), found.name.local) }
            return add(found, at: place + [name], to: &parts)
        }
        parts.add(ElementPart(at: place + [name]), found.referredTitle)
        guard ["message", "error", "signal", "escalation"].contains(found.name.local) else { return }
        for attribute in found.attributes where !["name", "errorCode", "escalationCode"].contains(attribute.name.local)
        {
            add(attribute, of: found, at: place + [name], to: &parts)
        }
        addAll(in: found, at: place + [name], to: &parts)
    }

    /// An element of a tool: one with a name as a whole, else each value that stands in it.
    private func addForeign(_ element: XmlElement, at place: [String], to parts: inout ElementParts) {
        let inside = place + [element.name.qualified]
        if element.titleAttribute != nil { return parts.add(ElementPart(at: inside), element.summary) }
        let text = element.text.trimmed
        if element.attributes.isEmpty && element.children.isEmpty || !text.isEmpty {
            parts.add(ElementPart(at: inside), text.isEmpty ? "true" : text)
        }
        addAttributes(of: element, at: inside, to: &parts)
        addAll(in: element, at: inside, to: &parts)
    }
}

extension XmlElement {
    /// By what an element that is referred to is known: its name, with the code by which it is told apart.
    fileprivate var referredTitle: String {
        let name = self["name"]?.oneLine ?? self["structureRef"] ?? self["id"] ?? ""
        return (self["errorCode"] ?? self["escalationCode"]).map { "\(name) (\($0))" } ?? name
    }

    fileprivate var titleAttribute: XmlAttribute? {
        ["target", "name", "key", "id"].lazy.compactMap { key in
            attributes.first { $0.name.local == key && $0.name.namespace == nil }
        }.first
    }

    /// An element with a name in one line: `amount: =claim.open`.
    fileprivate var summary: String {
        let title = titleAttribute
        let others = attributes.filter { $0 != title }
        let values = others.count == 1 ? others.map(\.value) : others.map { "\($0.name.local) \($0.value)" }
        let rest = values + [text.trimmed].filter { !$0.isEmpty } + children.map { "\($0.name.local)(\($0.summary))" }
        return ([title?.value ?? ""] + rest.joined(separator: ", ").told).filter { !$0.isEmpty }.joined(separator: ": ")
    }
}

extension String {
    /// The id that a reference names, without a prefix.
    var referred: String { trimmed.split(separator: ":").last.map { String($0) } ?? "" }

    fileprivate var told: [String] { isEmpty ? [] : [oneLine] }
}
