/// The name of an element or attribute: equal when namespace and local part are, whatever the prefix (Namespaces 1.0, 7).
public struct XmlName: Sendable {
    public var namespace: String?
    public var local: String
    /// As the file wrote it; only for writing it back.
    public var prefix: String?

    public init(_ local: String, in namespace: String? = nil, prefix: String? = nil) {
        self.namespace = namespace
        self.local = local
        self.prefix = prefix
    }

    /// As it stands in the file: `bpmn:task`.
    public var qualified: String { prefix.map { "\($0):\(local)" } ?? local }
}

extension XmlName: Hashable {
    public static func == (left: XmlName, right: XmlName) -> Bool {
        left.local == right.local && left.namespace == right.namespace
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(local)
        hasher.combine(namespace)
    }
}

extension XmlName: CustomStringConvertible {
    public var description: String { qualified }
}
