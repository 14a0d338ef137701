extension ProcessDefinition {
    /// Whether the house does it by itself, with all that stands in it, and waits for nobody.
    func isDoneAtOnce(_ node: Node) -> Bool {
        guard case .subProcess(let scope, let kind) = node.kind else { return node.kind.isAutomatic }
        if case .adHoc = kind { return false }
        return graph.scopes[scope].nodes.map { graph.nodes[$0] }.allSatisfy { $0.kind.isPassed || isDoneAtOnce($0) }
    }
}

extension NodeKind {
    /// Whether it is work that waits for nobody.
    fileprivate var isAutomatic: Bool {
        switch self {
        case .serviceTask, .scriptTask, .ruleTask, .sendTask, .emptyTask: true
        case .start, .end, .catching, .throwing, .boundary, .userTask, .receiveTask, .exclusiveGateway,
            .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .subProcess, .callActivity:
            false
        }
    }

    /// Whether nothing stands still there: it begins, ends, parts or joins, or hangs on what does.
    fileprivate var isPassed: Bool {
        switch self {
        case .start, .end, .throwing, .boundary: true
        case .exclusiveGateway(let byPerson), .inclusiveGateway(let byPerson): !byPerson
        case .parallelGateway: true
        case .serviceTask, .scriptTask, .ruleTask, .sendTask, .emptyTask, .catching, .userTask, .receiveTask,
            .eventGateway, .complexGateway, .subProcess, .callActivity:
            false
        }
    }
}
