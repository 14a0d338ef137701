extension XmlElement {
    /// The element as a file, with the prefixes and declarations it was read with.
    public func written(declaration: Bool = true) -> String {
        var writer = XmlWriter(declaration: declaration)
        write(to: &writer, known: ["xml": "http://www.w3.org/XML/1998/namespace"])
        return writer.output
    }

    private func write(to writer: inout XmlWriter, known: [String: String]) {
        var scope = NamespaceScope(known: known, element: self)
        let tag = scope.tag(name)
        let attributes = attributes.map { (scope.attribute($0.name), $0.value) }
        writer.start(tag, scope.declared.map { ($0.prefix.map { "xmlns:\($0)" } ?? "xmlns", $0.uri) } + attributes)
        for node in nodes {
            switch node {
            case .element(let child): child.write(to: &writer, known: scope.known)
            case .text(let text): writer.text(text)
            case .comment(let text): writer.comment(text)
            case .instruction(let target, let data): writer.instruction(target: target, data: data)
            }
        }
        writer.end()
    }
}

/// The prefixes that hold inside an element; names that none covers get a declaration of their own.
private struct NamespaceScope {
    /// Namespaces by prefix; the default one under the empty prefix.
    private(set) var known: [String: String]
    private(set) var declared: [XmlNamespace]

    init(known: [String: String], element: XmlElement) {
        self.known = known
        declared = element.declarations
        for space in declared { self.known[space.prefix ?? ""] = space.uri }
    }

    mutating func tag(_ name: XmlName) -> String {
        guard let namespace = name.namespace, !namespace.isEmpty else {
            if name.prefix == nil, known["", default: ""] != "" { declare(nil, "") }
            return name.qualified
        }
        if known[name.prefix ?? ""] == namespace { return name.qualified }
        if let prefix = prefix(of: namespace, butNot: nil) {
            return prefix.isEmpty ? name.local : "\(prefix):\(name.local)"
        }
        declare(name.prefix, namespace)
        return name.qualified
    }

    mutating func attribute(_ name: XmlName) -> String {
        guard let namespace = name.namespace, !namespace.isEmpty else { return name.qualified }
        if let prefix = name.prefix, known[prefix] == namespace { return name.qualified }
        if let prefix = prefix(of: namespace, butNot: "") { return "\(prefix):\(name.local)" }
        let prefix = name.prefix.flatMap { known[$0] == nil ? $0 : nil } ?? freshPrefix()
        declare(prefix, namespace)
        return "\(prefix):\(name.local)"
    }

    private func prefix(of namespace: String, butNot excluded: String?) -> String? {
        known.filter { $0.value == namespace && $0.key != excluded }.map(\.key).min()
    }

    private func freshPrefix() -> String {
        var number = 1
        while known["ns\(number)"] != nil { number += 1 }
        return "ns\(number)"
    }

    private mutating func declare(_ prefix: String?, _ uri: String) {
        declared.removeAll { $0.prefix == prefix }
        declared.append(XmlNamespace(prefix, uri))
        known[prefix ?? ""] = uri
    }
}
