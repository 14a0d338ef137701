public import Xml

/// Everything on an element that is not BPMN, as it stands in the file.
public struct Extensions: Hashable, Sendable {
    public var attributes: [XmlAttribute] = []
    public var elements: [XmlElement] = []

    public init(attributes: [XmlAttribute] = [], elements: [XmlElement] = []) {
        self.attributes = attributes
        self.elements = elements
    }

    public var isEmpty: Bool { attributes.isEmpty && elements.isEmpty }
}
