import Basics

extension DmnModel {
    /// Decisions that need themselves, by way of others or not (DMN 1.5, 6.3.2: requirements form no cycle), each ring once; no more than
    /// a person would read.
    var rings: [Diagnostic] {
        RequirementRings(of: self).rings.map { ring in
            let names = (ring + ring.prefix(1)).map { decisions[$0].name }.joined(separator: " → ")
            let first = decisions[ring[0]]
            return Diagnostic(.error, "ring", "needs itself: \(names)", line: first.line, element: first.name)
        }
    }
}

/// Looks for rings among the decisions of a model, in time that grows with its requirements.
private struct RequirementRings {
    /// What each decision requires, by place.
    private let required: [[Int]]
    private static let most = 20

    init(of model: DmnModel) {
        let places = Dictionary(
            model.decisions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        required = model.decisions.map { decision in
            decision.information.compactMap { reference in
                guard let mark = reference.href.lastIndex(of: "#") else { return nil }
                let (space, id) = (reference.href[..<mark], reference.href[reference.href.index(after: mark)...])
                return space.isEmpty || space == model.namespace ? places[String(id)] : nil
            }
        }
    }

    /// Each ring from its first decision in the file.
    var rings: [[Int]] {
        var found: [[Int]] = []
        var told: Set<Int> = []
        let isCaught = isCaught
        for start in required.indices where isCaught[start] && !told.contains(start) {
            guard found.count < Self.most else { break }
            guard let ring = ring(from: start) else { continue }
            told.formUnion(ring)
            found.append(ring)
        }
        return found
    }

    /// Whether a decision is left when, again and again, those that require nothing more are taken away: no other can be in a ring.
    private var isCaught: [Bool] {
        var open = required.map(\.count)
        var users: [[Int]] = Array(repeating: [], count: required.count)
        for (user, needs) in required.enumerated() { for need in needs { users[need].append(user) } }
        var free = open.indices.filter { open[$0] == 0 }
        while let done = free.popLast() {
            for user in users[done] {
                open[user] -= 1
                if open[user] == 0 { free.append(user) }
            }
        }
        return open.map { $0 > 0 }
    }

    /// The shortest way from a decision over what it requires back to itself.
    private func ring(from start: Int) -> [Int]? {
        var before: [Int: Int] = [:]
        var row = [start]
        while !row.isEmpty {
            var next: [Int] = []
            for place in row {
                for need in required[place] {
                    if need == start { return way(to: place, from: start, before) }
                    if before[need] == nil {
                        before[need] = place
                        next.append(need)
                    }
                }
            }
            row = next
        }
        return nil
    }

    private func way(to last: Int, from start: Int, _ before: [Int: Int]) -> [Int] {
        var way = [last]
        while let place = way.last, place != start, let earlier = before[place] { way.append(earlier) }
        return way.reversed()
    }
}
