import Basics

extension Run {
    /// Asks a decision, with all that is known here as its facts (BPMN 10.3.3, DMN).
    mutating func askDecision(_ id: ElementInstance.ID, _ node: Node, _ work: RuleWork) throws(Fault) {
        let decision = try work.decision.text(facts(id))
        switch library.decide(decision, facts(id).all) {
        case .value(let value): complete(id, node, variables: kept(value, under: work.resultVariable))
        case .failed(let reason): throw Fault(.decision(decision, reason: reason))
        }
    }

    /// A decision's answer under its name; without a name the fields of the answer.
    private func kept(_ value: JSON, under name: String?) -> [String: JSON] {
        if let name { return [name: value] }
        guard case .object(let fields) = value else { return ["result": value] }
        return fields
    }
}
