public import Basics

/// What a step or event asks of the house by a name that stands in the drawing.
public struct NamedWork: Sendable {
    /// What it asks for.
    public enum Asked: Hashable, Sendable {
        /// A service by the type of its work, such as `brief.versturen`.
        case service(String)
        /// A decision by its id.
        case decision(String)
        /// Another process by its id.
        case process(String)
        /// A form by its key.
        case form(String)
        /// A group of people to do the work.
        case group(String)
        /// A value by which the drawing says who does the work.
        case person(String)
    }

    public let node: Node
    public let asked: Asked
}

extension ProcessDefinition {
    /// All that it asks of the house by a fixed name, in the order of the file; names that are computed are not among them.
    public var namedWorks: [NamedWork] {
        nodes.flatMap { node in node.kind.asked.map { NamedWork(node: node, asked: $0) } }
    }
}

extension NodeKind {
    fileprivate var asked: [NamedWork.Asked] {
        switch self {
        case .serviceTask(let work): [work.value.type.fixedName.map { .service($0) }].compactMap(\.self)
        case .ruleTask(let work): [work.value.decision.fixedName.map { .decision($0) }].compactMap(\.self)
        case .callActivity(let rule): [rule.value.process.fixedName.map { .process($0) }].compactMap(\.self)
        case .userTask(let work): work.value.asked
        case .throwing(let outcomes), .end(let outcomes): outcomes.compactMap(\.askedService)
        case .start, .catching, .boundary, .scriptTask, .sendTask, .receiveTask, .emptyTask, .exclusiveGateway,
            .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .subProcess:
            []
        }
    }
}

extension UserWork {
    fileprivate var asked: [NamedWork.Asked] {
        let groups = candidateGroups.compactMap(\.fixedName)
        let named = groups.count == 1 && groups.first == lane ? [] : groups
        let people = ([assignee].compactMap(\.self) + candidateUsers + candidateGroups).flatMap(\.variables)
        return [form.map { .form($0) }].compactMap(\.self) + named.map { .group($0) }
            + Set(people).sorted().map { .person($0) }
    }
}

extension ProcessDefinition {
    /// The groups that a user task names, where the drawing says so in so many words; nothing for other nodes and computed groups.
    public func groups(of node: String) -> [String]? {
        guard case .userTask(let work)? = self.node(node)?.kind,
            work.value.candidateGroups.allSatisfy({ $0.constant != nil })
        else { return nil }
        return work.value.candidateGroups.compactMap(\.fixedName)
    }

    /// The names that its steps write, as outputs, results and inputs of their own.
    public var writtenNames: Set<String> {
        let kept = nodes.flatMap {
            ($0.inputs + $0.outputs).map(\.target.name) + $0.kind.results + ($0.loop?.names ?? [])
        }
        return Set(kept + graph.scopes.flatMap(\.data))
    }

    /// Whether one of its steps writes the fact, whole or this part.
    public func writes(_ path: FactPath) -> Bool {
        nodes.contains { node in
            (node.inputs + node.outputs).contains { one in
                one.target.name == path.name && (one.target.fields.isEmpty || one.target.fields.first == path.part)
            }
        }
    }
}

extension LoopRule {
    /// The names that its rounds give.
    var names: [String] {
        let element: String? = if case .collection(_, let element) = rounds { element } else { nil }
        return [element, outputCollection].compactMap(\.self) + ["loopCounter"]
    }
}

extension NodeKind {
    fileprivate var results: [String] {
        switch self {
        case .scriptTask(let work): [work.value.resultVariable].compactMap(\.self)
        case .ruleTask(let work): [work.value.resultVariable].compactMap(\.self)
        case .serviceTask(let work): [work.value.resultVariable].compactMap(\.self)
        case .start, .catching, .throwing, .end, .boundary, .userTask, .sendTask, .receiveTask, .emptyTask,
            .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .subProcess,
            .callActivity:
            []
        }
    }
}

extension Throwing {
    fileprivate var askedService: NamedWork.Asked? {
        switch self {
        case .service(let work): work.type.fixedName.map { .service($0) }
        case .message, .signal, .error, .escalation, .compensation, .cancel, .terminate, .link: nil
        }
    }
}

extension Formula {
    /// The name that always stands there; nothing where it is computed or empty.
    var fixedName: String? {
        guard case .string(let name)? = constant, !name.isEmpty else { return nil }
        return name
    }
}

extension Node {
    /// Whether it asks for a service, by a fixed name or by one that is worked out.
    public var asksService: Bool { if case .serviceTask = kind { true } else { false } }

    /// The service that it asks for by a fixed name, with the inputs that always are the same.
    public var fixedService: (name: String, inputs: [String: JSON])? {
        guard case .serviceTask(let work) = kind, let name = work.value.type.fixedName else { return nil }
        let fixed = inputs.compactMap { one in one.source.fixedValue.map { (one.target.name, $0) } }
        return (name, Dictionary(fixed) { $1 })
    }
}

extension ProcessDefinition {
    /// The names in the conditions on its flows: what it chooses by.
    public var decidingNames: Set<String> {
        flows.reduce(into: []) { $0.formUnion($1.condition?.variables ?? []) }
    }
}
