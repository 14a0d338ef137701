import Basics
import Bpmn
import Feel

/// Turns what a file says into what can run; collects all that is wrong with it.
struct Compiler {
    let definitions: Definitions
    let options: CompileOptions
    var diagnostics: [Diagnostic] = []
    /// Names of several words that formulas may meet.
    let names: FeelNames
    private var nodePlaces: [ElementID: Int] = [:]
    private var flowPlaces: [FlowID: Int] = [:]
    private var found: [(node: FlowNode, scope: Int)] = []
    private var scopes: [(scope: Scope, owner: ElementID?, parent: Int?)] = []
    private var lanes: [ElementID: String] = [:]

    init(definitions: Definitions, options: CompileOptions) {
        self.definitions = definitions
        self.options = options
        names = FeelNames(definitions.dataNames)
    }

    mutating func compile(_ process: BusinessProcess) -> Graph {
        gather(process.scope, owner: nil, parent: nil)
        var flows: [Flow] = []
        for scope in scopes { for each in scope.scope.flows { flow(each).map { flows.append($0) } } }
        var nodes: [Node] = []
        for each in found { nodes.append(node(each.node, in: each.scope)) }
        let rules = scopes.map { scope in
            ScopeCompiler(scope: scope.scope, places: nodePlaces).rule(
                owner: scope.owner.flatMap { nodePlaces[$0] }, parent: scope.parent)
        }
        return Graph(
            name: process.name, nodes: nodes, flows: flows, scopes: rules, correlations: correlations(),
            conversation: conversationKeys(of: process),
            ownSignals: Set(definitions.signals.filter(\.staysInside).map { $0.name ?? $0.id.text }))
    }

    /// A process with only this task in it.
    mutating func compile(_ task: GlobalTask) -> Graph {
        let draft = NodeDraft(
            ref: ElementRef(task.id.text + ".task", index: 0), name: task.name, line: task.line, scope: 0)
        let node = Node(draft, kind: self.task(task.kind, task, draft))
        let scope = ScopeRule(owner: nil, parent: nil, nodes: [0], starts: [0], entries: [], eventStarts: [], data: [])
        return Graph(name: task.name, nodes: [node], flows: [], scopes: [scope])
    }

    /// Gives each node, flow and scope its place.
    private mutating func gather(_ scope: Scope, owner: ElementID?, parent: Int?) {
        let place = scopes.count
        scopes.append((scope, owner, parent))
        for lane in scope.allLanes { lanes[lane.id] = lane.name ?? lane.id.text }
        for node in scope.nodes {
            nodePlaces[node.id] = found.count
            found.append((node, place))
        }
        for flow in scope.flows where nodePlaces[flow.source] != nil && nodePlaces[flow.target] != nil {
            flowPlaces[flow.id] = flowPlaces.count
        }
        for node in scope.nodes {
            if let inner = node.innerScope { gather(inner, owner: node.id, parent: place) }
        }
    }

    private mutating func flow(_ flow: SequenceFlow) -> Flow? {
        guard let source = nodePlaces[flow.source], let target = nodePlaces[flow.target],
            let place = flowPlaces[flow.id]
        else { return nil }
        let condition = flow.condition.flatMap { formula($0, of: flow.id.text) }
        return Flow(
            ref: ElementRef(flow.id.text, index: place), name: flow.name.flatMap(nonEmpty), source: source,
            target: target, condition: condition)
    }

    private mutating func node(_ node: FlowNode, in scope: Int) -> Node {
        var draft = NodeDraft(
            ref: ElementRef(node.id.text, index: nodePlaces[node.id] ?? 0), name: node.name.flatMap(nonEmpty),
            documentation: node.documentation.first, lane: lane(of: node, in: scope), line: node.line, scope: scope)
        draft.incoming = node.incoming.compactMap { flowPlaces[$0] }
        draft.outgoing = node.outgoing.compactMap { flowPlaces[$0] }
        draft.defaultFlow = node.defaultFlow.flatMap { flowPlaces[$0] }
        draft.takesAll = node.defaultFlow == nil && !node.outgoing.contains { isConditional($0, in: scope) }
        draft.boundaries = node.boundary.compactMap { nodePlaces[$0] }
        fill(&draft, from: node)
        return Node(draft, kind: kind(of: node, draft))
    }

    /// The lane that it stands in, else that of the sub-process around it.
    private func lane(of node: FlowNode, in scope: Int) -> String? {
        if let lane = node.lane.flatMap({ lanes[$0] }) { return lane }
        guard let owner = scopes[scope].owner, let parent = scopes[scope].parent,
            let outer = scopes[parent].scope.nodes[owner]
        else { return nil }
        return lane(of: outer, in: parent)
    }

    func place(_ id: ElementID) -> Int? { nodePlaces[id] }
    func place(of scope: ElementID) -> Int? { scopes.firstIndex { $0.owner == scope } }
    func scope(_ place: Int) -> Scope { scopes[place].scope }
    func isConditional(_ flow: FlowID, in scope: Int) -> Bool { scopes[scope].scope.flows[flow]?.condition != nil }

    /// The scopes from one outwards.
    func around(_ place: Int) -> [Scope] {
        [scopes[place].scope] + (scopes[place].parent.map(around) ?? [])
    }

    mutating func refuse(_ code: String, _ message: Phrase, _ line: Int, _ element: String) {
        diagnostics.append(Diagnostic(.error, code, message, line: line, element: element))
    }

    mutating func warn(_ code: String, _ message: Phrase, _ line: Int, _ element: String) {
        diagnostics.append(Diagnostic(.warning, code, message, line: line, element: element))
    }
}

func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
