import Basics
import Xml

/// A small element of a bank file with all that is in it, by local names.
struct CamtNode {
    let name: String
    let currency: String?
    let line: Int
    var text = ""
    var children: [CamtNode] = []

    init(_ start: XmlStart) {
        (name, currency, line) = (start.name.local, start["Ccy"], start.line)
    }

    /// The first element down a path of names.
    func find(_ path: String...) -> CamtNode? {
        var node: CamtNode? = self
        for name in path { node = node?.children.first { $0.name == name } }
        return node
    }

    func all(_ name: String) -> [CamtNode] { children.filter { $0.name == name } }

    /// The text down a path; `nil` when it is empty.
    func value(_ path: String...) -> String? {
        var node: CamtNode? = self
        for name in path { node = node?.children.first { $0.name == name } }
        guard let text = node?.text.trimmed, !text.isEmpty else { return nil }
        return text
    }
}

extension XmlReader {
    /// The rest of an element whose opening was just read, if it is small; a large one makes the file refused.
    func small(_ start: XmlStart) throws -> CamtNode {
        var open = [CamtNode(start)]
        var (nodes, bytes) = (1, 0)
        while let event = try next() {
            switch event {
            case .start(let inner):
                nodes += 1
                open.append(CamtNode(inner))
            case .text(let text):
                bytes += text.utf8.count
                if !text.isBlank { open[open.count - 1].text += text }
            case .end:
                let done = open.removeLast()
                guard let parent = open.indices.last else { return done }
                open[parent].children.append(done)
            }
            guard nodes <= 5_000, bytes <= 256 << 10 else {
                throw FileFault(
                    "camt-out-of-bounds", "an element is too large", line: start.line, element: start.name.local)
            }
        }
        throw FileFault("camt-cut-off", "the file stops half way", line: line)
    }

    /// Passes over the rest of an element, however large.
    func skip() throws {
        var depth = 1
        while depth > 0, let event = try next() {
            switch event {
            case .start: depth += 1
            case .end: depth -= 1
            case .text: break
            }
        }
    }
}
