/// Writes XML piece by piece, well formed and escaped whatever it is given.
public struct XmlWriter: Sendable {
    public private(set) var output: String
    private var open: [(name: String, isEmpty: Bool)] = []
    private let indents: Bool
    private var lastWasText = false

    /// With `indents`, each element starts a line of its own, unless text stands beside it.
    public init(declaration: Bool = true, indents: Bool = false) {
        output = declaration ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : ""
        self.indents = indents
    }

    public mutating func start(_ name: String, _ attributes: [(String, String)] = []) {
        fill()
        if !lastWasText { breakLine(open.count) }
        output += "<\(name)"
        for (key, value) in attributes { output += " \(key)=\"\(value.xmlAttribute)\"" }
        open.append((name, true))
        lastWasText = false
    }

    public mutating func text(_ text: String) {
        guard !text.isEmpty else { return }
        fill()
        output += text.xmlText
        lastWasText = true
    }

    public mutating func end() {
        guard let (name, isEmpty) = open.popLast() else { return }
        if isEmpty {
            output += "/>"
        } else {
            if !lastWasText { breakLine(open.count) }
            output += "</\(name)>"
        }
        lastWasText = false
    }

    /// An element with nothing but text in it.
    public mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String = "") {
        start(name, attributes)
        self.text(text)
        end()
    }

    /// Text that is XML already, made by another writer.
    public mutating func raw(_ xml: String) {
        fill()
        output += xml
        lastWasText = true
    }

    public mutating func comment(_ text: String) {
        fill()
        output += "<!--\(text.replacing("--", with: "- -"))\(text.hasSuffix("-") ? " " : "")-->"
    }

    public mutating func instruction(target: String, data: String) {
        fill()
        output += data.isEmpty ? "<?\(target)?>" : "<?\(target) \(data.replacing("?>", with: "? >"))?>"
    }

    /// Ends a start tag that turns out to have content.
    private mutating func fill() {
        guard let last = open.indices.last, open[last].isEmpty else { return }
        output += ">"
        open[last].isEmpty = false
    }

    private mutating func breakLine(_ depth: Int) {
        guard indents, !output.isEmpty else { return }
        if !output.hasSuffix("\n") { output += "\n" }
        output += String(repeating: "  ", count: depth)
    }
}
