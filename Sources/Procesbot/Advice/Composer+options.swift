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
                option.rules.indices.contains { isFitness($0, option) && isHeld($0, option) }
            }
            let whole = fitting.filter { !isRuledOut($0) }
            if !whole.isEmpty || !fitting.isEmpty { return Array((whole.isEmpty ? fitting : whole).prefix(3)) }
            let possible = all.filter { !isRuledOut($0) }
            guard possible.count < all.count, asked.form.asksRoute, isAbout(all) else { return [] }
            return Array(possible.sorted { (grounds($0), -$0.number) > (grounds($1), -$1.number) }.prefix(2))
        }
    }

    /// `Wat nu?` of a zaak that stands somewhere asks what comes next there, and no choice that nothing is said of.
    private func isAbout(_ options: [Candidate]) -> Bool {
        asked.standing.isEmpty || options.contains { $0.coverage >= Support.leastBeside }
    }

    /// Whether the facts fulfil what one of the options asks.
    func isSure(_ options: [Candidate]) -> Bool {
        options.contains { option in option.rules.indices.contains { isFitness($0, option) && isHeld($0, option) } }
    }

    /// How many facts speak of what the option asks, though they do not decide it yet.
    private func grounds(_ option: Candidate) -> Int {
        option.verdicts.map { Set($0?.evidence.map(\.text) ?? []).count }.max() ?? 0
    }

    private func isHeld(_ rule: Int, _ option: Candidate) -> Bool {
        !option.grounds(option.verdicts[rule]).isEmpty
    }

    /// The facts are against the rule that says for whom the option is.
    func isRuledOut(_ option: Candidate) -> Bool {
        guard isOption(option), let main = option.rules.indices.first(where: { option.rules[$0].cells.isEmpty }),
            let verdict = option.verdicts[main],
            option.rules[main].action.prefix(2).contains(where: { Self.suiting.contains($0.text) })
        else { return false }
        return verdict.truth == .no && !verdict.evidence.isEmpty
    }

    /// Says for whom the option is: its first rule, or one more that says so in as many words.
    private func isFitness(_ rule: Int, _ option: Candidate) -> Bool {
        let words = option.rules[rule].action.prefix(2).map(\.text)
        let isMain = rule == option.rules.indices.first { option.rules[$0].cells.isEmpty }
        return words.contains { isMain ? Self.fitting.contains($0) : Self.suiting.contains($0) }
    }

    private static let suiting: Set<String> = ["past", "passend", "geschikt", "bedoeld", "kies"]

    /// An option whose condition the facts contradict is no answer, unless another of its rules holds.
    func isRejectedOption(_ candidate: Candidate, _ options: [Candidate]) -> Bool {
        guard isOption(candidate), !options.contains(where: { $0.number == candidate.number }) else { return false }
        if asked.form.asksRoute, isRuledOut(candidate) { return true }
        guard !options.isEmpty else { return false }
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
