import Xml

/// Reads the text of an OpenDocument file (ODF 1.3, part 3, 5 and 9) as Markdown: headings, lists, and tables with their header.
struct OdtReader {
    private let ordered: Set<String>
    private static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    private static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    private static let style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"

    /// The Markdown of `content.xml`.
    static func markdown(of content: [UInt8]) throws -> String {
        let root = try XmlDocument(content).root
        let styles = root.children.filter { $0.name.local == "automatic-styles" }.flatMap(\.children)
        let numbered = styles.filter { $0.children.first?.name.local == "list-level-style-number" }
        let reader = OdtReader(ordered: Set(numbered.compactMap { $0["name", in: style] }))
        let body = root.children.first { $0.name.local == "body" }?.children.first
        return body.map { reader.blocks(in: $0) } ?? ""
    }

    private func blocks(in parent: XmlElement) -> String {
        parent.children.map { block($0) }.joined()
    }

    private func block(_ element: XmlElement) -> String {
        switch element.name.local {
        case "h":
            let level = min(6, max(1, element["outline-level", in: Self.text].flatMap { Int($0) } ?? 1))
            return String(repeating: "#", count: level) + " " + line(element) + "\n\n"
        case "p":
            let words = line(element)
            return words.isEmpty ? "" : words + "\n\n"
        case "list": return items(of: element, depth: 0, isOrdered(element)) + "\n"
        case "table": return rows(of: element)
        // What was struck out, and what a colleague wrote beside it, is not what the document says.
        case "tracked-changes", "annotation", "sequence-decls", "table-of-content", "alphabetical-index": return ""
        default: return blocks(in: element)
        }
    }

    private func isOrdered(_ list: XmlElement) -> Bool {
        list["style-name", in: Self.text].map(ordered.contains) ?? false
    }

    private func items(of list: XmlElement, depth: Int, _ isOrdered: Bool) -> String {
        let mark = String(repeating: "  ", count: min(6, depth)) + (isOrdered ? "1. " : "- ")
        return list.children.map { item in
            let own = item.children.filter { $0.name.local != "list" }.map(line).filter { !$0.isEmpty }
            let inner = item.children.filter { $0.name.local == "list" }
            return (own.isEmpty ? "" : mark + own.joined(separator: " ") + "\n")
                + inner.map { items(of: $0, depth: depth + 1, isOrdered) }.joined()
        }.joined()
    }

    private func rows(of table: XmlElement) -> String {
        let rows = allRows(in: table).map { row in
            row.children.filter { $0.name.local == "table-cell" || $0.name.local == "covered-table-cell" }
                .map { line($0).replacing("|", with: "\\|") }
        }
        guard let header = rows.first else { return "" }
        func written(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        return written(header) + "|" + String(repeating: "---|", count: header.count) + "\n"
            + rows.dropFirst().map(written).joined() + "\n"
    }

    private func allRows(in element: XmlElement) -> [XmlElement] {
        element.children.flatMap { child -> [XmlElement] in
            switch child.name.local {
            case "table-row": return [child]
            case "table-header-rows", "table-rows", "table-row-group": return allRows(in: child)
            default: return []
            }
        }
    }

    /// All words inside, on one line.
    private func line(_ element: XmlElement) -> String {
        words(element).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func words(_ element: XmlElement) -> String {
        element.nodes.map { node in
            switch node {
            case .text(let text): text
            case .element(let child): inner(child)
            case .comment, .instruction: ""
            }
        }.joined()
    }

    private func inner(_ child: XmlElement) -> String {
        switch child.name.local {
        case "s", "tab", "line-break": " "
        case "annotation", "note-citation", "tracked-changes": ""
        case "note": " (" + words(child) + ")"
        case "p", "h", "list-item": words(child) + " "
        default: words(child)
        }
    }
}
