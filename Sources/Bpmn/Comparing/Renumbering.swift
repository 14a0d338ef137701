/// What is the same in two versions of a model under another id: one step of a kind and name on each side, and the flows between such.
struct Renumbering {
    /// The old id by the new.
    private(set) var old: [ElementID: ElementID] = [:]
    private var new: [ElementID: ElementID] = [:]

    init(from before: [ElementID: ElementIndex.Subject], to after: [ElementID: ElementIndex.Subject]) {
        let (gone, come) = (before.filter { after[$0.key] == nil }, after.filter { before[$0.key] == nil })
        pair(gone, come) { $0.title }
        pair(gone, come) { [self] subject in
            guard case .flow(let flow, _) = subject else { return nil }
            return "\(self(flow.source)) \(self(flow.target)) \(flow.name?.oneLine ?? "")"
        }
    }

    /// The id under which an element of the old version stands in the new.
    func callAsFunction(_ id: ElementID) -> ElementID { new[id] ?? id }

    func callAsFunction(_ id: FlowID) -> FlowID { FlowID(self(ElementID(id)).text) }

    private mutating func pair(
        _ gone: [ElementID: ElementIndex.Subject], _ come: [ElementID: ElementIndex.Subject],
        by title: (ElementIndex.Subject) -> String?
    ) {
        func titles(_ subjects: [ElementID: ElementIndex.Subject]) -> [String: [ElementID]] {
            subjects.reduce(into: [:]) { titles, one in
                if let title = title(one.value) { titles[title, default: []].append(one.key) }
            }
        }
        let (one, other) = (titles(gone), titles(come))
        for (title, place) in one {
            guard place.count == 1, let later = other[title], later.count == 1 else { continue }
            new[place[0]] = later[0]
            old[later[0]] = place[0]
        }
    }
}

extension ElementIndex.Subject {
    /// The kind and name of a step or lane; nothing for what has none.
    fileprivate var title: String? {
        guard let name = name?.oneLine, !name.isEmpty else { return nil }
        switch self {
        case .node(let node): return "\(node.type.rawValue) \(name)"
        case .lane: return "lane \(name)"
        case .flow, .data, .annotation, .group, .association, .dataAssociation, .participant, .messageFlow, .message,
            .conversation, .conversationLink:
            return nil
        }
    }
}
