import Basics

extension ProcessInstance {
    /// Where everything is, without the numbers that tell one activation from another: the same text is the same state.
    var shape: String {
        var children: [ElementInstance.ID: [ElementInstance]] = [:]
        for element in elements {
            if let parent = element.parent { children[parent, default: []].append(element) }
        }
        guard let root = elements.first(where: { $0.parent == nil }) else { return "ended" }
        return shape(of: root, children)
    }

    private func shape(of element: ElementInstance, _ children: [ElementInstance.ID: [ElementInstance]]) -> String {
        let inside = (children[element.id] ?? []).map { shape(of: $0, children) }.sorted().joined(separator: ",")
        let tokens = element.tokens.map { "\($0.flow.id)*\($0.count)" }.sorted().joined(separator: ",")
        let waits = element.waits.map { "\($0.node.id).\($0.trigger)" }.sorted().joined(separator: ",")
        let undoable = element.compensable.map(\.node.id).joined(separator: ",")
        return "\(element.node.id)/\(element.phase.rawValue)[\(tokens)](\(waits)){\(inside)}<\(undoable)>"
    }

    /// How often the same node is active at once in one scope, or one flow taken, at most.
    var crowd: Int {
        var counts: [String: Int] = [:]
        var most = 0
        for element in elements {
            for token in element.tokens { most = max(most, token.count) }
            guard element.role == .single, let parent = element.parent else { continue }
            counts["\(parent) \(element.node.id)", default: 0] += 1
        }
        return max(most, counts.values.max() ?? 0)
    }

    /// A node that is active twice in one scope, or a flow taken twice: nothing joined the flows before it.
    var doubled: String? {
        var seen: Set<String> = []
        for element in elements {
            if let token = element.tokens.first(where: { $0.count > 1 }) { return token.flow.id }
            guard element.role == .single, let parent = element.parent else { continue }
            if !seen.insert("\(parent) \(element.node.id)").inserted { return element.node.id }
        }
        return nil
    }
}
