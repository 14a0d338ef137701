import Basics
import Bpmn
import Xml

/// Turns a BPMN model into text to advise from: a heading per step, its documentation, who does it, and a table per choice.
enum BpmnDocument {
    static func text(of bytes: [UInt8]) throws -> String {
        let definitions = try BpmnReading(bytes).definitions
        let title = definitions.name ?? definitions.processes.lazy.compactMap(\.name).first ?? definitions.id ?? "BPMN"
        return "# \(ModelText.line(title))\n\n"
            + definitions.processes.flatMap { process in
                process.documentation.map { ModelText.paragraph($0) } + process.scope.allScopes.map(text)
            }.joined()
    }

    private static func text(_ scope: Scope) -> String {
        let lanes = Dictionary(scope.allLanes.map { ($0.id, $0.name ?? "") }) { first, _ in first }
        return scope.nodes.map { node in
            guard let name = node.name, !name.isEmpty else { return "" }
            let heading = "## \(ModelText.line(name)) (\(node.id))\n\n"
            return heading + node.documentation.map { ModelText.paragraph($0) }.joined()
                + ways(from: node, scope, lanes)
        }.joined()
    }

    /// The rows `who`, `condition`, `next step`; a gateway's question heads the column of its answers.
    private static func ways(from node: FlowNode, _ scope: Scope, _ lanes: [ElementID: String]) -> String {
        let flows = scope.outgoing(of: node.id)
        guard !flows.isEmpty else { return "" }
        let lane = node.lane.flatMap { lanes[$0] } ?? ""
        switch node.kind {
        case .gateway:
            let rows = flows.map { [$0.name ?? $0.condition?.text ?? "-", target(of: $0, scope)] }
            return ModelText.table([node.name ?? "", "Stap"], rows)
        case .activity, .start, .catching, .throwing, .boundary, .choreography, .end:
            let names = flows.map { target(of: $0, scope) }.filter { !$0.isEmpty }
            guard !names.isEmpty || !lane.isEmpty else { return "" }
            return ModelText.table(
                ["Stap", "Wie", "Vervolgstap"], [[node.name ?? "", lane, names.joined(separator: ", ")]])
        }
    }

    private static func target(of flow: SequenceFlow, _ scope: Scope) -> String { scope.nodes[flow.target]?.name ?? "" }
}
