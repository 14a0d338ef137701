import Basics

/// The variables as an element instance sees them: its own, then those of the scopes around it.
struct Facts {
    let elements: ElementStore
    let scope: ElementInstance.ID?
    var now = Moment(milliseconds: 0)
    var extra: [String: JSON] = [:]

    /// The nearest value of that name; nothing when no scope has it.
    func value(_ name: String) -> JSON? {
        if let value = extra[name] { return value }
        var next = scope
        while let id = next, let index = elements.index(of: id) {
            if let value = elements[at: index].variables[name] { return value }
            if case .process(open: false) = elements[at: index].role { return nil }
            next = elements[at: index].parent
        }
        return nil
    }

    /// Everything that can be seen, the nearest of each name.
    var all: [String: JSON] {
        var found = extra
        var next = scope
        while let id = next, let index = elements.index(of: id) {
            elements[at: index].variables.fill(&found)
            if case .process(open: false) = elements[at: index].role { return found }
            next = elements[at: index].parent
        }
        return found
    }
}
