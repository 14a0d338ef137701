/// An attribute as it stands on its element.
public struct XmlAttribute: Hashable, Sendable {
    public var name: XmlName
    public var value: String

    public init(_ name: XmlName, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A namespace that an element declares; no prefix means the default namespace.
public struct XmlNamespace: Hashable, Sendable {
    public var prefix: String?
    public var uri: String

    public init(_ prefix: String?, _ uri: String) {
        self.prefix = prefix
        self.uri = uri
    }
}

/// The opening of an element.
public struct XmlStart: Hashable, Sendable {
    public let name: XmlName
    public let attributes: [XmlAttribute]
    public let declarations: [XmlNamespace]
    public let line: Int

    /// The value of an attribute without a namespace.
    public subscript(_ local: String) -> String? {
        attributes.first { $0.name.local == local && $0.name.namespace == nil }?.value
    }
}

/// What a reader meets next in a file.
public enum XmlEvent: Hashable, Sendable {
    case start(XmlStart)
    /// All text up to the next tag, entities resolved.
    case text(String)
    case end(XmlName)
}
