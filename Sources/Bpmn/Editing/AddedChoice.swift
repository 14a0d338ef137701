import Xml

/// A choice to be drawn before a step: to the step as it was drawn, or to another. Who went another way left the step undone, with the
/// facts as they were there.
public struct AddedChoice: Sendable {
    public var step: ElementID
    public var other: ElementID
    /// What is asked at the choice, and what its ways are called.
    public var question: String
    public var asDrawn: String
    public var elsewhere: String
    /// Why it was added, in the drawing's documentation.
    public var because: String
    /// When the other way is taken, in FEEL; a person chooses where nothing is said.
    public var condition: String?

    public init(
        before step: ElementID, to other: ElementID, question: String, asDrawn: String, elsewhere: String,
        because: String, condition: String? = nil
    ) {
        self.condition = condition
        self.step = step
        self.other = other
        self.question = question
        self.asDrawn = asDrawn
        self.elsewhere = elsewhere
        self.because = because
    }

    /// Why a choice cannot be drawn by itself.
    public enum Refusal: Error, Hashable, Sendable {
        /// One of the steps is not in the drawing.
        case noSuchStep
        /// They stand in different (sub-)processes, the other not around this one; a flow cannot cross the edge of one (BPMN 2.0.2, 8.4.13).
        case differentScopes
        /// No way leads to the step, or it is the same step.
        case noWayIn
    }
}

extension Definitions {
    /// The file with a choice on all ways to a step: by a person, or by a condition with the drawn way for all else.
    public func adding(_ choice: AddedChoice) throws -> String {
        let scopes = processes.flatMap(\.scope.allScopes)
        guard let scope = scopes.first(where: { $0.nodes[choice.step] != nil }),
            scopes.contains(where: { $0.nodes[choice.other] != nil })
        else { throw AddedChoice.Refusal.noSuchStep }
        guard scope.nodes[choice.other] != nil else {
            guard let exit = AddedExit(choice, in: self) else { throw AddedChoice.Refusal.differentScopes }
            return try adding(choice, leavingBy: exit)
        }
        let ways = scope.incoming(of: choice.step)
        guard !ways.isEmpty, choice.step != choice.other else { throw AddedChoice.Refusal.noWayIn }
        let names = ChoiceNames(choice, in: self)
        var edited = source
        edited.draw(choice, ways, names)
        if let place = diagrams.first(where: { $0.shape(of: choice.step) != nil && $0.shape(of: choice.other) != nil })
        {
            edited.place(choice, ways, names, in: place)
        }
        return edited.written()
    }
}

/// The ids of what is added, none of which the file has already.
struct ChoiceNames {
    let gateway: String
    let asDrawn: String
    let elsewhere: String

    init(_ choice: AddedChoice, in definitions: Definitions) {
        let taken = definitions.source.ids
        func free(_ wanted: String) -> String {
            guard taken.contains(wanted) else { return wanted }
            return (2...).lazy.map { "\(wanted)-\($0)" }.first { !taken.contains($0) } ?? wanted
        }
        gateway = free("keuze-voor-\(choice.step.text)")
        asDrawn = free("van-\(gateway)-naar-\(choice.step.text)")
        elsewhere = free("van-\(gateway)-naar-\(choice.other.text)")
    }
}

extension XmlElement {
    /// The ids of this element and all within it.
    var ids: Set<String> {
        children.reduce(into: Set([self["id"]].compactMap(\.self))) { $0.formUnion($1.ids) }
    }

    /// Draws the gateway and its two ways, and leads the ways that were there to it.
    fileprivate mutating func draw(_ choice: AddedChoice, _ ways: [SequenceFlow], _ names: ChoiceNames) {
        for way in ways { change(way.id.text) { $0["targetRef"] = names.gateway } }
        change(choice.step.text) { $0.replace(incoming: ways.map(\.id.text), names.asDrawn) }
        change(choice.other.text) { $0.refer("incoming", names.elsewhere) }
        let drawn = [
            gateway(choice, ways, names), flow(names.asDrawn, choice.asDrawn, names.gateway, choice.step.text),
            conditional(flow(names.elsewhere, choice.elsewhere, names.gateway, choice.other.text), choice.condition),
        ]
        insert(drawn, behind: ways[0].id.text)
        enter(names.gateway, besides: choice.step.text)
    }

    private func gateway(_ choice: AddedChoice, _ ways: [SequenceFlow], _ names: ChoiceNames) -> XmlElement {
        var gateway = made("exclusiveGateway", ["id": names.gateway, "name": choice.question])
        gateway.nodes = [.element(made("documentation", text: choice.because))]
        for way in ways { gateway.refer("incoming", way.id.text) }
        for id in [names.asDrawn, names.elsewhere] { gateway.refer("outgoing", id) }
        if choice.condition != nil { gateway["default"] = names.asDrawn }
        return gateway
    }

    private func flow(_ id: String, _ name: String, _ from: String, _ to: String) -> XmlElement {
        made("sequenceFlow", ["id": id, "name": name, "sourceRef": from, "targetRef": to])
    }

    private func conditional(_ flow: XmlElement, _ condition: String?) -> XmlElement {
        guard let condition else { return flow }
        var flow = flow
        flow.nodes = [.element(made("conditionExpression", text: "=" + condition))]
        return flow
    }

    /// An element of the file's own kind, which is that of its root.
    func made(_ local: String, _ attributes: KeyValuePairs<String, String> = [:], text: String? = nil)
        -> XmlElement
    {
        XmlElement(
            XmlName(local, in: name.namespace, prefix: name.prefix),
            attributes: attributes.map { XmlAttribute(XmlName($0.key), $0.value) },
            nodes: text.map { [.text($0)] } ?? [])
    }

    @discardableResult
    mutating func insert(_ elements: [XmlElement], behind id: String) -> Bool {
        for index in nodes.indices {
            guard case .element(var child) = nodes[index] else { continue }
            if child["id"] == id {
                nodes.insert(contentsOf: elements.map(XmlNode.element), at: index + 1)
                return true
            }
            if child.insert(elements, behind: id) {
                nodes[index] = .element(child)
                return true
            }
        }
        return false
    }

    /// Says of a flow that it begins or ends here, where the file says such things (8.4.9); they stand before what else is inside.
    mutating func refer(_ local: String, _ id: String) {
        let last = nodes.lastIndex { node in
            guard case .element(let child) = node else { return false }
            return ["documentation", "extensionElements", "incoming", "outgoing"].contains(child.name.local)
        }
        let reference = XmlElement(XmlName(local, in: name.namespace, prefix: name.prefix), nodes: [.text(id)])
        nodes.insert(.element(reference), at: last.map { $0 + 1 } ?? 0)
    }

    /// Says of a flow that it ends here in the place of all that did, where the file says such things.
    private mutating func replace(incoming old: [String], _ new: String) {
        let count = nodes.count
        nodes.removeAll { node in
            guard case .element(let child) = node, child.name.local == "incoming" else { return false }
            return old.contains(child.text.filter { !$0.isWhitespace })
        }
        if nodes.count < count { refer("incoming", new) }
    }

    /// Puts a node in the lanes of another.
    mutating func enter(_ id: String, besides other: String) {
        for index in nodes.indices {
            guard case .element(var child) = nodes[index] else { continue }
            if child.name.local == "flowNodeRef", child.text.filter({ !$0.isWhitespace }) == other {
                var reference = child
                reference.nodes = [.text(id)]
                nodes.insert(.element(reference), at: index + 1)
                return
            }
            child.enter(id, besides: other)
            nodes[index] = .element(child)
        }
    }
}
