public import Basics

/// Why a file was not read on: not well formed, cut off, or past a bound.
public struct XmlFault: Error, Hashable, CustomStringConvertible {
    public let diagnostic: Diagnostic

    public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    public var description: String { diagnostic.description }
}

extension XmlFault {
    static func outOfBounds(_ what: Phrase, line: Int) -> XmlFault {
        XmlFault(Diagnostic(.error, "xml-out-of-bounds", "\(what); the file is refused", line: line))
    }

    static func notWellFormed(_ flaw: XmlFlaw, _ said: String, line: Int) -> XmlFault {
        XmlFault(Diagnostic(.error, flaw.code, flaw.message(said), line: line))
    }

    static func documentType(line: Int) -> XmlFault {
        let message: Phrase = "document type declarations (<!DOCTYPE …>) are refused; remove it from the file"
        return XmlFault(Diagnostic(.error, "xml-document-type", message, line: line))
    }

    static func unreadable(_ cause: any Error, line: Int) -> XmlFault {
        XmlFault(Diagnostic(.error, "xml-unreadable", "the file could not be read: \(cause)", line: line))
    }
}
