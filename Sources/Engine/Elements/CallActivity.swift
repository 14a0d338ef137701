import Basics

extension Run {
    /// Runs another process inside this one, in the version that is newest now (BPMN 10.3.6).
    mutating func call(_ id: ElementInstance.ID, _ rule: CallRule) throws(Fault) {
        let name = try rule.process.text(facts(id))
        let pinned = rule.version.flatMap { library[DefinitionKey(name, version: $0)] }
        guard let definition = pinned ?? (rule.version == nil ? library.newest(name) : nil) else {
            throw Fault(.unknownProcess(name))
        }
        guard nesting(of: id) < Run.depth else { throw Fault(.tooMuch(limit: Run.depth)) }
        emit(.workBegun(id))
        let process = pin(definition)
        let called = ElementInstance.ID(instance.lastElement + 1)
        let origin = Origin(
            id: called, node: ElementRef(definition.key.process), process: process, parent: id,
            role: .process(open: rule.passesAllIn))
        emit(.elementEntered(Entry(origin: Shared(origin), flow: nil)))
        beginProcess(called)
    }

    /// The called process ended: what it leaves behind comes back.
    mutating func returnFromCall(_ id: ElementInstance.ID, variables: [String: JSON]) {
        guard let node = node(at: id), case .callActivity(let rule) = node.kind else { return }
        complete(id, node, variables: variables, keep: rule.value.passesAllOut)
    }

    /// How many called processes are around an element instance.
    private func nesting(of id: ElementInstance.ID) -> Int {
        var (depth, next) = (0, Optional(id))
        while let id = next, let index = instance.elements.index(of: id) {
            if case .process = instance.elements[at: index].role { depth += 1 }
            next = instance.elements[at: index].parent
        }
        return depth
    }
}
