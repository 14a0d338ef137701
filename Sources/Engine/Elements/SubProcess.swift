import Basics

extension Run {
    /// Begins the inside of a sub-process (BPMN 10.3.5).
    mutating func beginSubProcess(_ id: ElementInstance.ID, scope: Int, _ rule: SubProcessRule) throws(Fault) {
        guard let index = instance.elements.index(of: id) else { return }
        let process = instance.elements[at: index].process
        emit(.workBegun(id))
        try openScope(scope, of: process, on: id)
        switch rule {
        case .embedded, .transaction, .event: beginStarts(of: scope, process: process, scope: id)
        case .adHoc(let rule): try beginAdHoc(id, scope: scope, rule)
        }
    }
}
