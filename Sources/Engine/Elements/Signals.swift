import Basics

extension Run {
    /// Makes a signal known to all who wait for it (BPMN 10.5.5.14), here and elsewhere, unless the drawing that throws it keeps it inside.
    mutating func throwSignal(_ name: String, by id: ElementInstance.ID) {
        let variables = instance.elements.variables(of: id)
        let staysInside = instance.elements.index(of: id).map {
            graphs[instance.elements[at: $0].process].ownSignals.contains(name)
        }
        emit(.signalThrown(name, variables: variables, by: id, staysInside: staysInside ?? false))
        receiveSignal(name, variables: variables)
    }

    /// A signal reaches all who wait for it now.
    mutating func receiveSignal(_ name: String, variables: [String: JSON]) {
        for wait in waits(where: { $0 == .signal(name) }) { meet(wait, variables: variables) }
    }
}
