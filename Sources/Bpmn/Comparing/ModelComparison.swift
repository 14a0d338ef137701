/// What is different between two versions of a model, element by element.
public struct ModelComparison: Hashable, Sendable {
    /// In the new version only.
    public let added: [ElementID]
    /// In the old version only.
    public let removed: [ElementID]
    /// In both, and not the same.
    public let changed: [Change]

    /// An element that is not what it was, and in what.
    public struct Change: Hashable, Sendable {
        public let element: ElementID
        public let aspects: [Aspect]
    }

    /// In what an element differs.
    public enum Aspect: Hashable, Sendable {
        /// The same by its kind and name, under another id than this.
        case id(old: ElementID)
        case name(old: String?, new: String?)
        /// Another kind of element, event or gateway.
        case kind
        /// Leads from or to other elements.
        case connection
        case condition(old: String?, new: String?)
        case defaultFlow
        /// Another does it: the lanes it stood and stands in.
        case lane(old: ElementID?, new: ElementID?)
        /// What it says: its timer, its message, who does it and the like.
        case parts([ElementPart.Change])
        /// Only where it is drawn.
        case place
    }

    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

    public init(old: Definitions, new: Definitions) {
        let (before, after) = (ElementIndex(old).subjects, ElementIndex(new).subjects)
        let renumbering = Renumbering(from: before, to: after)
        let (spotsBefore, spotsAfter) = (old.spots, new.spots)
        let (readerBefore, readerAfter) = (PartReader(old), PartReader(new))
        added = after.keys.filter { before[$0] == nil && renumbering.old[$0] == nil }.sorted()
        removed = before.keys.filter { after[renumbering($0)] == nil }.sorted()
        let elements = before.keys.sorted().compactMap { id -> Change? in
            let later = renumbering(id)
            guard let one = before[id], let other = after[later] else { return nil }
            var aspects = (id == later || one.isFlow ? [] : [.id(old: id)]) + one.differences(from: other, renumbering)
            if readerBefore.kind(of: id) != readerAfter.kind(of: later) { aspects.append(.kind) }
            let parts = one.isToldElsewhere ? [] : readerBefore.parts(of: id).changes(to: readerAfter.parts(of: later))
            if !parts.isEmpty { aspects.append(.parts(parts)) }
            if spotsBefore[id] != spotsAfter[later] { aspects.append(.place) }
            return aspects.isEmpty ? nil : Change(element: later, aspects: aspects)
        }
        changed = Change.wholes(from: old, readerBefore, to: new, readerAfter) + elements
    }

    /// Classes for a drawing of the new version (`is-added`, `is-changed`) or the old (`is-removed`, `is-changed`).
    public var classes: [ElementID: [String]] {
        var classes: [ElementID: [String]] = [:]
        for id in added { classes[id] = ["is-added"] }
        for id in removed { classes[id] = ["is-removed"] }
        for change in changed where change.aspects != [.place] {
            classes[change.element] = ["is-changed"]
            for case .id(let old) in change.aspects { classes[old] = ["is-changed"] }
        }
        return classes
    }
}

extension ModelComparison.Change {
    /// What is said otherwise of whole processes.
    fileprivate static func wholes(
        from old: Definitions, _ before: PartReader, to new: Definitions, _ after: PartReader
    ) -> [ModelComparison.Change] {
        old.processes.compactMap { one in
            guard let other = new.processes[one.id] else { return nil }
            let parts = before.parts(of: one.id).changes(to: after.parts(of: one.id))
            let isRenamed = one.name?.oneLine != other.name?.oneLine
            let aspects: [ModelComparison.Aspect] =
                (isRenamed ? [.name(old: one.name, new: other.name)] : []) + (parts.isEmpty ? [] : [.parts(parts)])
            return aspects.isEmpty ? nil : ModelComparison.Change(element: one.id, aspects: aspects)
        }
    }
}

extension Definitions {
    /// Where each element is drawn.
    fileprivate var spots: [ElementID: [Point]] {
        diagrams.reduce(into: [:]) { spots, diagram in
            for shape in diagram.shapes {
                spots[shape.element] = [
                    Point(shape.bounds.x, shape.bounds.y), Point(shape.bounds.width, shape.bounds.height),
                ]
            }
            for edge in diagram.edges { spots[edge.element] = edge.points }
        }
    }
}

extension ElementIndex.Subject {
    /// A flow is known by its ends; its id says nothing to people.
    fileprivate var isFlow: Bool { if case .flow = self { true } else { false } }
}
