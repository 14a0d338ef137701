/// A diagram of a model as SVG: every shape and marker of BPMN, without a single inline style.
///
/// Each element is a group with `data-element` and classes (`bpmn-task bpmn-userTask`), so that a style sheet can show where a zaak is.
public struct BpmnDrawing: Sendable {
    public let diagram: Diagram
    let definitions: Definitions
    let index: ElementIndex
    private(set) var options: DrawingOptions
    /// All that has a shape.
    let drawn: Set<ElementID>

    public init(_ definitions: Definitions, diagram: Diagram? = nil, options: DrawingOptions = DrawingOptions()) {
        self.definitions = definitions
        let drawn = diagram ?? definitions.diagrams.first { !$0.shapes.isEmpty }
        self.diagram = drawn.map { definitions.completed($0) } ?? definitions.laidOut()
        self.options = options
        index = ElementIndex(definitions)
        self.drawn = Set(self.diagram.shapes.map(\.element))
    }

    /// The same drawing, marked or titled otherwise.
    public func drawn(with options: DrawingOptions) -> BpmnDrawing {
        var drawing = self
        drawing.options = options
        return drawing
    }

    /// All diagrams of a file; one is laid out where it has none.
    public static func all(_ definitions: Definitions, options: DrawingOptions = DrawingOptions()) -> [BpmnDrawing] {
        let drawn = definitions.diagrams.filter { !$0.shapes.isEmpty }
        if drawn.isEmpty { return [BpmnDrawing(definitions, options: options)] }
        return drawn.map { BpmnDrawing(definitions, diagram: $0, options: options) }
    }

    public var svg: String {
        var canvas = Canvas(options: options)
        let ranked = diagram.shapes.enumerated().map {
            (rank: $0.element.rank(in: self), place: $0.offset, shape: $0.element)
        }
        let shapes = ranked.sorted { ($0.rank.0, $0.rank.1, $0.place) < ($1.rank.0, $1.rank.1, $1.place) }.map(\.shape)
        for shape in shapes where shape.isBackground(in: self) { draw(shape, on: &canvas) }
        for edge in diagram.edges { draw(edge, on: &canvas) }
        for shape in shapes where !shape.isBackground(in: self) { draw(shape, on: &canvas) }
        for edge in diagram.edges { drawLabel(of: edge, on: &canvas) }
        return canvas.document(title: title, description: description)
    }

    private var title: String {
        options.title ?? diagram.name ?? definitions.name ?? definitions.processes.first?.name
            ?? definitions.processes.first?.id.text ?? ""
    }

    /// The names of the steps, for who hears the picture instead of seeing it.
    private var description: String {
        if let description = options.description { return description }
        let names = diagram.shapes.compactMap { shape -> String? in
            guard case .node(let node) = index[shape.element] else { return nil }
            return node.name?.oneLine
        }
        return names.filter { !$0.isEmpty }.joined(separator: "; ")
    }
}

/// How a drawing is made.
public struct DrawingOptions: Hashable, Sendable {
    public var title: String?
    public var description: String?
    /// With a style sheet inside, for a file that stands alone; a page brings its own.
    public var isStandalone: Bool
    /// Classes to add to elements: `is-here`, `is-done`, `heat-3`.
    public var classes: [ElementID: [String]]
    /// Where a press on an element leads.
    public var links: [ElementID: String]
    /// Makes the ids in the picture unique on a page with several.
    public var prefix: String

    public init(
        title: String? = nil, description: String? = nil, isStandalone: Bool = false,
        classes: [ElementID: [String]] = [:], links: [ElementID: String] = [:], prefix: String = "bpmn"
    ) {
        self.title = title
        self.description = description
        self.isStandalone = isStandalone
        self.classes = classes
        self.links = links
        self.prefix = prefix
    }
}

extension Shape {
    /// Containers lie below what they contain; boundary events lie on top.
    fileprivate func rank(in drawing: BpmnDrawing) -> (Int, Double) {
        switch drawing.index[element] {
        case .participant: (band == nil ? 0 : 5, 0)
        case .lane: (2, -bounds.width * bounds.height)
        case .node(let node):
            node.boundaryEvent != nil ? (6, 0) : isBackground(in: drawing) ? (2, -bounds.width * bounds.height) : (4, 0)
        case .group: (3, 0)
        case .message: (7, 0)
        case .flow, .data, .annotation, .association, .dataAssociation, .messageFlow, .conversation, .conversationLink,
            nil:
            (4, 0)
        }
    }

    fileprivate func isBackground(in drawing: BpmnDrawing) -> Bool {
        switch drawing.index[element] {
        case .participant: band == nil
        case .lane, .group: true
        case .node(let node): drawing.isExpanded(self, node)
        case .flow, .data, .annotation, .association, .dataAssociation, .messageFlow, .message, .conversation,
            .conversationLink, nil:
            false
        }
    }
}

extension BpmnDrawing {
    /// Whether the inside of a sub-process is shown: as the file says, else when some of it is drawn.
    func isExpanded(_ shape: Shape, _ node: FlowNode) -> Bool {
        if let isExpanded = shape.isExpanded { return isExpanded }
        guard let inside = node.innerScope else { return false }
        return inside.nodes.contains { drawn.contains($0.id) }
    }

    private func draw(_ shape: Shape, on canvas: inout Canvas) {
        canvas.include(shape.bounds)
        guard let subject = index[shape.element] else { return }
        switch subject {
        case .node(let node): draw(node, shape, on: &canvas)
        case .data(let data, let isCollection): draw(data, isCollection, shape, on: &canvas)
        case .annotation(let annotation): draw(annotation, shape, on: &canvas)
        case .group(let group): draw(group, shape, on: &canvas)
        case .participant(let participant): draw(participant, shape, on: &canvas)
        case .lane(let lane): draw(lane, shape, on: &canvas)
        case .message(let message): draw(message, shape, on: &canvas)
        case .conversation(let conversation): draw(conversation, shape, on: &canvas)
        case .flow, .association, .dataAssociation, .messageFlow, .conversationLink: break
        }
    }

    private func draw(_ node: FlowNode, _ shape: Shape, on canvas: inout Canvas) {
        switch node.kind {
        case .start(let event):
            drawEvent(node, EventLook(start: event), shape, on: &canvas)
        case .end(let event): drawEvent(node, EventLook(end: event), shape, on: &canvas)
        case .catching(let event): drawEvent(node, EventLook(catching: event), shape, on: &canvas)
        case .throwing(let event): drawEvent(node, EventLook(throwing: event), shape, on: &canvas)
        case .boundary(let event): drawEvent(node, EventLook(boundary: event), shape, on: &canvas)
        case .activity(let activity): draw(activity, node, shape, on: &canvas)
        case .gateway(let gateway): draw(gateway, node, shape, on: &canvas)
        case .choreography(let activity): draw(activity, node, shape, on: &canvas)
        }
    }
}
