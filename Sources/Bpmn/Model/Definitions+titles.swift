extension Definitions {
    /// An element as a diagnostic names it: `"Bellen" (Task_1)`; its id where it has no name.
    public func title(of id: String) -> String {
        name(of: ElementID(id)).map { "\"\($0.oneLine)\" (\(id))" } ?? id
    }

    private func name(of id: ElementID) -> String? {
        for scope in processes.flatMap(\.scope.allScopes) {
            if let node = scope.nodes[id] { return node.name }
            if let flow = scope.flows[FlowID(id.text)] { return flow.name }
        }
        return globalTasks[id]?.name ?? messages[id]?.name
    }
}
