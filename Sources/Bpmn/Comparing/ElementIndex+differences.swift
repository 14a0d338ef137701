import Xml

extension ElementIndex.Subject {
    /// In what this element differs from its later self.
    func differences(from other: Self, _ renumbering: Renumbering) -> [ModelComparison.Aspect] {
        var aspects: [ModelComparison.Aspect] = []
        if name?.oneLine != other.name?.oneLine { aspects.append(.name(old: name, new: other.name)) }
        return aspects + ownDifferences(from: other, renumbering)
    }

    private func ownDifferences(from other: Self, _ renumbering: Renumbering) -> [ModelComparison.Aspect] {
        switch self {
        case .node(let old): if case .node(let new) = other { return old.differences(from: new, renumbering) }
        case .flow(let old, _): if case .flow(let new, _) = other { return old.differences(from: new, renumbering) }
        case .association(let old):
            if case .association(let new) = other {
                return moved(renumbering(old.source) != new.source || renumbering(old.target) != new.target)
            }
        case .dataAssociation(let old):
            if case .dataAssociation(let new) = other {
                return moved(
                    old.sources.map { renumbering($0) } != new.sources
                        || old.target.map { renumbering($0) } != new.target)
            }
        case .messageFlow(let old):
            if case .messageFlow(let new) = other {
                return moved(renumbering(old.source) != new.source || renumbering(old.target) != new.target)
            }
        case .lane: if case .lane = other { return [] }
        case .data(let old, let wasMany):
            if case .data(let new, let isMany) = other {
                return old.state == new.state && old.kind == new.kind && wasMany == isMany ? [] : [.kind]
            }
        case .participant: if case .participant = other { return [] }
        case .annotation: if case .annotation = other { return [] }
        case .group: if case .group = other { return [] }
        case .message: if case .message = other { return [] }
        case .conversation: if case .conversation = other { return [] }
        case .conversationLink: if case .conversationLink = other { return [] }
        }
        return [.kind]
    }

    private func moved(_ isMoved: Bool) -> [ModelComparison.Aspect] { isMoved ? [.connection] : [] }
}

extension FlowNode {
    fileprivate func differences(from new: FlowNode, _ renumbering: Renumbering) -> [ModelComparison.Aspect] {
        var aspects: [ModelComparison.Aspect] = []
        if documentation != new.documentation { aspects.append(.documentation) }
        if defaultFlow.map({ renumbering($0) }) != new.defaultFlow { aspects.append(.defaultFlow) }
        if Set(incoming.map { renumbering($0) }) != Set(new.incoming)
            || Set(outgoing.map { renumbering($0) }) != Set(new.outgoing) || host.map({ renumbering($0) }) != new.host
        {
            aspects.append(.connection)
        }
        if lane.map({ renumbering($0) }) != new.lane { aspects.append(.lane(old: lane, new: new.lane)) }
        if settings != new.settings { aspects.append(.settings(settings.changes(to: new.settings))) }
        if settings == new.settings, extensions.unplaced != new.extensions.unplaced { aspects.append(.extensions) }
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
        if documentation != new.documentation { aspects.append(.documentation) }
        return aspects
    }
}

extension Extensions {
    fileprivate var unplaced: [String] { attributes.map { "\($0.name)=\($0.value)" } + elements.map(\.canonical) }
}
