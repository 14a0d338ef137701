import Feel

extension ProcessInstance {
    /// The version of the process in whose drawing an incident stands.
    public func drawing(of incident: Incident) -> DefinitionKey? {
        guard let element = elements[incident.element], pinned.indices.contains(element.process) else { return nil }
        return pinned[element.process]
    }

    /// What the step looked at where it failed: the facts of the formula, of the conditions of a gateway, or of what a step takes in, each
    /// down to the part that is asked for; each once, in the order of the drawing.
    public func looksAt(_ incident: Incident, in library: ProcessLibrary) -> [FactPath] {
        switch incident.cause {
        case .formula(let source, _), .notUsable(let source, _, _): Formula.paths(in: source)
        case .noBranch, .decision, .uncaughtError: node(of: incident, in: library)?.looksAt ?? []
        case .service, .stuck, .unknownProcess, .tooMuch, .noLink: []
        }
    }

    /// The ways out of a gateway that could not tell which to take; none elsewhere.
    public func ways(from incident: Incident, in library: ProcessLibrary) -> [ChoiceOffer.Option] {
        guard let found = node(of: incident, in: library), found.node.isDecision, found.node.outgoing.count > 1,
            elements[incident.element]?.phase == .entering
        else { return [] }
        return found.graph.options(from: found.node)
    }

    /// The formulas of the step that failed which need a fact, without the sign that they are computed.
    public func formulas(needing path: FactPath, of incident: Incident, in library: ProcessLibrary) -> [String] {
        let all: [String] =
            switch incident.cause {
            case .formula(let source, _), .notUsable(let source, _, _):
                Formula.paths(in: source).contains(path) ? [source] : []
            case .noBranch, .decision, .uncaughtError:
                (node(of: incident, in: library)?.formulas ?? []).filter { $0.paths.contains(path) }.map(\.source)
            case .service, .stuck, .unknownProcess, .tooMuch, .noLink: []
            }
        return all.map { Formula.expression(in: $0) ?? $0 }
    }

    private func node(of incident: Incident, in library: ProcessLibrary) -> PlacedNode? {
        guard let key = drawing(of: incident), let definition = library[key],
            let node = definition.node(incident.node.id)
        else { return nil }
        return PlacedNode(node: node, graph: definition.graph)
    }
}

/// A node in its drawing.
private struct PlacedNode {
    let node: Node
    let graph: Graph

    var formulas: [Formula] { node.outgoing.compactMap { graph.flows[$0].condition } + node.inputs.map(\.source) }

    var looksAt: [FactPath] { formulas.flatMap(\.paths).unique }
}

extension Formula {
    /// What a formula takes from its surroundings; nothing where it cannot be read.
    fileprivate static func paths(in source: String) -> [FactPath] {
        do throws(FeelSyntaxError) {
            return try Formula(expression: source, names: FeelNames()).paths
        } catch {
            return []
        }
    }
}

extension Node {
    /// Whether it takes one or several of its ways by conditions.
    var isDecision: Bool {
        switch kind {
        case .exclusiveGateway, .inclusiveGateway: true
        case .start, .end, .catching, .throwing, .boundary, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask,
            .receiveTask, .emptyTask, .parallelGateway, .eventGateway, .complexGateway, .subProcess, .callActivity:
            false
        }
    }
}

extension Graph {
    /// The ways out of a node, with the words on them.
    func options(from node: Node) -> [ChoiceOffer.Option] {
        node.outgoing.map { place in
            let target = nodes[flows[place].target]
            return ChoiceOffer.Option(
                flow: flows[place].ref, label: flows[place].name ?? nearestName(from: target) ?? target.id,
                target: target.id)
        }
    }
}
