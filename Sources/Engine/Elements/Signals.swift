import Basics

extension Run {
    /// Makes a signal known to all who wait for it, here and elsewhere (BPMN 10.5.5.14).
    mutating func throwSignal(_ name: String, by id: ElementInstance.ID) {
        let variables = instance.elements.variables(of: id)
        emit(.signalThrown(name, variables: variables, by: id))
        receiveSignal(name, variables: variables)
    }

    /// A signal reaches all who wait for it now.
    mutating func receiveSignal(_ name: String, variables: [String: JSON]) {
        for wait in waits(where: { $0 == .signal(name) }) { meet(wait, variables: variables) }
    }
}
