/// Where ways part in one manner and meet in another: the cause of most deadlocks and of most that happens twice.
public struct Mismatch: Hashable, Sendable {
    /// Where they part.
    public let split: String
    /// Where they meet.
    public let join: String
    public let remedy: Remedy

    public init(split: String, join: String, remedy: Remedy) {
        (self.split, self.join, self.remedy) = (split, join, remedy)
    }

    /// How the drawing comes right.
    public enum Remedy: String, Hashable, Sendable, CaseIterable {
        /// One of the ways is gone, and the join waits for all: let it wait for one, or let the split take all.
        case joinOneOrSplitAll
        /// The same where the split cannot take all: an event that comes first, or one that stops a step.
        case joinOne
        /// Some of the ways are gone, and the join waits for all: let it wait for those.
        case joinSome
        /// The ways go at the same time, and the join lets each through: let it wait for all, or let the split take one.
        case joinAllOrSplitOne
        /// The same where the split can take no one: a step that several ways leave, or an event beside a step.
        case joinAll
        /// The same where no gateway joins them: put one there that waits for all.
        case addJoin
        /// The same after a split that takes some: put one there that waits for those.
        case addSomeJoin
    }
}

extension ProcessDefinition {
    /// The split and the join that do not fit each other, where a flaw shows that they cause; the nearest split on the way there.
    func mismatch(_ kind: SoundnessReport.Flaw.Kind, at id: String, on path: [String]) -> Mismatch? {
        guard let node = node(id), let join = graph.join(of: kind, showingAt: node) else { return nil }
        let passed = Set(path)
        let splits = graph.nodes.filter { passed.contains($0.id) && $0.index != join.index }
        let fitting = splits.compactMap { split -> (split: Node, rank: Int)? in
            guard Mismatch.Remedy(kind, split, join) != nil, split.outgoing.count + split.boundaries.count > 1 else {
                return nil
            }
            return graph.rank(of: split, as: kind, before: join).map { (split, $0) }
        }
        guard let best = fitting.min(by: { $0.rank < $1.rank })?.split else { return nil }
        return Mismatch.Remedy(kind, best, join).map { Mismatch(split: best.id, join: join.id, remedy: $0) }
    }
}

extension Mismatch.Remedy {
    fileprivate init?(_ kind: SoundnessReport.Flaw.Kind, _ split: Node, _ join: Node) {
        switch (kind, split.parting) {
        case (.deadlock, .one(let isGateway)): self = isGateway ? .joinOneOrSplitAll : .joinOne
        case (.deadlock, .some): self = .joinSome
        case (.lackOfSynchronisation, .all(let isGateway)):
            self = !join.isExclusive ? .addJoin : isGateway ? .joinAllOrSplitOne : .joinAll
        case (.lackOfSynchronisation, .some): self = join.isExclusive ? .joinSome : .addSomeJoin
        default: return nil
        }
    }
}

/// How ways leave a node.
private enum Parting {
    case one(isGateway: Bool), some, all(isGateway: Bool)
}

extension Node {
    fileprivate var parting: Parting {
        switch kind {
        case .exclusiveGateway: .one(isGateway: true)
        case .eventGateway(let isParallel): isParallel ? .all(isGateway: false) : .one(isGateway: false)
        case .inclusiveGateway, .complexGateway: .some
        case .parallelGateway: .all(isGateway: true)
        default:
            outgoing.count < 2 && !boundaries.isEmpty
                ? .one(isGateway: false) : takesAll ? .all(isGateway: false) : .some
        }
    }

    fileprivate var isExclusive: Bool { if case .exclusiveGateway = kind { true } else { false } }
}

extension Graph {
    /// Where the ways meet that a flaw is about: the join that waits, or what lets through before the step that is done twice.
    fileprivate func join(of kind: SoundnessReport.Flaw.Kind, showingAt node: Node) -> Node? {
        switch kind {
        case .deadlock: return node.incoming.count > 1 ? node : nil
        case .lackOfSynchronisation:
            var (next, seen) = (node, Set<Int>())
            while next.incoming.count == 1, seen.insert(next.index).inserted {
                next = nodes[flows[next.incoming[0]].source]
            }
            return next.incoming.count > 1 ? next : nil
        case .deadActivity, .noWayToEnd: return nil
        }
    }

    /// How well a split explains it, the least best: by its distance, and worse where one of its ways does not come to the join at all.
    fileprivate func rank(of split: Node, as kind: SoundnessReport.Flaw.Kind, before join: Node) -> Int? {
        let ways =
            split.outgoing.map { reach(from: [$0], to: join, past: split) }
            + split.boundaries.map { reach(from: nodes[$0].outgoing, to: join, past: split) }
        let met = ways.filter { !$0.flows.isEmpty }
        guard let distance = met.map(\.distance).min(), Set(met.map(\.flows)).count > 1 || met.count < ways.count else {
            return nil
        }
        if met.count > 1, Set(met.map(\.flows)).count > 1 { return distance }
        return kind == .deadlock ? distance + nodes.count * 2 : nil
    }

    /// By which flows a way comes to a join without passing the split again, and in how many steps at least.
    private func reach(from start: [Int], to join: Node, past split: Node) -> (flows: Set<Int>, distance: Int) {
        var (found, nearest, seen, here, steps) = (Set<Int>(), Int.max, Set<Int>(), start, 0)
        while !here.isEmpty {
            steps += 1
            var next: [Int] = []
            for flow in here where seen.insert(flow).inserted {
                let target = nodes[flows[flow].target]
                if target.index == join.index {
                    found.insert(flow)
                    nearest = min(nearest, steps)
                } else if target.index != split.index {
                    next += target.outgoing + target.boundaries.flatMap { nodes[$0].outgoing }
                }
            }
            here = next
        }
        return (found, nearest)
    }
}
