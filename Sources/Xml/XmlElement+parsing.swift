public import Basics

/// A whole file as a tree, with what could be read past.
public struct XmlDocument: Sendable {
    public var root: XmlElement
    public let warnings: [Diagnostic]

    public init(_ bytes: [UInt8], bounds: XmlBounds = .tree) throws(XmlFault) {
        guard !bytes.isEmpty else {
            throw XmlFault(Diagnostic(.error, "xml-not-well-formed", "the file is empty", line: 1))
        }
        try self.init(XmlReader(bytes, bounds: bounds))
    }

    public init(_ text: String, bounds: XmlBounds = .tree) throws(XmlFault) {
        try self.init(Array(text.utf8), bounds: bounds)
    }

    public init(_ reader: XmlReader) throws(XmlFault) {
        var growing = GrowingTree()
        while let piece = try reader.nextPiece() { growing.take(piece) }
        guard let root = growing.root else {
            throw XmlFault(Diagnostic(.error, "xml-not-well-formed", "the file has no element", line: reader.line))
        }
        self.root = root
        warnings = reader.warnings
    }
}

extension XmlReader {
    /// The rest of an element whose opening was just read, as a tree; for files that are too long to keep.
    public func element(from start: XmlStart) throws(XmlFault) -> XmlElement {
        var growing = GrowingTree()
        growing.take(.start(start))
        while growing.root == nil, let piece = try nextPiece() { growing.take(piece) }
        return growing.root ?? XmlElement(start.name, line: start.line)
    }
}

private struct GrowingTree {
    private var open: [XmlElement] = []
    private(set) var root: XmlElement?

    mutating func take(_ piece: XmlPiece) {
        switch piece {
        case .start(let start):
            open.append(
                XmlElement(
                    start.name, declarations: start.declarations, attributes: start.attributes, line: start.line))
        case .end: close()
        case .text(let text): add(.text(text))
        case .comment(let text): add(.comment(text))
        case .instruction(let target, let data): add(.instruction(target: target, data: data))
        }
    }

    private mutating func close() {
        guard let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { add(.element(element)) }
    }

    /// Comments before and after the root are let go.
    private mutating func add(_ node: XmlNode) {
        if !open.isEmpty { open[open.count - 1].nodes.append(node) }
    }
}
