import Basics

extension DmnModel {
    /// Decisions that need themselves, by way of others or not (DMN 1.5, 6.3.2: requirements form no cycle), each ring once.
    var rings: [Diagnostic] {
        var found: [Diagnostic] = []
        var told: Set<String> = []
        for decision in decisions where !told.contains(decision.id) {
            guard let ring = ring(from: decision) else { continue }
            told.formUnion(ring.map(\.id))
            let names = (ring + [decision]).map(\.name).joined(separator: " → ")
            found.append(
                Diagnostic(.error, "ring", "needs itself: \(names)", line: decision.line, element: decision.name))
        }
        return found
    }

    /// The shortest way from a decision over what it requires back to itself.
    private func ring(from start: DmnDecision) -> [DmnDecision]? {
        var ways = [[start]]
        var seen: Set<String> = []
        while !ways.isEmpty {
            var longer: [[DmnDecision]] = []
            for way in ways {
                for next in way.last.map(required) ?? [] {
                    if next.id == start.id { return way }
                    if seen.insert(next.id).inserted { longer.append(way + [next]) }
                }
            }
            ways = longer
        }
        return nil
    }

    private func required(by decision: DmnDecision) -> [DmnDecision] {
        decision.information.compactMap { reference in
            guard let mark = reference.href.lastIndex(of: "#") else { return nil }
            let (space, id) = (reference.href[..<mark], reference.href[reference.href.index(after: mark)...])
            return space.isEmpty || space == namespace ? decisions.first { $0.id == id } : nil
        }
    }
}
