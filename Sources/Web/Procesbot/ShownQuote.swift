import Procesbot

/// Words of a source as a casemanager reads them. What is kept, and what the link opens, stays byte for byte.
enum ShownQuote {
    /// A row of a table as its cells, a drawing's steps without their codes; any other words as they are.
    static func text(_ quote: String, of source: QuotedSource) -> String {
        guard quote.isRow else { return quote }
        let rows = quote.split(whereSeparator: \.isNewline).map { line in
            cells(of: line).map { source.isDrawing ? withoutCodes($0) : $0 }.filter { !$0.isEmpty && $0 != "-" }
                .joined(separator: " · ")
        }
        return rows.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private static func cells(of line: Substring) -> [String] {
        line.split(separator: "|").map { String($0).trimmingSpace }
    }

    /// `Termijn gemist (termijn-gemist)` as `Termijn gemist`: the code is the drawing's own, behind each name.
    static func withoutCodes(_ text: String) -> String {
        text.replacing(#/ ?\([^()\s]+\)(?=, |$)/#, with: "").trimmingSpace
    }
}

extension QuotedSource {
    /// Whether it is a drawing or a decision table that was written out.
    var isDrawing: Bool { document.hasSuffix(".bpmn") || document.hasSuffix(".dmn") }

    /// Its heading as people call it; nothing for a step without a name.
    var shownHeading: String {
        guard isDrawing else { return heading }
        let plain = ShownQuote.withoutCodes(heading)
        return plain.isEmpty ? "" : plain
    }
}

extension String {
    /// Whether it is a row of a table as Markdown writes it.
    fileprivate var isRow: Bool { hasPrefix("|") }
}

extension AdviceStep {
    /// Why, without the heading that stands at its source already.
    var shownWhy: String {
        sources.map(\.heading).filter { !$0.isEmpty }.reduce(why) { text, heading in
            text.replacing(" Zie \(heading).", with: "").replacing(": \(heading).", with: ".")
        }
    }
}
