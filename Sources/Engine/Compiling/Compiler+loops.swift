import Basics
import Bpmn

extension Compiler {
    mutating func loop(_ loop: Loop, of node: FlowNode, in scope: Int) -> LoopRule? {
        switch loop {
        case .standard(let standard): return standardLoop(standard, of: node)
        case .multiInstance(let multi): return multiInstance(multi, of: node, in: scope)
        }
    }

    private mutating func standardLoop(_ loop: StandardLoop, of node: FlowNode) -> LoopRule? {
        if let maximum = loop.maximum, maximum < 0 {
            refuse("loop-maximum", "loopMaximum must not be below 0 (BPMN 10.3.8.1)", node.line, node.id.text)
        }
        let condition = loop.condition.flatMap { formula($0, of: node.id.text) }
        return LoopRule(
            rounds: .condition(condition, testBefore: loop.testBefore, maximum: loop.maximum), isSequential: true,
            completion: nil, outputCollection: nil, outputElement: nil, events: [])
    }

    private mutating func multiInstance(_ multi: MultiInstance, of node: FlowNode, in scope: Int) -> LoopRule? {
        guard let rounds = rounds(multi, of: node, in: scope) else {
            refuse("multi-instance", "says neither how often nor over what it repeats", node.line, node.id.text)
            return nil
        }
        return LoopRule(
            rounds: rounds, isSequential: multi.isSequential,
            completion: multi.completionCondition.flatMap { formula($0, of: node.id.text) },
            outputCollection: multi.outputCollection
                ?? multi.loopDataOutput.flatMap { source($0, of: node, in: scope) },
            outputElement: multi.outputElement.flatMap { formula($0, of: node.id.text) }
                ?? multi.outputDataItem.map { Formula(variable: $0.name ?? $0.id.text) },
            events: events(multi.behavior, node))
    }

    private mutating func rounds(_ multi: MultiInstance, of node: FlowNode, in scope: Int) -> LoopRule.Rounds? {
        let element = multi.elementVariable ?? multi.inputDataItem.map { $0.name ?? $0.id.text }
        if let collection = multi.collection, let formula = computed(collection.text, of: node) {
            return .collection(formula, element: element)
        }
        if let cardinality = multi.cardinality {
            return formula(cardinality, of: node.id.text).map { .cardinality($0) }
        }
        return multi.loopDataInput.flatMap { source($0, of: node, in: scope) }.map {
            .collection(Formula(variable: $0), element: element)
        }
    }

    /// The data behind an input or output of the activity, else the data itself.
    private func source(_ id: ElementID, of node: FlowNode, in scope: Int) -> String? {
        guard let data = node.activity?.data else { return variable(id, of: node, in: scope) }
        if let input = data.inputAssociations.first(where: { $0.target == id })?.sources.first {
            return variable(input, of: node, in: scope)
        }
        if let output = data.outputAssociations.first(where: { $0.sources.contains(id) })?.target {
            return variable(output, of: node, in: scope)
        }
        return variable(id, of: node, in: scope)
    }

    private mutating func events(_ behavior: MultiInstanceBehavior, _ node: FlowNode) -> [RoundEvent] {
        switch behavior {
        case .all: return []
        case .none(let outcome):
            return outcome.flatMap { throwing($0, node) }.map { [RoundEvent(when: .every, throwing: $0)] } ?? []
        case .one(let outcome):
            return outcome.flatMap { throwing($0, node) }.map { [RoundEvent(when: .first, throwing: $0)] } ?? []
        case .complex(let rules):
            return rules.compactMap { rule in
                guard let outcome = rule.outcome.flatMap({ throwing($0, node) }) else { return nil }
                let condition = rule.condition.flatMap { formula($0, of: node.id.text) }
                return RoundEvent(when: condition.map { .condition($0) } ?? .every, throwing: outcome)
            }
        }
    }
}
