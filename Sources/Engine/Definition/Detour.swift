import Basics

/// Another way that a person can go, with what it means against the drawing.
public struct Detour: Sendable {
    public let way: OtherWay
    /// People's work through which every drawn way leads, in that order; what is left undone now may be the first of them.
    public let passes: [Node]
    /// Whether it lies behind: no drawn way leads there from here, so that what it passes may have been done before.
    public let isBack: Bool
    /// Whether that could be told; in a drawing with very much work for people it cannot.
    public let isWeighed: Bool
    /// What is done from there before a person comes to it, and the nodes on the way.
    public let follows: [Node]
    /// What is begun at once, for certain: the node itself and what comes after it until something waits or ways part.
    public let begins: [Node]
    /// The messages by which the drawing itself leaves what is left here.
    public let leaves: Set<String>
}

extension ProcessInstance {
    /// The ways of ``otherWays(from:in:)`` that are asked for, with what each means.
    public func detours(
        from id: ElementInstance.ID, in library: ProcessLibrary, where isAsked: (OtherWay) -> Bool = { _ in true }
    ) -> [Detour] {
        guard let here = self[id] else { return [] }
        var known: [Int: [DrawnWays]] = [:]
        return otherWays(from: id, in: library).filter(isAsked).compactMap { way in
            guard let (place, graph) = innermost(way.node, around: here, in: library),
                let node = graph.node(id: way.node)
            else { return nil }
            let ways =
                known[place] ?? [
                    DrawnWays(graph, from: standing(of: here, in: place, graph)), DrawnWays(graph, from: nil),
                ]
            known[place] = ways
            let drawn = ways.first { $0.reaches(node) }
            return Detour(
                way: way, passes: drawn?.unavoidable(to: node) ?? [],
                isBack: !ways[0].reaches(node) && ways[1].reaches(node), isWeighed: drawn?.isWeighed ?? true,
                follows: graph.follows(node, in: library, calling: []).nodes,
                begins: graph.begins(node, in: library),
                leaves: left(from: here, to: node, of: place, graph, in: library))
        }
    }

    /// The elements from one outwards.
    private func around(_ here: ElementInstance) -> some Sequence<ElementInstance> {
        sequence(first: here) { $0.parent.flatMap { self[$0] } }
    }

    private func innermost(
        _ node: String, around here: ElementInstance, in library: ProcessLibrary
    ) -> (place: Int, graph: Graph)? {
        for element in around(here) {
            guard let graph = library[definitions[element.process]]?.graph else { continue }
            if graph.places[node] != nil { return (element.process, graph) }
        }
        return nil
    }

    /// The node of a process at which an element instance stands: its own, or the one that called what it is part of.
    private func standing(of here: ElementInstance, in place: Int, _ graph: Graph) -> Node? {
        around(here).first { $0.process == place }.flatMap { graph.node($0.node) }
    }

    private func left(
        from here: ElementInstance, to node: Node, of place: Int, _ target: Graph, in library: ProcessLibrary
    ) -> Set<String> {
        let path = target.path(to: node.scope)
        let gone = around(here).prefix { element in
            guard element.process == place else { return true }
            if case .process = element.role { return false }
            guard case .subProcess(let scope, _)? = target.node(element.node)?.kind else { return true }
            return !path.contains(scope)
        }
        return Set(
            gone.flatMap { element -> [String] in
                guard let graph = library[definitions[element.process]]?.graph else { return [] }
                return (graph.node(element.node)?.boundaries ?? []).flatMap { graph.nodes[$0].awaitedMessages }
            })
    }
}

extension Graph {
    func node(id: String) -> Node? { places[id].map { nodes[$0] } }

    /// What comes of going to a node until a person is asked, also in what is called on the way; and whether the process can end so.
    fileprivate func follows(
        _ node: Node?, in library: ProcessLibrary, calling: Set<String>
    ) -> (nodes: [Node], ends: Bool) {
        var called: [Node] = []
        var walk = DrawnWalk(self, events: .ofWorkPassed) { node in
            guard !node.waitsForPerson else { return false }
            guard case .callActivity(let rule) = node.kind, let name = rule.value.process.constant?.text,
                !calling.contains(name), let graph = library.newest(name)?.graph
            else { return true }
            let inside = graph.follows(nil, in: library, calling: calling.union([name]))
            called += inside.nodes
            return inside.ends
        }
        if let node { walk.to(node) } else { walk.fromStart() }
        return (walk.reached.map { nodes[$0] } + called, walk.ends)
    }
}

extension Node {
    /// The messages that set it off.
    fileprivate var awaitedMessages: [String] {
        (catching?.triggers ?? []).compactMap { if case .message(let name) = $0 { name } else { nil } }
    }
}
