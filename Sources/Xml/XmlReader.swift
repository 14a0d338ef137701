public import Basics

/// Reads a file from front to back in bounded memory: each call gives what comes next.
///
/// Text in any encoding that the file declares; document types and entities are refused, nothing is ever fetched.
public final class XmlReader {
    /// Gives the next bytes of the file, and `nil` at its end.
    public typealias Source = () throws -> [UInt8]?

    private let parser: XmlParser
    private let source: Source
    private var isExhausted = false

    public init(bounds: XmlBounds = .stream, source: @escaping Source) {
        parser = XmlParser(bounds: bounds)
        self.source = source
    }

    public convenience init(_ bytes: [UInt8], bounds: XmlBounds = .stream) {
        var rest: [UInt8]? = bytes
        self.init(bounds: bounds) {
            defer { rest = nil }
            return rest
        }
    }

    /// Where the reader stands in the file, counted from 1.
    public var line: Int { parser.line }

    /// Faults that could be read past, such as a prefix that no one declared.
    public var warnings: [Diagnostic] { parser.warnings }

    /// What comes next; `nil` when the root element has been closed and the file ends well.
    public func next() throws(XmlFault) -> XmlEvent? {
        while let piece = try nextPiece() {
            switch piece {
            case .start(let start): return .start(start)
            case .text(let text): return .text(text)
            case .end(let name): return .end(name)
            case .comment, .instruction: continue
            }
        }
        return nil
    }

    func nextPiece() throws(XmlFault) -> XmlPiece? {
        while true {
            if let piece = parser.pieces.take() { return piece }
            if let fault = parser.fault { throw fault }
            if isExhausted { return nil }
            try feed()
        }
    }

    private func feed() throws(XmlFault) {
        let bytes: [UInt8]?
        do {
            bytes = try source()
        } catch {
            throw .unreadable(error, line: line)
        }
        guard let bytes else {
            isExhausted = true
            return parser.finish()
        }
        parser.feed(bytes)
    }
}
