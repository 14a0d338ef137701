public import Basics
public import Xml

/// A BPMN file as read: what it says, and all that is wrong with it at once.
///
/// Only a file that is no XML at all, or no BPMN, is refused; any other fault is named with its line and read past.
public struct BpmnReading: Sendable {
    public let definitions: Definitions
    /// In the order of the file.
    public let diagnostics: [Diagnostic]

    public init(_ bytes: [UInt8], bounds: XmlBounds = .model) throws(XmlFault) {
        try self.init(XmlDocument(bytes, bounds: bounds))
    }

    public init(_ text: String) throws(XmlFault) { try self.init(Array(text.utf8)) }

    public init(_ document: XmlDocument) throws(XmlFault) {
        guard document.root.name.local == BpmnWord.definitions.rawValue else {
            let message: Phrase = "the file is no BPMN: its first element should be <definitions>"
            throw XmlFault(
                Diagnostic(
                    .error, "not-bpmn", message, line: document.root.line, element: document.root.name.qualified))
        }
        var reader = ModelReader(document.root)
        reader.read()
        definitions = reader.definitions
        diagnostics = (document.warnings + reader.diagnostics).inFileOrder
    }
}

extension [Diagnostic] {
    /// By line, otherwise as found.
    var inFileOrder: [Diagnostic] {
        enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }.map(\.element)
    }
}
