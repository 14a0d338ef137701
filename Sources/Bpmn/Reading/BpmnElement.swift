import Xml

/// An element of the file, read in the words of BPMN.
struct BpmnElement {
    let xml: XmlElement
    /// The namespace that this file uses for BPMN.
    let space: String?

    var isBpmn: Bool { xml.name.namespace == space }
    var line: Int { xml.line }
    var tag: String { xml.name.local }

    var children: [BpmnElement] { xml.children.map { BpmnElement(xml: $0, space: space) } }
    var bpmnChildren: [BpmnElement] { children.filter(\.isBpmn) }

    func children(_ word: BpmnWord) -> [BpmnElement] {
        xml.children(word.rawValue, in: space).map { BpmnElement(xml: $0, space: space) }
    }

    func child(_ word: BpmnWord) -> BpmnElement? {
        xml.child(word.rawValue, in: space).map { BpmnElement(xml: $0, space: space) }
    }

    /// An attribute with the white space around it taken off; empty counts as absent.
    subscript(_ word: BpmnWord) -> String? {
        xml[word.rawValue].flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
    }

    var text: String { xml.text.trimmed }

    /// The name as a person reads it; tools write line ends and spaces for layout.
    var name: String? { self[.name] }

    var documentation: [String] { children(.documentation).map(\.text).filter { !$0.isEmpty } }

    var extensions: Extensions {
        Extensions(
            attributes: xml.attributes.filter { $0.name.isForeign(to: space) },
            elements: children(.extensionElements).flatMap { $0.xml.children })
    }

    /// As a diagnostic names it: `userTask "Bellen" (Task_1)`.
    var title: String {
        [tag, name.map { "\"\($0.oneLine)\"" }, self[.id].map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    }
}

extension XmlName {
    fileprivate func isForeign(to space: String?) -> Bool {
        guard let namespace else { return prefix != nil }
        return namespace != space && namespace != BpmnSpace.schemaInstance && namespace != BpmnSpace.xml
    }
}

extension String {
    var trimmed: String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return self }
        if !first.properties.isWhitespace && !last.properties.isWhitespace { return self }
        let head = unicodeScalars.drop { $0.properties.isWhitespace }
        let tail = head.reversed().prefix { $0.properties.isWhitespace }.count
        return String(head.dropLast(tail))
    }

    /// White space of any kind and length as one space.
    public var oneLine: String {
        unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
    }
}
