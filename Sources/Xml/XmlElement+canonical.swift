extension XmlElement {
    /// The element in Canonical XML 1.0 without comments: equal for files that say the same.
    public var canonical: String {
        var output = ""
        writeCanonical(to: &output, known: [:])
        return output
    }

    private func writeCanonical(to output: inout String, known: [String: String]) {
        let fresh = declarations.filter { known[$0.prefix ?? "", default: ""] != $0.uri }
        let scope = fresh.reduce(into: known) { $0[$1.prefix ?? ""] = $1.uri }
        output += "<\(name.qualified)"
        for space in fresh.sorted(by: { ($0.prefix ?? "") < ($1.prefix ?? "") }) {
            output += " xmlns\(space.prefix.map { ":\($0)" } ?? "")=\"\(space.uri.canonicalAttribute)\""
        }
        for attribute in attributes.sorted(by: { $0.canonicalOrder < $1.canonicalOrder }) {
            output += " \(attribute.name.qualified)=\"\(attribute.value.canonicalAttribute)\""
        }
        output += ">"
        for node in nodes { node.writeCanonical(to: &output, known: scope) }
        output += "</\(name.qualified)>"
    }

    fileprivate func writeCanonicalChild(to output: inout String, known: [String: String]) {
        writeCanonical(to: &output, known: known)
    }
}

extension XmlNode {
    fileprivate func writeCanonical(to output: inout String, known: [String: String]) {
        switch self {
        case .element(let child): child.writeCanonicalChild(to: &output, known: known)
        case .text(let text): output += text.canonicalText
        case .comment: break
        case .instruction(let target, let data): output += data.isEmpty ? "<?\(target)?>" : "<?\(target) \(data)?>"
        }
    }
}

extension XmlAttribute {
    fileprivate var canonicalOrder: (String, String) { (name.namespace ?? "", name.local) }
}

extension String {
    fileprivate var canonicalText: String { replacingEach(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"]) }

    fileprivate var canonicalAttribute: String {
        replacingEach(["&": "&amp;", "<": "&lt;", "\"": "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"])
    }

    private func replacingEach(_ table: [Unicode.Scalar: String]) -> String {
        guard unicodeScalars.contains(where: { table[$0] != nil }) else { return self }
        return unicodeScalars.reduce(into: "") { $0 += table[$1] ?? String($1) }
    }
}
