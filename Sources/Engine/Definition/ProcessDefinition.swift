/// A process that can run: nodes and flows by their place, formulas read once.
public struct ProcessDefinition: Sendable {
    public let key: DefinitionKey
    let graph: Graph

    public var name: String? { graph.name }
    /// All nodes, those of sub-processes included, in the order of the file.
    public var nodes: [Node] { graph.nodes }
    public var flows: [Flow] { graph.flows }

    public func node(_ id: String) -> Node? { graph.places[id].map { graph.nodes[$0] } }
    public func flow(_ id: String) -> Flow? { graph.flowPlaces[id].map { graph.flows[$0] } }
}

/// What a definition consists of; made once, shared by all its instances.
final class Graph: Sendable {
    let name: String?
    let nodes: [Node]
    let flows: [Flow]
    let scopes: [ScopeRule]
    let places: [String: Int]
    let flowPlaces: [String: Int]
    /// For each join that looks ahead, what can still reach each of its incoming flows.
    let joins: [Int: JoinReach]
    /// Whether one of them swallows what comes late.
    let hasComplexJoins: Bool
    /// Whether one of its sub-processes is ad hoc.
    let hasAdHoc: Bool
    /// By which value the instance is found that a message is for, by the message's name (BPMN 8.4.2).
    let correlations: [String: Formula]
    /// The keys that tell which messages belong to an instance, as the standard writes them (BPMN 8.4.2).
    let conversation: [ConversationKey]
    /// The signals that stay within an instance.
    let ownSignals: Set<String>

    init(
        name: String?, nodes: [Node], flows: [Flow], scopes: [ScopeRule], correlations: [String: Formula] = [:],
        conversation: [ConversationKey] = [], ownSignals: Set<String> = []
    ) {
        self.ownSignals = ownSignals
        self.correlations = correlations
        self.conversation = conversation
        self.name = name
        self.nodes = nodes
        self.flows = flows
        self.scopes = scopes
        places = Dictionary(nodes.map { ($0.id, $0.index) }, uniquingKeysWith: { first, _ in first })
        flowPlaces = Dictionary(
            flows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        joins = JoinReach.all(nodes: nodes, flows: flows)
        hasAdHoc = nodes.contains { if case .subProcess(_, .adHoc) = $0.kind { true } else { false } }
        hasComplexJoins = nodes.contains { if case .complexGateway = $0.kind { $0.looksAhead } else { false } }
    }

    /// The node that a reference means; the hint in it is tried first.
    func node(_ ref: ElementRef) -> Node? {
        let hint = Int(ref.index)
        if nodes.indices.contains(hint), nodes[hint].ref == ref { return nodes[hint] }
        return places[ref.id].map { nodes[$0] }
    }

    func flowIndex(_ ref: ElementRef) -> Int? {
        let hint = Int(ref.index)
        if flows.indices.contains(hint), flows[hint].ref == ref { return hint }
        return flowPlaces[ref.id]
    }
}

/// What stands together: the process itself, or the inside of a sub-process.
struct ScopeRule: Sendable {
    /// The sub-process whose inside this is; nothing for the process itself.
    let owner: Int?
    let parent: Int?
    let nodes: [Int]
    /// Where it begins by itself: its plain start event, else all that no flow leads to (BPMN 13.3.1).
    let starts: [Int]
    /// Where it may begin because of an event: start events, and what waits for the message that begins it all.
    let entries: [Int]
    /// Event sub-processes with their start events.
    let eventStarts: [EventStart]
    /// Data objects and properties, which begin as null.
    let data: [String]
}

/// An event sub-process and the start event that sets it off.
struct EventStart: Sendable {
    let start: Int
    let subProcess: Int
}
