/// An element with all that stands in it: a tree that can be searched, edited and written back.
public struct XmlElement: Hashable, Sendable {
    public var name: XmlName
    public var declarations: [XmlNamespace]
    public var attributes: [XmlAttribute]
    public var nodes: [XmlNode]
    /// The line of its opening tag; 0 when it was made by the program.
    public var line: Int

    public init(
        _ name: XmlName, declarations: [XmlNamespace] = [], attributes: [XmlAttribute] = [], nodes: [XmlNode] = [],
        line: Int = 0
    ) {
        self.name = name
        self.declarations = declarations
        self.attributes = attributes
        self.nodes = nodes
        self.line = line
    }
}

/// What stands between the tags of an element.
public enum XmlNode: Hashable, Sendable {
    case element(XmlElement)
    case text(String)
    case comment(String)
    case instruction(target: String, data: String)
}

extension XmlElement {
    /// The elements directly inside, in order.
    public var children: [XmlElement] {
        nodes.compactMap { if case .element(let child) = $0 { child } else { nil } }
    }

    /// The text directly inside, its pieces joined.
    public var text: String {
        nodes.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
    }

    public func children(_ local: String, in namespace: String?) -> [XmlElement] {
        children.filter { $0.name.local == local && $0.name.namespace == namespace }
    }

    public func child(_ local: String, in namespace: String?) -> XmlElement? {
        for case .element(let child) in nodes where child.name.local == local && child.name.namespace == namespace {
            return child
        }
        return nil
    }

    /// The value of an attribute; without a namespace when none is given.
    public subscript(_ local: String, in namespace: String? = nil) -> String? {
        get { attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value }
        set {
            let index = attributes.firstIndex { $0.name.local == local && $0.name.namespace == namespace }
            switch (index, newValue) {
            case (let index?, let value?): attributes[index].value = value
            case (let index?, nil): attributes.remove(at: index)
            case (nil, let value?): attributes.append(XmlAttribute(XmlName(local, in: namespace), value))
            case (nil, nil): break
            }
        }
    }
}
