extension Definitions {
    /// A diagram of everything in the file, made by the program: from left to right, with few crossings; each participant in a pool of its own.
    public func laidOut() -> Diagram {
        guard let collaboration = collaborations.first(where: { !$0.participants.isEmpty }) else {
            return Diagram(of: processes.first?.id, scopes: (processes.all + choreographies.all).map(\.scope))
        }
        let pools = PoolPage(pools(of: collaboration), collaboration.messageFlows.all)
        let shown = Set(collaboration.participants.compactMap(\.process))
        let others = processes.filter { !shown.contains($0.id) }.map(\.scope)
        return Diagram(of: collaboration.id, pools: pools, scopes: others)
    }

    /// Its participants; a process that two of them have is shown in the first.
    private func pools(of collaboration: Collaboration) -> [PoolPlan] {
        var shown: Set<ElementID> = []
        return collaboration.participants.map { participant in
            let isNew = participant.process.map { shown.insert($0).inserted } ?? false
            return PoolPlan(participant.id, isNew ? participant.process.flatMap { processes[$0]?.scope } : nil)
        }
    }
}

extension Diagram {
    /// The pools, and below them the processes without one.
    fileprivate init(of element: ElementID?, pools: PoolPage? = nil, scopes: [Scope]) {
        self.init(
            id: nil, name: nil, element: element, shapes: pools?.shapes ?? [], edges: pools?.edges ?? [], line: 0)
        var y = pools.map { $0.bottom + 40 } ?? 0
        for scope in scopes {
            let layout = ScopeLayout(scope)
            shapes += layout.shapes.map { $0.moved(0, y) }
            edges += layout.edges.map { $0.moved(0, y) }
            y += layout.size.height + 40
        }
    }
}
