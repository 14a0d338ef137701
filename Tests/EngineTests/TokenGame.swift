import Basics

/// A random process without any structure, and an independent reading of how it must go: tokens on flows, after BPMN 2.0.2, 13.3 and 13.4.
struct TokenGame {
    enum Kind: Hashable { case start, task, exclusive, parallel, end }

    struct Flow: Hashable {
        let id: String
        let source: Int
        let target: Int
    }

    private(set) var kinds: [Kind] = [.start]
    private(set) var flows: [Flow] = []
    private var random: SeededRandom
    /// Tokens that wait at a join, by flow.
    private var tokens: [String: Int] = [:]
    /// Tasks and choices that wait for someone, by node.
    private(set) var waiting: [Int: Int] = [:]

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        let count = Int.random(in: 3...10, using: &random)
        let usual: [Kind] = [.task, .task, .task, .exclusive, .exclusive, .parallel, .parallel, .end]
        for _ in 0..<count { kinds.append(usual.randomElement(using: &random) ?? .task) }
        kinds += [.task, .end]
        for node in kinds.indices.dropFirst() { connectBefore(node) }
        for node in kinds.indices where kinds[node] != .end { addMore(from: node) }
    }

    var isOver: Bool { waiting.isEmpty && tokens.isEmpty }
    var active: [String] { waiting.flatMap { Array(repeating: "n\($0.key)", count: $0.value) }.sorted() }

    func outgoing(_ node: Int) -> [Flow] { flows.filter { $0.source == node } }
    private func incoming(_ node: Int) -> [Flow] { flows.filter { $0.target == node } }

    /// Each node can be reached from an earlier one.
    private mutating func connectBefore(_ node: Int) {
        let earlier = (0..<node).filter { kinds[$0] != .end }
        connect(earlier.randomElement(using: &random) ?? 0, node)
    }

    /// More ways on, and back; a way back leads to a task, so that no circle runs without anyone doing anything.
    private mutating func addMore(from node: Int) {
        let wanted = outgoing(node).isEmpty ? 1 : Int.random(in: 0...1, using: &random)
        for _ in 0..<wanted {
            let isBack = Int.random(in: 0..<4, using: &random) == 0
            let targets = kinds.indices.filter { $0 > node ? true : isBack && $0 > 0 && kinds[$0] == .task }
            if let target = targets.randomElement(using: &random) { connect(node, target) }
        }
        if outgoing(node).isEmpty { connect(node, kinds.count - 1) }
    }

    private mutating func connect(_ source: Int, _ target: Int) {
        guard !flows.contains(where: { $0.source == source && $0.target == target }) else { return }
        flows.append(Flow(id: "f\(flows.count)", source: source, target: target))
    }
}

extension TokenGame {
    mutating func begin() { leave(0, by: outgoing(0)) }

    /// Someone does a task, or takes a way at a choice.
    mutating func act(at node: Int, way: Flow?) {
        waiting[node, default: 0] -= 1
        if waiting[node] == 0 { waiting[node] = nil }
        leave(node, by: way.map { [$0] } ?? outgoing(node))
    }

    private mutating func leave(_ node: Int, by flows: [Flow]) { for flow in flows { arrive(by: flow) } }

    private mutating func arrive(by flow: Flow) {
        let node = flow.target
        switch kinds[node] {
        case .start, .end: break
        case .task: waiting[node, default: 0] += 1
        case .exclusive:
            if outgoing(node).count == 1 { leave(node, by: outgoing(node)) } else { waiting[node, default: 0] += 1 }
        case .parallel:
            tokens[flow.id, default: 0] += 1
            let all = incoming(node)
            guard all.allSatisfy({ tokens[$0.id, default: 0] > 0 }) else { return }
            for one in all {
                tokens[one.id, default: 0] -= 1
                if tokens[one.id] == 0 { tokens[one.id] = nil }
            }
            leave(node, by: outgoing(node))
        }
    }
}

extension TokenGame {
    var xml: String {
        let nodes = kinds.enumerated().map { number, kind in
            switch kind {
            case .start: "<startEvent id=\"n\(number)\"/>"
            case .task: "<userTask id=\"n\(number)\"/>"
            case .exclusive: "<exclusiveGateway id=\"n\(number)\"/>"
            case .parallel: "<parallelGateway id=\"n\(number)\"/>"
            case .end: "<endEvent id=\"n\(number)\"/>"
            }
        }
        return nodes.joined()
            + flows.map { "<sequenceFlow id=\"\($0.id)\" sourceRef=\"n\($0.source)\" targetRef=\"n\($0.target)\"/>" }
            .joined()
    }
}
