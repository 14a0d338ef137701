import Basics

extension Run {
    /// Begins the inside of a sub-process (BPMN 10.3.5).
    mutating func beginSubProcess(_ id: ElementInstance.ID, scope: Int, _ rule: SubProcessRule) throws(Fault) {
        guard let element = instance.elements[id] else { return }
        emit(.workBegun(id))
        try openScope(scope, of: element.process, on: id)
        switch rule {
        case .embedded, .transaction, .event: beginStarts(of: scope, process: element.process, scope: id)
        case .adHoc(let rule): try beginAdHoc(id, scope: scope, rule)
        }
    }
}
