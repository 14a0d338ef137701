import Xml

extension XmlElement {
    /// Puts these in the places of the children of a name, in order; more of them come behind the last, or behind those names.
    mutating func replace(_ local: String, with new: [XmlElement], behind earlier: [String], _ namespace: String?) {
        let places = nodes.indices.filter { name(at: $0, namespace) == local }
        for (place, element) in zip(places, new) { nodes[place] = .element(element) }
        if new.count > places.count {
            let before = Set(earlier.prefix { $0 != local })
            let last = places.last ?? nodes.lastIndex { node in before.contains(node.local(namespace) ?? "") }
            nodes.insert(contentsOf: new.dropFirst(places.count).map(XmlNode.element), at: last.map { $0 + 1 } ?? 0)
        }
        for place in places.dropFirst(new.count).reversed() { nodes.remove(at: place) }
    }

    /// Writes the text of a cell or expression, unless it says that already.
    mutating func setText(_ text: String, _ namespace: String?) {
        var child = child("text", in: namespace)
        guard child == nil || child?.text.trimmedSpace != text.trimmedSpace else { return }
        if child == nil { child = XmlElement(XmlName("text", in: namespace, prefix: name.prefix)) }
        child?.nodes = [.text(text)]
        replace("text", with: child.map { [$0] } ?? [], behind: ["description", "extensionElements"], namespace)
    }

    /// Writes a part that has a text, and takes it away where there is none.
    mutating func setPart(_ local: String, _ text: String?, behind earlier: [String], _ namespace: String?) {
        guard let text, !text.trimmedSpace.isEmpty else {
            return replace(local, with: [], behind: [], namespace)
        }
        var part = child(local, in: namespace) ?? XmlElement(XmlName(local, in: namespace, prefix: name.prefix))
        part.setText(text, namespace)
        replace(local, with: [part], behind: ["description", "extensionElements"] + earlier, namespace)
    }

    /// Writes the type, unless it says that already, be it in words of another program.
    mutating func setType(_ type: String?, _ namespace: String?) {
        let old = self["typeRef"] ?? child("typeRef", in: namespace)?.text
        guard old.flatMap(DmnReader.typeName) != type else { return }
        self["typeRef"] = type
        replace("typeRef", with: [], behind: [], namespace)
    }

    private func name(at place: Int, _ namespace: String?) -> String? { nodes[place].local(namespace) }
}

extension XmlNode {
    fileprivate func local(_ namespace: String?) -> String? {
        guard case .element(let child) = self, child.name.namespace == namespace else { return nil }
        return child.name.local
    }
}

extension String {
    /// Without space around it.
    var trimmedSpace: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
