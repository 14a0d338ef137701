import Xml

/// The graph of a model as SVG, decisions above what they need, without a single inline style.
public struct DecisionDrawing: Sendable {
    private let graph: DecisionGraph
    private let title: String
    private let here: String?
    private let places: [String: (x: Int, y: Int)]
    private let size: (width: Int, height: Int)

    private static let box = (width: 180, height: 56)
    private static let gap = (across: 32, down: 56)
    private static let margin = 16

    /// `here` is the decision that a page shows beside it.
    public init(_ model: DmnModel, title: String, here: String? = nil) {
        graph = DecisionGraph(model)
        self.title = title
        self.here = here
        let levels = Dictionary(grouping: graph.nodes, by: \.level)
        let (deepest, widest) = (levels.keys.max() ?? 0, levels.values.map(\.count).max() ?? 0)
        let (box, gap, margin) = (Self.box, Self.gap, Self.margin)
        let width = 2 * margin + max(1, widest) * (box.width + gap.across) - gap.across
        size = (width, 2 * margin + (deepest + 1) * (box.height + gap.down) - gap.down)
        places = levels.reduce(into: [:]) { places, level in
            let row = level.value.count * (box.width + gap.across) - gap.across
            for (index, node) in level.value.enumerated() {
                let x = (width - row) / 2 + index * (box.width + gap.across)
                places[node.id] = (x, margin + (deepest - level.key) * (box.height + gap.down))
            }
        }
    }

    public var svg: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="bpmn-diagram dmn-graph" viewBox="0 0 \(size.width) \(size.height)" \
        width="\(size.width)" height="\(size.height)" role="img" aria-label="\(title.xmlAttribute)">\
        \(graph.needs.map(line).joined())\(graph.nodes.map(shape).joined())</svg>
        """
    }

    private func line(_ need: DecisionGraph.Need) -> String {
        guard let from = places[need.from], let to = places[need.to] else { return "" }
        let (x1, y1) = (from.x + Self.box.width / 2, from.y)
        let (x2, y2) = (to.x + Self.box.width / 2, to.y + Self.box.height)
        let kind = need.isKnowledge ? "bpmn-line bpmn-dashed" : "bpmn-line"
        return """
            <path class="\(kind)" d="M\(x1) \(y1)L\(x2) \(y2 + 8)"/>\
            <path class="bpmn-ink" d="M\(x2) \(y2)l-4 9h8z"/>
            """
    }

    private func shape(_ node: DecisionGraph.Node) -> String {
        guard let place = places[node.id] else { return "" }
        let state = node.id == here ? " is-here" : ""
        return
            "<g class=\"bpmn-element\(state)\">\(body(node.kind, place.x, place.y))\(text(node.name, place.x, place.y))</g>"
    }

    /// A decision is a box, an input a stadium, knowledge a box with two corners off (DMN 1.5, 6.2).
    private func body(_ kind: DecisionGraph.Kind, _ x: Int, _ y: Int) -> String {
        let (width, height) = Self.box
        switch kind {
        case .decision: return rectangle(x, y, 0)
        case .input: return rectangle(x, y, height / 2)
        case .knowledge:
            let (right, bottom) = (x + width, y + height)
            return """
                <path class="bpmn-body" d="M\(x + 12) \(y)H\(right)V\(bottom - 12)L\(right - 12) \(bottom)H\(x)V\(y + 12)Z"/>
                """
        }
    }

    private func rectangle(_ x: Int, _ y: Int, _ radius: Int) -> String {
        let (width, height) = Self.box
        return
            "<rect class=\"bpmn-body\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"\(radius)\"/>"
    }

    private func text(_ name: String, _ x: Int, _ y: Int) -> String {
        let lines = Self.lines(name)
        let top = y + Self.box.height / 2 + 4 - (lines.count - 1) * 8
        return lines.enumerated().map { index, line in
            """
            <text class="bpmn-text" x="\(x + Self.box.width / 2)" y="\(top + index * 16)" text-anchor="middle">\
            \(line.xmlText)</text>
            """
        }.joined()
    }

    /// At most two lines of some 24 letters.
    private static func lines(_ name: String) -> [String] {
        var lines: [String] = []
        for word in name.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + word.count < 24 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        let shown = lines.prefix(2).map { $0.count > 26 ? String($0.prefix(25)) + "…" : $0 }
        return lines.count > 2 ? [shown[0], shown[1] + "…"] : Array(shown)
    }
}
