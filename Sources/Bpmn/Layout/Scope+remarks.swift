/// A line between a remark or data and the node that it belongs to.
struct RemarkLink {
    var remark: ElementID
    var node: ElementID
    var edge: ElementID?
    var isFromRemark: Bool
}

extension Scope {
    var remarkLinks: [RemarkLink] {
        let shown = Set(dataReferences.map(\.id))
        let data = nodes.flatMap { node in
            node.dataAssociations.compactMap { association -> RemarkLink? in
                if let source = association.sources.first(where: shown.contains) {
                    return RemarkLink(remark: source, node: node.id, edge: association.id, isFromRemark: true)
                }
                guard let target = association.target, shown.contains(target) else { return nil }
                return RemarkLink(remark: target, node: node.id, edge: association.id, isFromRemark: false)
            }
        }
        let notes = artifacts.associations.compactMap { association -> RemarkLink? in
            if artifacts.annotations[association.source] != nil {
                return RemarkLink(
                    remark: association.source, node: association.target, edge: association.id, isFromRemark: true)
            }
            guard artifacts.annotations[association.target] != nil else { return nil }
            return RemarkLink(
                remark: association.target, node: association.source, edge: association.id, isFromRemark: false)
        }
        return data + notes
    }

    func remarkSize(_ id: ElementID) -> (Double, Double) {
        if artifacts.annotations[id] != nil { return (130, 50) }
        if case .store = dataReferences[id]?.kind { return (50, 44) }
        return (36, 48)
    }
}
