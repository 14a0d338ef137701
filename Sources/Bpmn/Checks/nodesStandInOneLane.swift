import Basics

/// In one division into lanes, a node stands in one lane (10.8).
func nodesStandInOneLane(_ place: CheckedScope) -> [Diagnostic] {
    place.scope.laneSets.flatMap { set in
        var first: [ElementID: ElementID] = [:]
        return set.lanes.flatMap { lane in
            Set(lane.all.flatMap(\.nodes)).sorted().compactMap { id -> Diagnostic? in
                guard let other = first[id] else {
                    first[id] = lane.id
                    return nil
                }
                return place.scope.nodes[id].map {
                    Diagnostic(.warning, "two-lanes", $0, "stands in the lanes \(other) and \(lane.id); leave one")
                }
            }
        }
    }
}
