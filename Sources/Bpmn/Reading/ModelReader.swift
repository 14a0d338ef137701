import Basics
import Xml

/// Reads the tree of a file into a model and writes down every fault that it meets.
struct ModelReader {
    let root: BpmnElement
    var definitions: Definitions
    var diagnostics: [Diagnostic] = []
    /// The first line of each id, to find doubles and references that lead nowhere.
    var lines: [String: Int] = [:]
    /// Event definitions that several events share.
    var sharedEvents: [String: BpmnElement] = [:]
    /// Roles and people by id.
    var resources: [String: String] = [:]
    /// The names of category values, which groups carry.
    var categories: [String: String] = [:]
    private var nameless = 0

    init(_ root: XmlElement) {
        self.root = BpmnElement(xml: root, space: root.name.namespace)
        definitions = Definitions(source: root)
    }

    mutating func read() {
        readHeader()
        collectIDs(root)
        readReferred()
        readProcesses()
        readDiagrams()
        checkReferences()
        noteUnread()
    }

    private mutating func readHeader() {
        definitions.id = root[.id]
        definitions.name = root.name
        definitions.targetNamespace = root[.targetNamespace]
        definitions.exporter = root[.exporter]
        definitions.expressionLanguage = root[.expressionLanguage]
        if root.space != BpmnSpace.model {
            let found = root.space.map { "the namespace \($0)" } ?? "no namespace"
            note(.warning, "namespace", "has \(found); it is read as if it were BPMN 2.0 (\(BpmnSpace.model))", root)
        }
    }

    private mutating func collectIDs(_ element: BpmnElement) {
        for child in element.children {
            if child.isBpmn || isDiagram(child), let id = child[.id] {
                if let line = lines[id] {
                    note(
                        .error, "duplicate-id", "this id is already taken on line \(line); give it one of its own",
                        child)
                } else {
                    lines[id] = child.line
                }
            }
            if child.tag != BpmnWord.extensionElements.rawValue { collectIDs(child) }
        }
    }

    private func isDiagram(_ element: BpmnElement) -> Bool { element.tag.hasPrefix("BPMN") }
}

extension ModelReader {
    mutating func note(_ severity: Diagnostic.Severity, _ code: String, _ message: Phrase, _ element: BpmnElement) {
        diagnostics.append(Diagnostic(severity, code, message, line: element.line, element: element.title))
    }

    /// The id of an element; one is made where the file has none.
    mutating func id(of element: BpmnElement) -> ElementID {
        if let id = element[.id] { return ElementID(id) }
        nameless += 1
        note(.warning, "missing-id", "has no id, so that nothing can refer to it; give it one", element)
        return ElementID("\(element.tag)_\(element.line)_\(nameless)")
    }

    /// What a reference points at, without the prefix that a qualified name may have.
    func reference(_ text: String?) -> ElementID? {
        guard let text = text?.trimmed, !text.isEmpty else { return nil }
        if lines[text] != nil { return ElementID(text) }
        return ElementID(text.split(separator: ":").last.map(String.init) ?? text)
    }

    mutating func flag(_ word: BpmnWord, of element: BpmnElement, else fallback: Bool) -> Bool {
        switch element[word] {
        case nil: return fallback
        case "true", "1": return true
        case "false", "0": return false
        case let odd?:
            note(.warning, "bad-value", "\(word) is \"\(odd)\", should be true or false; taken as \(fallback)", element)
            return fallback
        }
    }

    mutating func number(_ word: BpmnWord, of element: BpmnElement) -> Int? {
        guard let text = element[word] else { return nil }
        if let number = Int(text) { return number }
        note(.error, "bad-value", "\(word) is \"\(text)\", should be a whole number", element)
        return nil
    }

    func expression(_ element: BpmnElement?) -> ModelExpression? {
        guard let element, !element.text.isEmpty else { return nil }
        let own = element[.language]
        return ModelExpression(
            element.text, language: own ?? definitions.expressionLanguage, isOfFile: own == nil, line: element.line)
    }
}
