/// What stands together in a process or sub-process: nodes, flows, data, lanes and remarks.
public struct Scope: Hashable, Sendable {
    /// The process or sub-process whose inside this is.
    public var id: ElementID
    public var nodes: Catalog<FlowNode> = Catalog()
    public var flows: Catalog<SequenceFlow> = Catalog()
    public var dataObjects: Catalog<DataObject> = Catalog()
    public var dataReferences: Catalog<DataReference> = Catalog()
    public var properties: Catalog<Property> = Catalog()
    public var laneSets: [LaneSet] = []
    public var artifacts: Artifacts = Artifacts()

    public init(id: ElementID) { self.id = id }
}

extension Scope {
    public func incoming(of node: ElementID) -> [SequenceFlow] {
        nodes[node].map { $0.incoming.compactMap { flows[$0] } } ?? []
    }

    public func outgoing(of node: ElementID) -> [SequenceFlow] {
        nodes[node].map { $0.outgoing.compactMap { flows[$0] } } ?? []
    }

    /// Every scope from this one down, itself first.
    public var allScopes: [Scope] {
        [self] + nodes.flatMap { $0.innerScope?.allScopes ?? [] }
    }

    /// Every node from this scope down, in the order of the file.
    public var allNodes: [FlowNode] {
        nodes.flatMap { [$0] + ($0.innerScope?.allNodes ?? []) }
    }
}

/// The way from one node to the next (8.4.13).
public struct SequenceFlow: Hashable, Sendable, Identifiable {
    public var id: FlowID
    public var name: String?
    public var source: ElementID
    public var target: ElementID
    /// Only when this holds is the flow taken.
    public var condition: ModelExpression?
    /// Whether the file draws it as conditional, even when it writes no condition.
    public var isDrawnConditional: Bool
    public var documentation: [String]
    public var extensions: Extensions
    public var line: Int
}

/// An expression as the file has it; whoever runs it parses it.
public struct ModelExpression: Hashable, Sendable {
    public var text: String
    /// The language it names, or that of the file; `nil` when neither names one.
    public var language: String?
    /// Whether the language is that of the whole file, which the expression does not name itself.
    public var isOfFile: Bool
    public var line: Int

    public init(_ text: String, language: String? = nil, isOfFile: Bool = true, line: Int = 0) {
        self.text = text
        self.language = language
        self.isOfFile = isOfFile
        self.line = line
    }
}
