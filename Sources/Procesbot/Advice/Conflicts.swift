extension Composer {
    /// Sentences of different passages that speak of the same thing with other numbers, or where one forbids what the other allows.
    func conflicts(_ chosen: [Candidate]) -> [SourceConflict] {
        let near = candidates.prefix(10).filter { $0.score >= (candidates.first?.score ?? 0) * 0.5 }
        var conflicts = claimConflicts(chosen)
        for (index, left) in near.enumerated() {
            for right in near.dropFirst(index + 1) where left.number != right.number {
                for (one, other) in pairs(left, right)
                where differ(left.rules[one], right.rules[other])
                    && !isDrawn(left, one) && !isDrawn(right, other)
                {
                    conflicts.append(
                        SourceConflict(
                            about: adviser.phrases("tegenspraak", ["kop": left.heading]),
                            sources: [source(left, left.rules[one].range), source(right, right.rules[other].range)]))
                }
            }
        }
        return Array(conflicts.prefix(3))
    }

    /// The row of a drawing names a step or a way; it states nothing that a sentence could contradict.
    private func isDrawn(_ candidate: Candidate, _ rule: Int) -> Bool {
        candidate.document.isModel && !candidate.rules[rule].cells.isEmpty
    }

    /// Rules that say nearly the same in other respects.
    private func pairs(_ left: Candidate, _ right: Candidate) -> [(Int, Int)] {
        left.applicable.flatMap { one in
            right.applicable.filter { other in
                let (a, b) = (left.rules[one].terms, right.rules[other].terms)
                guard a.count >= 3, b.count >= 3 else { return false }
                return min(FactModel.cover(a, by: b), FactModel.cover(b, by: a)) >= 0.6
            }.map { (one, $0) }
        }
    }

    private func differ(_ left: Rule, _ right: Rule) -> Bool {
        // What holds in a certain case only does not contradict what holds otherwise.
        guard (left.condition == nil) == (right.condition == nil) else { return false }
        let (a, b) = (numbers(left), numbers(right))
        let shared = a.filter { one in b.contains { Claim.isComparable(one, $0) } }
        if shared.contains(where: { one in
            !b.contains { Claim.isComparable(one, $0) && !Claim.differ(one, $0) }
        }) {
            return true
        }
        let forbids = (left.mood == .forbid) != (right.mood == .forbid)
        return forbids && !deniesManner(left) && !deniesManner(right) && left.condition == nil && right.condition == nil
            && a.isEmpty && b.isEmpty
    }

    /// `vervalt nooit vanzelf`: what is forbidden is the way in which, and not the thing.
    private func deniesManner(_ rule: Rule) -> Bool {
        let words = rule.action.map(\.text)
        return zip(words, words.dropFirst()).contains { Denial.contains($0) && Self.manners.contains($1) }
    }

    private static let manners: Set<String> = [
        "vanzelf", "zomaar", "automatisch", "meteen", "direct", "altijd", "alleen", "zelf", "eerst", "langer", "eerder",
    ]

    private func numbers(_ rule: Rule) -> [Quantity] {
        QuantityReader.quantities(in: rule.action).filter { $0.measure != .count && $0.measure != .date }
    }
}
