import Basics

extension Graph {
    /// What going to a node begins for certain, in that order: up to where it waits, ends or ways part, also in what is called.
    func begins(_ node: Node, in library: ProcessLibrary) -> [Node] {
        var found: [Node] = []
        var seen: Set<ObjectIdentifier> = []
        var next: (graph: Graph, node: Node)? = (self, node)
        while let here = next, seen.insert(ObjectIdentifier(here.node)).inserted {
            found.append(here.node)
            next = here.graph.only(after: here.node, in: library)
        }
        return found
    }

    /// The one node that comes at once after another, or that it begins with.
    private func only(after node: Node, in library: ProcessLibrary) -> (graph: Graph, node: Node)? {
        if case .callActivity(let rule) = node.kind {
            guard let name = rule.value.process.constant?.text, let called = library.newest(name)?.graph else {
                return nil
            }
            return called.onlyStart(of: 0).map { (called, $0) }
        }
        if case .subProcess(let scope, _) = node.kind, !node.waitsForPerson {
            return onlyStart(of: scope).map { (self, $0) }
        }
        guard !node.waits, node.outgoing.count == 1, let flow = node.outgoing.first else { return nil }
        return (self, nodes[flows[flow].target])
    }

    private func onlyStart(of scope: Int) -> Node? {
        let starts = scopes[scope].starts
        return starts.count == 1 ? starts.first.map { nodes[$0] } : nil
    }
}

extension Node {
    /// Whether it goes no further until a person, a message or a clock says so.
    fileprivate var waits: Bool {
        switch kind {
        case .catching, .receiveTask, .eventGateway: true
        case .start, .end, .throwing, .boundary, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .emptyTask,
            .exclusiveGateway, .inclusiveGateway, .parallelGateway, .complexGateway, .subProcess, .callActivity:
            waitsForPerson
        }
    }
}
