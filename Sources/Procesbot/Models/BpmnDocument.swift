import Basics
import Bpmn
import Xml

/// Turns a BPMN model into text to advise from: a heading per step, its documentation, who does it, and a table per choice.
/// ``ModelGraph`` reads the graph back from it, so that what is walked is what is cited.
enum BpmnDocument {
    static func text(of bytes: [UInt8]) throws -> String {
        let definitions = try BpmnReading(bytes).definitions
        let title = definitions.name ?? definitions.processes.lazy.compactMap(\.name).first ?? definitions.id ?? "BPMN"
        return "# \(ModelText.line(title))\n\n"
            + definitions.processes.flatMap { process in
                process.documentation.map { ModelText.paragraph($0) }
                    + [ScopeText(scope: process.scope, onward: []).text]
            }.joined()
    }
}

extension BpmnDocument {
    /// The conditions of its choices, by the rows that ``text(of:)`` writes for them.
    static func logic(of definitions: Definitions) -> ModelLogic {
        var logic = ModelLogic()
        logic.places = ModelPlaces(of: definitions)
        for process in definitions.processes { ScopeText(scope: process.scope, onward: []).add(to: &logic) }
        return logic
    }
}

/// The text of one scope; what ends in it goes on behind the sub-process that it is the inside of.
private struct ScopeText {
    let scope: Scope
    let onward: [String]

    var text: String {
        let lanes = Dictionary(scope.allLanes.map { ($0.id, $0.name ?? "") }) { first, _ in first }
        return scope.nodes.map { text(of: $0, lanes) }.joined()
    }

    private func text(of node: FlowNode, _ lanes: [ElementID: String]) -> String {
        let inside = inner(of: node)?.text ?? ""
        guard isShown(node) else { return inside }
        return "## \(ModelText.named(node))\n\n" + node.documentation.map { ModelText.paragraph($0) }.joined()
            + ways(from: node, lanes) + inside
    }

    private func inner(of node: FlowNode) -> ScopeText? {
        guard let scope = node.innerScope, !scope.nodes.isEmpty else { return nil }
        return ScopeText(scope: scope, onward: targets(behind: node, seen: []))
    }

    /// The rows `who`, `condition`, `next step`; a gateway's question heads the column of its answers.
    private func ways(from node: FlowNode, _ lanes: [ElementID: String]) -> String {
        if case .gateway = node.kind, isChoice(node) {
            return ModelText.table([node.name ?? "", "Stap"], scope.outgoing(of: node.id).map(row))
        }
        let lane = node.lane.flatMap { lanes[$0] } ?? ""
        let next = inner(of: node)?.first ?? targets(behind: node, seen: [])
        guard !next.isEmpty || !lane.isEmpty else { return "" }
        return ModelText.table(
            node.isEvent ? ModelText.eventHeaders : ModelText.stepHeaders,
            [[node.name ?? "", lane, next.joined(separator: ", ")]])
    }

    private func row(of flow: SequenceFlow) -> [String] {
        [label(of: flow), targets(of: flow, seen: []).joined(separator: ", ")]
    }

    func add(to logic: inout ModelLogic) {
        for node in scope.nodes {
            inner(of: node)?.add(to: &logic)
            guard case .gateway(let gateway) = node.kind, isChoice(node) else { continue }
            logic.add(choice(of: gateway, at: node), as: node.id.text)
        }
    }

    private func choice(of gateway: Gateway, at node: FlowNode) -> ModelLogic.Choice {
        var choice = ModelLogic.Choice(isExclusive: gateway.isExclusive)
        for flow in scope.outgoing(of: node.id) {
            let test = flow.condition.flatMap { ModelTest(condition: $0.text) }
            choice.add(
                ModelLogic.Row(
                    tests: [test.map { .test($0) } ?? .unread], isRest: test == nil && flow.id == gateway.defaultFlow),
                as: ModelText.row(row(of: flow)))
        }
        return choice
    }

    /// What a way out is called, with the numbers of its condition: the name is for people, the condition is exact.
    private func label(of flow: SequenceFlow) -> String {
        let condition = flow.condition.map { FeelWords.condition($0.text) } ?? ""
        guard let name = flow.name, !name.allSatisfy(\.isWhitespace) else { return condition.isEmpty ? "-" : condition }
        let isCounted = condition.contains(where: \.isNumber) && condition.split(separator: " ").count <= 6
        let saysIt = !QuantityReader.quantities(in: Tokenizer.tokens(of: name)).isEmpty
        return isCounted && !saysIt ? "\(name) (\(condition))" : name
    }

    /// Where the inside of a sub-process begins.
    private var first: [String] {
        scope.nodes.filter { $0.incoming.isEmpty && !$0.isBoundary }.flatMap { node in
            isShown(node) ? [ModelText.named(node)] : targets(behind: node, seen: [])
        }
    }

    private func targets(behind node: FlowNode, seen: Set<ElementID>) -> [String] {
        if case .end = node.kind { return onward }
        return distinct(scope.outgoing(of: node.id).flatMap { targets(of: $0, seen: seen.union([node.id])) })
    }

    /// The named steps that a flow leads to, through what has no name of its own.
    private func targets(of flow: SequenceFlow, seen: Set<ElementID>) -> [String] {
        guard let node = scope.nodes[flow.target], !seen.contains(node.id) else { return [] }
        return isShown(node) ? [ModelText.named(node)] : targets(behind: node, seen: seen)
    }

    private func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private func isChoice(_ node: FlowNode) -> Bool { scope.outgoing(of: node.id).count > 1 }

    /// A node with a name, or a choice, which has conditions even where it has no name.
    private func isShown(_ node: FlowNode) -> Bool {
        if let name = node.name, !name.allSatisfy(\.isWhitespace) { return true }
        if case .gateway = node.kind { return isChoice(node) }
        return false
    }
}

extension Gateway {
    fileprivate var isExclusive: Bool {
        if case .exclusive = self { return true }
        return false
    }
}

extension FlowNode {
    fileprivate var isEvent: Bool {
        switch kind {
        case .start, .end, .catching, .throwing, .boundary: true
        case .activity, .gateway, .choreography: false
        }
    }

    fileprivate var isBoundary: Bool {
        if case .boundary = kind { return true }
        return false
    }
}
