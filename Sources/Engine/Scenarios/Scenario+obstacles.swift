extension Scenario {
    /// Why a step of a scenario could not be taken.
    public enum Obstacle: Error, Hashable, Sendable {
        /// The node is not active; these are.
        case notThere(String, waiting: [String])
        /// Nobody is asked to choose at the node.
        case noChoice(String, waiting: [String])
        /// The node has no such way; these it has.
        case noWay(String, at: String, ways: [String])
        /// The engine refused it.
        case refused(EngineRefusal, waiting: [String])
    }
}

extension Scenario.Obstacle: CustomStringConvertible {
    /// In a few words, for a terminal.
    public var description: String { told { $0 } }

    func told(by called: (String) -> String) -> String {
        switch self {
        case .notThere(let node, let waiting): "nothing waits at \(called(node))\(standing(waiting, called))"
        case .noChoice(let node, let waiting): "nobody has to choose at \(called(node))\(standing(waiting, called))"
        case .noWay(let way, let node, let ways):
            "\(called(node)) has no way \(way), but \(ways.joined(separator: ", "))"
        case .refused(let refusal, let waiting): "\(refusal)\(standing(waiting, called))"
        }
    }

    private func standing(_ nodes: [String], _ called: (String) -> String) -> String {
        nodes.isEmpty ? "; it has ended" : "; it stands at \(nodes.map(called).joined(separator: ", "))"
    }
}
