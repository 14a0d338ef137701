import Bpmn
import Engine
import Xml

/// What the elements of a drawing are called in sentences: by their name, or by what they are and what they stand beside.
struct ElementNames: Sendable {
    private let index: ElementIndex
    private let words: Words
    /// The names of steps in other drawings that a process calls.
    private let others: [String: String]
    /// The names that more than one step has.
    private let namesakes: Set<String>
    private let processes: [String: String]

    init(_ definitions: Definitions, _ words: Words, beside others: [String: String] = [:]) {
        index = ElementIndex(definitions)
        let steps = definitions.processes.flatMap(\.scope.allNodes).compactMap { $0.name?.oneLine }
        namesakes = Set(Dictionary(grouping: steps) { $0 }.filter { $0.value.count > 1 }.keys)
        processes = definitions.processes.reduce(into: [:]) { $0[$1.id.text] = $1.name?.oneLine }
        self.words = words
        self.others = others
    }

    /// Without a drawing: by the names that are known.
    init(_ known: [String: String], _ words: Words) {
        self.init(Definitions(source: XmlElement(XmlName("definitions"))), words, beside: known)
    }

    func callAsFunction(_ id: String) -> String {
        if let name = drawn(id) { return name }
        return switch index[ElementID(id)] {
        case .node(let node): described(node)
        case .flow(let flow, _): words("names.way_to", ["name": self(flow.target.text)])
        case nil: processes[id] ?? others[id] ?? id
        case .data, .annotation, .group, .association, .dataAssociation, .participant, .lane, .messageFlow, .message,
            .conversation, .conversationLink:
            id
        }
    }

    /// Where a flow leads, in a sentence in which names are said otherwise than they are drawn.
    func way(_ flow: String, saying said: (String) -> String) -> String {
        guard case .flow(let flow, _) = index[ElementID(flow)] else { return said(self(flow)) }
        return words("names.way_to", ["name": said(self(flow.target.text))])
    }

    /// As one step of a way through the drawing: a flow as the choice that it is.
    func step(_ id: String) -> String {
        guard case .flow(let flow, _) = index[ElementID(id)] else { return self(id) }
        return words("names.chosen", ["name": drawn(id) ?? words("names.way_to", ["name": self(flow.target.text)])])
    }

    /// With the choice that a flow leaves: "weg ja bij Bellen?".
    func full(_ id: String) -> String {
        guard case .flow(let flow, _) = index[ElementID(id)], let name = drawn(id) else { return self(id) }
        return words("names.way_of", ["name": name, "choice": self(flow.source.text)])
    }

    /// With its id where others in the drawing have the same name.
    func unique(_ id: String) -> String {
        let name = self(id)
        return drawn(id) != nil && namesakes.contains(name) ? "\(name) (\(id))" : name
    }

    /// A gateway as a sentence needs it to be found: by its name, or by what it stands between.
    func between(_ id: String) -> String {
        guard drawn(id) == nil, case .node(let node) = index[ElementID(id)],
            let before = nearest(to: node, by: { $0.incoming }, from: { $0.source }),
            let after = nearest(to: node, by: { $0.outgoing }, from: { $0.target })
        else { return "“\(unique(id))”" }
        let isGateway = node.type.rawValue.hasSuffix("Gateway")
        let key = isGateway ? "names.gateway_between" : "names.step_between"
        return words(key, ["before": before, "after": after])
    }

    /// The name that the drawing gives; nothing where it gives none.
    func drawn(_ id: String) -> String? {
        let name = index[ElementID(id)]?.name?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return name.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The names of all steps, by id.
    var steps: [String: String] {
        index.subjects.reduce(into: [:]) { names, one in
            if case .node = one.value { names[one.key.text] = self(one.key.text) }
        }
    }

    /// The kind of step, and the named step nearest to it.
    private func described(_ node: FlowNode) -> String {
        let type = node.type.rawValue
        let kind = node.isMeeting ? words("outline.meeting") : words.text("names.\(type)") ?? words("outline.\(type)")
        if let name = nearest(to: node, by: { $0.incoming }, from: { $0.source }) {
            return words("names.after", ["kind": kind, "name": name])
        }
        if let name = nearest(to: node, by: { $0.outgoing }, from: { $0.target }) {
            return words("names.before", ["kind": kind, "name": name])
        }
        return kind
    }

    /// The name of the first named step that is met on the way back or on, a few steps far.
    private func nearest(
        to node: FlowNode, by flows: (FlowNode) -> [FlowID], from end: (SequenceFlow) -> ElementID
    ) -> String? {
        var (here, seen) = ([node], Set([node.id]))
        for _ in 0..<4 {
            var next: [FlowNode] = []
            for flow in here.flatMap(flows) {
                guard case .flow(let flow, _) = index[ElementID(flow)], case .node(let other) = index[end(flow)],
                    seen.insert(other.id).inserted
                else { continue }
                if let name = drawn(other.id.text) { return name }
                next.append(other)
            }
            here = next
        }
        return nil
    }
}

extension FlowNode {
    /// A gateway that only takes ways together is no choice.
    var isMeeting: Bool { type.rawValue.hasSuffix("Gateway") && outgoing.count < 2 }
}
