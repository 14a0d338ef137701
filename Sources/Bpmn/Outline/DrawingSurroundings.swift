import Basics

/// What stands in a drawing around the steps: who takes part, what they send each other, frames, remarks, data, and lanes that are empty.
public struct DrawingSurroundings: Hashable, Sendable {
    public let participants: [Participant]
    public let messages: [MessageFlow]
    public let conversations: [Conversation]
    public let groups: [Group]
    /// Remarks that are not about one step, for which the step tells them.
    public let remarks: [Remark]
    public let data: [Datum]
    /// Lanes in which nothing stands.
    public let emptyLanes: [Lane]

    /// A frame around steps, as it is drawn.
    public struct Group: Hashable, Sendable {
        public let group: DrawnGroup
        public let members: [ElementID]
    }

    /// A text in the drawing, and what it is tied to.
    public struct Remark: Hashable, Sendable {
        public let annotation: TextAnnotation
        public let about: [ElementID]
    }

    /// Data as it is drawn, and which steps read and write it.
    public struct Datum: Hashable, Sendable {
        public let reference: DataReference
        public let readers: [ElementID]
        public let writers: [ElementID]
    }

    public init(_ definitions: Definitions) {
        let scopes = definitions.processes.flatMap(\.scope.allScopes)
        let artifacts = scopes.map(\.artifacts) + definitions.collaborations.map(\.artifacts)
        let nodes = Set(scopes.flatMap { $0.nodes.map(\.id) })
        participants = definitions.collaborations.flatMap(\.participants.all).uniqued
        messages = definitions.collaborations.flatMap(\.messageFlows.all).uniqued
        conversations = definitions.collaborations.flatMap(\.conversations.all).uniqued
        groups = artifacts.flatMap(\.groups.all).uniqued.map { definitions.framed($0, nodes) }
        let ties = artifacts.flatMap(\.associations.all)
        remarks = artifacts.flatMap(\.annotations.all).uniqued.map { $0.tied(by: ties) }
            .filter { remark in !remark.about.contains(where: nodes.contains) }
        data = scopes.flatMap(\.drawnData)
        emptyLanes = scopes.flatMap { scope in
            let held = Set(scope.nodes.compactMap(\.lane))
            return scope.laneSets.flatMap { $0.lanes.flatMap(\.leaves) }.filter { !held.contains($0.id) }
        }
    }
}

extension Definitions {
    /// A frame with the nodes whose middle lies in it, where it is drawn.
    fileprivate func framed(_ group: DrawnGroup, _ nodes: Set<ElementID>) -> DrawingSurroundings.Group {
        let drawn = diagrams.first { $0.shapes.contains { $0.element == group.id } }?.shapes ?? []
        let frame = drawn.first { $0.element == group.id }?.bounds
        let members = drawn.filter { nodes.contains($0.element) && frame?.contains($0.bounds.center) ?? false }
        return DrawingSurroundings.Group(group: group, members: members.map(\.element))
    }
}

extension TextAnnotation {
    fileprivate func tied(by ties: [Association]) -> DrawingSurroundings.Remark {
        let about = ties.compactMap { $0.source == id ? $0.target : $0.target == id ? $0.source : nil }
        return DrawingSurroundings.Remark(annotation: self, about: about)
    }
}

extension Scope {
    fileprivate var drawnData: [DrawingSurroundings.Datum] {
        dataReferences.map { reference in
            let readers = nodes.filter { $0.dataAssociations.contains { $0.sources.contains(reference.id) } }
            let writers = nodes.filter { $0.dataAssociations.contains { $0.target == reference.id } }
            return DrawingSurroundings.Datum(
                reference: reference, readers: readers.map(\.id), writers: writers.map(\.id))
        }
    }
}

extension Array where Element: Identifiable {
    /// Each once, where several diagrams show it.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element.ID> = []
        return filter { seen.insert($0.id).inserted }
    }
}
