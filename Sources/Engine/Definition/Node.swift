/// A node of a process that can run. It never changes, and is shared by reference because every step hands it around.
public final class Node: Sendable {
    public let ref: ElementRef
    public let name: String?
    public let documentation: String?
    public let lane: String?
    public let kind: NodeKind
    public let line: Int
    /// The scope that it stands in, by its place in the definition.
    let scope: Int
    let incoming: [Int]
    let outgoing: [Int]
    let defaultFlow: Int?
    /// Whether all its flows are taken, whatever the facts.
    let takesAll: Bool
    /// Boundary events on it, by place.
    let boundaries: [Int]
    let startQuantity: Int
    let completionQuantity: Int
    let inputs: [DataMapping]
    let outputs: [DataMapping]
    let loop: LoopRule?
    /// What undoes this activity when it has ended well: a handler or an event sub-process.
    let undo: Int?
    /// How the messages go out that it sends, by their name, where the drawing says so.
    let publishing: [String: PublishingRule]
    let arrival: Arrival
    /// Whether reaching it makes a signal known to all who wait now.
    let throwsSignal: Bool
    /// The terms of a person's work, where nothing of them is computed.
    let terms: Shared<TaskTerms>?

    public var id: String { ref.id }
    var index: Int { Int(ref.index) }

    init(_ draft: NodeDraft, kind: NodeKind) {
        ref = draft.ref
        name = draft.name
        documentation = draft.documentation
        lane = draft.lane
        line = draft.line
        self.kind = kind
        scope = draft.scope
        incoming = draft.incoming
        outgoing = draft.outgoing
        defaultFlow = draft.defaultFlow
        takesAll = draft.takesAll
        boundaries = draft.boundaries
        startQuantity = draft.startQuantity
        completionQuantity = draft.completionQuantity
        inputs = draft.inputs
        outputs = draft.outputs
        loop = draft.loop
        undo = draft.undo
        publishing = draft.publishing
        arrival = Arrival(draft, kind)
        throwsSignal = kind.throwsSignal
        terms = kind.fixedTerms
    }
}

/// What a flow does that reaches a node.
enum Arrival: Sendable {
    /// It begins the node.
    case enters
    /// It waits for one of each of the node's flows.
    case joins
    /// It waits for as many as the node asks for.
    case gathers
    /// It waits for what may still come.
    case looksAhead

    init(_ node: NodeDraft, _ kind: NodeKind) {
        if node.incoming.count > 1, kind.looksAhead {
            self = .looksAhead
        } else if case .parallelGateway = kind, node.incoming.count > 1 {
            self = .joins
        } else {
            self = node.startQuantity > 1 ? .gathers : .enters
        }
    }
}

/// A way from one node to the next; shared as the nodes are.
public final class Flow: Sendable {
    public let ref: ElementRef
    public let name: String?
    let source: Int
    let target: Int
    let condition: Formula?

    init(ref: ElementRef, name: String?, source: Int, target: Int, condition: Formula?) {
        self.ref = ref
        self.name = name
        self.source = source
        self.target = target
        self.condition = condition
    }

    public var id: String { ref.id }
}

/// A value that goes in or out under a name.
struct DataMapping: Sendable {
    let source: Formula
    let target: VariablePath
}

/// Where a mapping puts a value: a variable, or a place inside one (`zaak.status`).
struct VariablePath: Hashable, Sendable {
    let name: String
    let fields: [String]

    init(_ text: String) {
        let parts = text.split(separator: ".").map(String.init)
        name = parts.first ?? text
        fields = Array(parts.dropFirst())
    }
}
