import Bpmn

/// The small Markdown in which models are written down for the library.
enum ModelText {
    /// Marks the header of a column that answers.
    static let answerMark = " (uitkomst)"

    /// Of the table of a step: the step, who does it and what comes next.
    static let stepHeaders = ["Stap", "Wie", "Vervolgstap"]

    /// The same of what happens by itself and is nobody's work.
    static let eventHeaders = ["Gebeurtenis", "Wie", "Vervolgstap"]

    static func isStep(_ headers: [String]) -> Bool { headers == stepHeaders || headers == eventHeaders }

    static func line(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    /// `Sleutels tellen (Task_teller)`: a step by its name and its id in the drawing.
    static func named(_ node: FlowNode) -> String {
        let name = line(node.name ?? "")
        return name.isEmpty ? "(\(node.id))" : "\(name) (\(node.id))"
    }

    static func paragraph(_ text: String) -> String { text.trimmed(of: "") + "\n\n" }

    /// A FEEL cell without the quotation marks of its strings.
    static func cell(_ text: String) -> String { text.filter { $0 != "\"" } }

    static func table(_ headers: [String], _ rows: [[String]]) -> String {
        let lines = [row(headers), "|" + String(repeating: "---|", count: headers.count)] + rows.map(row)
        return lines.map { $0 + "\n" }.joined() + "\n"
    }

    static func row(_ cells: [String]) -> String {
        "| " + cells.map { line($0).replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}
