import Xml

extension XmlElement {
    /// For each node of the file, by id, what it is: its element with its events, loops and quantities, but not its name,
    /// connections, remarks or the nodes inside.
    var cores: [String: String] {
        var cores: [String: String] = [:]
        collectCores(into: &cores)
        return cores
    }

    private func collectCores(into cores: inout [String: String]) {
        for child in children {
            if NodeType(rawValue: child.name.local) != nil, let id = child["id"] { cores[id] = child.core }
            if child.name.local != BpmnWord.extensionElements.rawValue { child.collectCores(into: &cores) }
        }
    }

    private var core: String {
        let own = attributes.filter {
            $0.name.namespace == nil && !["id", "name", "default"].contains($0.name.local)
        }
        let parts = children.filter { !$0.standsApart }
        return Self.signature(name.local, own, parts)
    }

    /// Compared by itself, or by an aspect of its own.
    private var standsApart: Bool {
        NodeType(rawValue: name.local) != nil || ScopeTag(rawValue: name.local) != nil
            || [
                "documentation", "extensionElements", "incoming", "outgoing", "dataInputAssociation",
                "dataOutputAssociation",
            ]
            .contains(name.local)
    }

    /// The same for files that say the same, whatever their prefixes and layout.
    private static func signature(_ name: String, _ attributes: [XmlAttribute], _ children: [XmlElement]) -> String {
        let written = attributes.map { "\($0.name.local)=\($0.value)" }.sorted().joined(separator: ",")
        return "\(name)(\(written)){\(children.map(\.signature).joined(separator: ";"))}"
    }

    private var signature: String {
        let own = attributes.filter { $0.name.namespace == nil && $0.name.local != "id" }
        return Self.signature(name.local, own, children) + text.trimmed
    }
}
