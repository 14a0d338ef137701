/// What needs what in a model (DMN 1.5, chapter 6): inputs, knowledge and decisions in levels, each above all that it needs.
public struct DecisionGraph: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case input, knowledge, decision
    }

    public struct Node: Hashable, Sendable {
        public let id: String
        public let name: String
        public let kind: Kind
        /// 0 for what needs nothing.
        public let level: Int
    }

    /// An element that another needs.
    public struct Need: Hashable, Sendable {
        public let from: String
        public let to: String
        /// A function that is called, where it is no fact (a dashed line in the standard).
        public let isKnowledge: Bool
    }

    public let nodes: [Node]
    public let needs: [Need]

    public init(_ model: DmnModel) {
        var kinds: [(id: String, name: String, kind: Kind)] = model.decisions.map { ($0.id, $0.name, .decision) }
        kinds += model.knowledge.map { ($0.id, $0.name, .knowledge) }
        kinds += model.inputs.map { ($0.id, $0.variable.name, .input) }
        let known = Set(kinds.map(\.id))
        let needs = DecisionGraph.needs(of: model).filter { known.contains($0.from) }
        let levels = DecisionGraph.levels(kinds.map(\.id), needs)
        self.needs = needs
        nodes = kinds.map { Node(id: $0.id, name: $0.name, kind: $0.kind, level: levels[$0.id] ?? 0) }
    }

    /// The names of what an element needs, in the order of the file.
    public func needed(by id: String) -> [Node] {
        needs.filter { $0.to == id }.compactMap { need in nodes.first { $0.id == need.from } }
    }

    private static func needs(of model: DmnModel) -> [Need] {
        let decisions = model.decisions.flatMap { decision in
            decision.information.map { Need(from: $0.local, to: decision.id, isKnowledge: false) }
                + decision.knowledge.map { Need(from: $0.local, to: decision.id, isKnowledge: true) }
        }
        return decisions
            + model.knowledge.flatMap { knowledge in
                knowledge.knowledge.map { Need(from: $0.local, to: knowledge.id, isKnowledge: true) }
            }
    }

    /// What needs nothing stands right below the lowest that needs it.
    private static func lifted(_ levels: [String: Int], _ needs: [Need]) -> [String: Int] {
        let needing = Set(needs.map(\.to))
        return levels.reduce(into: levels) { lifted, one in
            let above = needs.filter { $0.from == one.key }.compactMap { levels[$0.to] }.min()
            if !needing.contains(one.key), let above { lifted[one.key] = max(0, above - 1) }
        }
    }

    /// Raised until each stands above what it needs; in a circle no higher than there are elements.
    private static func levels(_ ids: [String], _ needs: [Need]) -> [String: Int] {
        var levels = Dictionary(ids.map { ($0, 0) }) { first, _ in first }
        for _ in ids.indices {
            var isChanged = false
            for need in needs {
                let least = (levels[need.from] ?? 0) + 1
                if (levels[need.to] ?? 0) < least, least < ids.count {
                    levels[need.to] = least
                    isChanged = true
                }
            }
            if !isChanged { break }
        }
        return lifted(levels, needs)
    }
}

extension DmnReference {
    /// The identifier that it names in its own file.
    public var local: String { href.split(separator: "#").last.map(String.init) ?? href }
}
