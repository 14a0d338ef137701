import Basics

extension Run {
    /// Calls a service by the name of its work (BPMN 10.3.3).
    mutating func callService(_ id: ElementInstance.ID, _ node: Node, _ work: ServiceWork) throws(Fault) {
        let facts = facts(id)
        emit(
            .serviceCalled(
                ServiceCall(
                    element: id, node: node.ref, type: try work.type.text(facts),
                    inputs: instance.elements.variables(of: id), headers: work.headers,
                    retries: try work.retries?.wholeNumber(facts) ?? 3)))
    }

    /// What a service gave: under the name that the model asks for, when it gave one value.
    func result(_ variables: [String: JSON], of node: Node) -> [String: JSON] {
        guard case .serviceTask(let work) = node.kind, let name = work.value.resultVariable else { return variables }
        if let result = variables["result"], variables.count == 1 { return [name: result] }
        return [name: .object(variables)]
    }
}
