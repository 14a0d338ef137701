import Basics

/// Where a person can go on instead of where the drawing stands.
public struct OtherWay: Hashable, Sendable {
    public let node: String
    public let name: String?
    /// The sub-processes around it, outermost first, by name.
    public let inside: [String]
    /// The process that it belongs to, when that is one around the called process where the drawing stands.
    public let process: String?
    /// Whether it is work that has a name, not a gateway or an event.
    public let isNamedWork: Bool
}

extension ProcessInstance {
    /// All nodes that ``Command/move(_:to:reason:)`` can lead to from an element instance, those of its own process first.
    public func otherWays(from id: ElementInstance.ID, in library: ProcessLibrary) -> [OtherWay] {
        guard let here = self[id] else { return [] }
        var seen: Set<String> = [here.node.id]
        return processes(around: here).flatMap { place, owners -> [OtherWay] in
            guard let definition = library[definitions[place]] else { return [] }
            let process = place == here.process ? nil : definition.name ?? definition.key.process
            return definition.reachable(inside: owners).compactMap { node, inside in
                guard seen.insert(node.id).inserted else { return nil }
                return OtherWay(
                    node: node.id, name: node.name, inside: inside, process: process,
                    isNamedWork: node.kind.isActivity && !(node.name ?? "").isEmpty)
            }
        }
    }

    /// The processes that an element instance runs in, innermost first, each with the nodes that are open around it there.
    private func processes(around here: ElementInstance) -> [(place: Int, owners: Set<String>)] {
        var found: [(place: Int, owners: Set<String>)] = []
        var next = Optional(here)
        while let current = next {
            if found.last?.place != current.process { found.append((current.process, [])) }
            found[found.count - 1].owners.insert(current.node.id)
            next = current.parent.flatMap { self[$0] }
        }
        return found
    }
}

extension ProcessDefinition {
    /// The nodes where a person may go on, with the names of the sub-processes around each.
    fileprivate func reachable(inside open: Set<String>) -> [(node: Node, inside: [String])] {
        nodes.compactMap { node in
            guard !node.isAttached else { return nil }
            let scopes = graph.path(to: node.scope).filter { graph.scopes[$0].owner != nil }
            let owners = scopes.compactMap { graph.scopes[$0].owner.map { graph.nodes[$0] } }
            guard zip(scopes, owners).allSatisfy({ open.contains($1.id) || graph.isOpenable($0) }) else { return nil }
            return (node, owners.map { $0.name ?? $0.id })
        }
    }

    /// Whether it may call a process: by its name, or by one that is only known when it runs.
    public func mayCall(_ process: String) -> Bool {
        nodes.contains { node in
            guard case .callActivity(let rule) = node.kind else { return false }
            return rule.value.process.constant.map { $0.text == process } ?? true
        }
    }
}
