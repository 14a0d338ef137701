public import Xml

extension Definitions {
    /// The file, with every element, attribute, extension and shape that it was read with.
    public func written() -> String { source.written() }

    /// The file after a change to one element, read again so that all of the model follows from it.
    public func editing(
        _ id: ElementID, _ change: (inout XmlElement) -> Void
    ) throws(XmlFault) -> BpmnReading {
        var edited = source
        edited.change(id.text, change)
        return try BpmnReading(edited.written())
    }
}

extension XmlElement {
    /// Finds an element by its id and changes it; tells whether it is there.
    @discardableResult
    mutating func change(_ id: String, _ change: (inout XmlElement) -> Void) -> Bool {
        if self["id"] == id {
            change(&self)
            return true
        }
        for index in nodes.indices {
            guard case .element(var child) = nodes[index], child.change(id, change) else { continue }
            nodes[index] = .element(child)
            return true
        }
        return false
    }
}
