/// All drawn ways from one place, and whose work none of them goes around.
struct DrawnWays {
    private let graph: Graph
    /// Nothing is the beginning of the process.
    private let here: Node?
    private let all: DrawnWalk
    /// The ways that are left when the work of one person cannot be done, by that work.
    private let without: [Int: Set<Int>]
    /// Whether what is passed by was weighed: a drawing with more people's tasks than can be says nothing of it.
    let isWeighed: Bool
    private static let most = 400

    init(_ graph: Graph, from here: Node?) {
        (self.graph, self.here) = (graph, here)
        all = DrawnWays.walk(graph, from: here, nil, without: nil)
        let tasks = Set((here.map { [$0.index] } ?? []) + all.reached).filter { graph.nodes[$0].isForPerson }
        var without: [Int: Set<Int>] = [:]
        isWeighed = tasks.count <= DrawnWays.most
        for task in isWeighed ? tasks : [] {
            without[task] = Set(DrawnWays.walk(graph, from: here, all.flows, without: task).reached)
        }
        self.without = without
    }

    func reaches(_ target: Node) -> Bool { all.reached.contains(target.index) }

    /// The people's work through which every way to a node leads, in that order.
    func unavoidable(to target: Node) -> [Node] {
        let found = without.keys.filter { $0 != target.index && without[$0]?.contains(target.index) == false }
        // What comes later lies behind more of the others.
        let depth = found.map { one in found.count { $0 != one && without[$0]?.contains(one) == false } }
        return zip(depth, found).sorted { $0 < $1 }.map { graph.nodes[$0.1] }
    }

    private static func walk(
        _ graph: Graph, from here: Node?, _ expected: Set<Int>?, without task: Int?
    ) -> DrawnWalk {
        var walk = DrawnWalk(graph, expected: expected) { $0.index != task }
        if let here { walk.from(here) } else { walk.fromStart() }
        return walk
    }
}

extension Node {
    /// Whether a person does its work.
    public var isForPerson: Bool { if case .userTask = kind { true } else { false } }

    /// Whether other steps are drawn inside it.
    public var opensScope: Bool { if case .subProcess = kind { true } else { false } }

    /// Whether it waits for what a person does or decides.
    var waitsForPerson: Bool {
        switch kind {
        case .userTask, .exclusiveGateway(byPerson: true), .inclusiveGateway(byPerson: true), .subProcess(_, .adHoc):
            true
        case .start, .end, .catching, .throwing, .boundary, .serviceTask, .scriptTask, .ruleTask, .sendTask,
            .receiveTask, .emptyTask, .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway,
            .complexGateway, .subProcess, .callActivity:
            false
        }
    }
}
