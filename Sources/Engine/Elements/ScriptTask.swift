import Basics

extension Run {
    /// Evaluates a formula and keeps what it gives (BPMN 10.3.3).
    mutating func runScript(_ id: ElementInstance.ID, _ node: Node, _ work: ScriptWork) throws(Fault) {
        let value = try work.formula.value(facts(id))
        complete(id, node, variables: work.resultVariable.map { [$0: value] } ?? [:])
    }
}
