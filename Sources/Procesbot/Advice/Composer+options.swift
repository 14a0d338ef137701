extension Composer {
    private static let fitting: Set<String> = [
        "past", "passend", "geschikt", "kies", "geldt", "bedoeld", "gebruik", "voor", "volg", "inzetten", "zet",
    ]

    /// Neighbouring passages that each say for whom they are: the routes to choose from.
    private func groups() -> [[Int]] {
        var byParent: [String: [Int]] = [:]
        for candidate in candidates.prefix(12) where isOption(candidate) {
            let place = adviser.library.places[candidate.number]
            byParent[String(place.document) + candidate.passage.trail.dropLast().joined(separator: "/"), default: []]
                .append(candidate.number)
        }
        return byParent.sorted { $0.key < $1.key }.map(\.value)
    }

    func isOption(_ candidate: Candidate) -> Bool {
        guard let first = candidate.rules.first(where: { $0.cells.isEmpty }), first.condition != nil else {
            return false
        }
        return first.action.prefix(2).contains { Self.fitting.contains($0.text) } || first.action.isEmpty
    }

    /// The options that the facts speak for; those still possible when none is certain yet.
    func chosenOptions() -> [Candidate] {
        let near = groups().filter {
            asked.form.asksRoute || $0.contains { number in candidates.prefix(3).contains { $0.number == number } }
        }
        return near.flatMap { members -> [Candidate] in
            let all = siblings(of: members)
            guard all.count >= 2 else { return [] }
            let fitting = all.filter { option in
                option.rules.indices.contains {
                    option.verdicts[$0]?.truth == .yes && isFitness(option.rules[$0])
                        && !(option.verdicts[$0]?.evidence.isEmpty ?? true)
                }
            }
            return Array(fitting.prefix(3))
        }
    }

    private func isFitness(_ rule: Rule) -> Bool {
        rule.action.prefix(2).contains { Self.fitting.contains($0.text) }
    }

    /// An option whose condition the facts contradict is no answer, unless another of its rules holds.
    func isRejectedOption(_ candidate: Candidate, _ options: [Candidate]) -> Bool {
        guard isOption(candidate), !options.isEmpty, !options.contains(where: { $0.number == candidate.number }) else {
            return false
        }
        return siblings(of: [candidate.number]).contains { sibling in options.contains { $0.number == sibling.number } }
    }

    /// All options under the same heading, found or not.
    private func siblings(of members: [Int]) -> [Candidate] {
        guard let first = members.first else { return [] }
        let own = adviser.library.register.passages[adviser.library.places[first].document]
        let parent = adviser.library.passage(first).passage.trail.dropLast()
        return own.filter { adviser.library.passage($0).passage.trail.dropLast() == parent }.map { number in
            candidates.first { $0.number == number } ?? adviser.candidate(number, score: 0, asked)
        }.filter(isOption)
    }
}
