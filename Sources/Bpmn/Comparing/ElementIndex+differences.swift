extension ElementIndex.Subject {
    /// In what this element differs from its later self, as far as its name and what it hangs on go.
    func differences(from other: Self, _ renumbering: Renumbering) -> [ModelComparison.Aspect] {
        var aspects: [ModelComparison.Aspect] = []
        if name?.oneLine != other.name?.oneLine { aspects.append(.name(old: name, new: other.name)) }
        return aspects + ownDifferences(from: other, renumbering)
    }

    private func ownDifferences(from other: Self, _ renumbering: Renumbering) -> [ModelComparison.Aspect] {
        switch (self, other) {
        case (.node(let old), .node(let new)): old.differences(from: new, renumbering)
        case (.flow(let old, _), .flow(let new, _)): old.differences(from: new, renumbering)
        case (.association(let old), .association(let new)):
            moved(renumbering(old.source) != new.source || renumbering(old.target) != new.target)
        case (.dataAssociation(let old), .dataAssociation(let new)):
            moved(
                old.sources.map { renumbering($0) } != new.sources || old.target.map { renumbering($0) } != new.target)
        case (.messageFlow(let old), .messageFlow(let new)):
            moved(renumbering(old.source) != new.source || renumbering(old.target) != new.target)
        case (.conversationLink(let old), .conversationLink(let new)):
            moved(renumbering(old.source) != new.source || renumbering(old.target) != new.target)
        case (.node, _), (.flow, _), (.association, _), (.dataAssociation, _), (.messageFlow, _), (.lane, _),
            (.data, _), (.participant, _), (.annotation, _), (.group, _), (.message, _), (.conversation, _),
            (.conversationLink, _):
            []
        }
    }

    private func moved(_ isMoved: Bool) -> [ModelComparison.Aspect] { isMoved ? [.connection] : [] }

    /// What it says is told at the step whose data it carries.
    var isToldElsewhere: Bool { if case .dataAssociation = self { true } else { false } }
}

extension FlowNode {
    fileprivate func differences(from new: FlowNode, _ renumbering: Renumbering) -> [ModelComparison.Aspect] {
        var aspects: [ModelComparison.Aspect] = []
        if defaultFlow.map({ renumbering($0) }) != new.defaultFlow { aspects.append(.defaultFlow) }
        if Set(incoming.map { renumbering($0) }) != Set(new.incoming)
            || Set(outgoing.map { renumbering($0) }) != Set(new.outgoing) || host.map({ renumbering($0) }) != new.host
        {
            aspects.append(.connection)
        }
        if lane.map({ renumbering($0) }) != new.lane { aspects.append(.lane(old: lane, new: new.lane)) }
        return aspects
    }
}

extension SequenceFlow {
    fileprivate func differences(from new: SequenceFlow, _ renumbering: Renumbering) -> [ModelComparison.Aspect] {
        var aspects: [ModelComparison.Aspect] = []
        if renumbering(source) != new.source || renumbering(target) != new.target { aspects.append(.connection) }
        if condition?.text != new.condition?.text {
            aspects.append(.condition(old: condition?.text, new: new.condition?.text))
        }
        return aspects
    }
}
