public import Basics

/// Why a whole file is refused: cut off, hostile, or not what it should be. Nothing of it may be taken in.
public struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let diagnostic: Diagnostic

    public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    init(_ code: String, _ message: Phrase, line: Int? = nil, element: String? = nil) {
        diagnostic = Diagnostic(.error, code, message, line: line, element: element)
    }

    public var description: String { diagnostic.description }
}
