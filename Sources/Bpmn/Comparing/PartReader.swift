import Xml

/// Reads the parts of the elements of one file; what they refer to by an id counts as said where they refer to it.
struct PartReader {
    let space: String?
    let byID: [String: XmlElement]

    init(_ definitions: Definitions) {
        space = definitions.source.name.namespace
        byID = definitions.source.elementsByID
    }

    /// What kind of element it is, with what its events are about; nothing for an id that is not in the file.
    func kind(of id: ElementID) -> [String]? {
        byID[id.text].map { element in
            let events = eventDefinitions(of: element).map(\.name.local)
            return [element.name.local] + (element["triggeredByEvent"] == "true" ? ["byEvent"] : []) + events
        }
    }

    func parts(of id: ElementID) -> ElementParts {
        var parts = ElementParts()
        guard let element = byID[id.text] else { return parts }
        for attribute in element.attributes where !Self.apart.contains(attribute.name.qualified) {
            add(attribute, of: element, at: [], to: &parts)
        }
        for child in element.children where !standsApart(child, in: element) { add(child, at: [], to: &parts) }
        return parts
    }

    /// Compared by itself, told as a connection, or an element of its own.
    private func standsApart(_ child: XmlElement, in element: XmlElement) -> Bool {
        guard child.name.namespace == space else { return false }
        if let tag = ScopeTag(rawValue: child.name.local) { return tag != .property && tag != .ioSpecification }
        return NodeType(rawValue: child.name.local) != nil || Self.apart.contains(child.name.local)
    }

    private static let apart: Set = [
        "id", "name", "default", "sourceRef", "targetRef", "attachedToRef", "gatewayDirection", "triggeredByEvent",
        "incoming", "outgoing", "flowNodeRef", "childLaneSet", "categoryValueRef", "text", "artifact", "participant",
        "messageFlow", "conversation", "subConversation", "callConversation", "conversationLink",
    ]

    private func eventDefinitions(of element: XmlElement) -> [XmlElement] {
        element.children.compactMap { child in
            child.name.local == "eventDefinitionRef" ? byID[child.text.referred] : child
        }.filter { $0.name.namespace == space && EventTag(rawValue: $0.name.local) != nil }
    }
}

extension XmlElement {
    /// Every element by its id, without those of diagrams.
    fileprivate var elementsByID: [String: XmlElement] {
        var (found, rest) = ([String: XmlElement](), children.reversed() as [XmlElement])
        while let one = rest.popLast() {
            if one.name.local == "BPMNDiagram" { continue }
            if let id = one["id"]?.trimmed, found[id] == nil { found[id] = one }
            rest += one.children.reversed()
        }
        return found
    }
}
