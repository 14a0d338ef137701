import Bpmn

/// Finds where a scope begins, and what waits in it to be set off.
struct ScopeCompiler {
    let scope: Scope
    let places: [ElementID: Int]

    func rule(owner: Int?, parent: Int?) -> ScopeRule {
        ScopeRule(
            owner: owner, parent: parent, nodes: scope.nodes.compactMap { places[$0.id] }, starts: starts,
            entries: entries.compactMap { places[$0.id] }, eventStarts: eventStarts, data: data)
    }

    private var startEvents: [FlowNode] { scope.nodes.filter { $0.start != nil } }

    /// Its first plain start event; without any start event all that no flow leads to.
    private var starts: [Int] {
        if let plain = startEvents.first(where: { $0.start?.triggers == Triggers.none }) {
            return places[plain.id].map { [$0] } ?? []
        }
        guard startEvents.isEmpty else { return [] }
        return scope.nodes.filter { $0.beginsByItself }.compactMap { places[$0.id] }
    }

    private var entries: [FlowNode] {
        startEvents
            + scope.nodes.filter { node in
                if case .task(.receive(_, instantiates: true)) = node.activity?.kind { return node.incoming.isEmpty }
                return scope.incoming(of: node.id).contains { scope.nodes[$0.source]?.isInstantiatingGateway ?? false }
            }
    }

    private var eventStarts: [EventStart] {
        scope.nodes.flatMap { node -> [EventStart] in
            guard case .subProcess(let inside) = node.activity?.kind, case .event = inside.kind,
                let subProcess = places[node.id]
            else { return [] }
            return inside.scope.nodes.filter { $0.start != nil }.compactMap { start in
                places[start.id].map { EventStart(start: $0, subProcess: subProcess) }
            }
        }
    }

    private var data: [String] {
        scope.properties.map { $0.name ?? $0.id.text } + scope.dataObjects.map { $0.name ?? $0.id.text }
    }
}

extension FlowNode {
    var start: StartEvent? {
        if case .start(let start) = kind { start } else { nil }
    }

    /// Whether a scope without a start event begins here.
    fileprivate var beginsByItself: Bool {
        guard incoming.isEmpty else { return false }
        switch kind {
        case .start, .boundary, .choreography: return false
        case .catching(let event): return !event.triggers.list.contains { if case .link = $0 { true } else { false } }
        case .gateway: return !isInstantiatingGateway
        case .end, .throwing: return true
        case .activity(let activity):
            if activity.isForCompensation { return false }
            switch activity.kind {
            case .task(.receive(_, instantiates: true)): return false
            case .subProcess(let inside): return inside.kind != .event
            case .task, .call: return true
            }
        }
    }

    fileprivate var isInstantiatingGateway: Bool {
        if case .gateway(.eventBased(let gateway)) = kind { gateway.instantiates && incoming.isEmpty } else { false }
    }
}
