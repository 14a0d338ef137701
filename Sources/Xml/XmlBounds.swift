/// How much of a file that anyone may have made is taken in before it is refused.
public struct XmlBounds: Hashable, Sendable {
    /// Elements inside one another.
    public var depth: Int
    /// Attributes and namespace declarations on one element.
    public var attributes: Int
    /// Bytes of one tag with all its attributes, or of one comment.
    public var tag: Int
    /// Bytes of text between two tags.
    public var text: Int
    /// Elements in the whole file.
    public var elements: Int
    /// Bytes of the whole file.
    public var total: Int

    public init(
        depth: Int = 256, attributes: Int = 512, tag: Int = 128 << 10, text: Int = 16 << 20,
        elements: Int = .max, total: Int = 4 << 30
    ) {
        self.depth = depth
        self.attributes = attributes
        self.tag = tag
        self.text = text
        self.elements = elements
        self.total = total
    }

    /// For files that are read piece by piece, such as bank statements and event logs.
    public static let stream = XmlBounds()
    /// For files that are kept in memory as a tree, such as process models and invoices.
    public static let tree = XmlBounds(elements: 250_000, total: 64 << 20)
}
