public import Engine

extension ProcessDefinition {
    /// What people call a node: its name, else what it is and the nearest named step before it.
    public func called(_ id: String) -> String? {
        node(id).map { node in
            if let name = node.name, !name.isEmpty { return name }
            return nearestName(before: id).map { "\(node.kind.word) na \($0)" } ?? "\(node.kind.word) zonder naam"
        }
    }
}

extension ProcessLibrary {
    /// What the drawings call a step: the newest, else the latest in which it stood.
    public func called(_ step: String) -> String? {
        newestKeys.lazy.compactMap { self[$0]?.called(step) }.first
            ?? keys.sorted { ($1.version, $0.process) < ($0.version, $1.process) }.lazy
            .compactMap { self[$0]?.called(step) }.first
    }
}

extension NodeKind {
    /// In the language of the drawings.
    fileprivate var word: String {
        switch self {
        case .exclusiveGateway, .inclusiveGateway, .complexGateway: "Keuze"
        case .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask, .emptyTask, .callActivity:
            "Taak"
        case .start, .end, .catching, .throwing, .boundary, .parallelGateway, .eventGateway, .subProcess: "Stap"
        }
    }
}
