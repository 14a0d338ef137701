/// Numbered steps keep their order, and a way out of a choice is followed by who takes the step and how.
extension Composer {
    /// The rule that comes first: the one that answers best, but the first step of a procedure in which the facts point nowhere yet.
    func leading(_ open: [Int], _ candidate: Candidate) -> Int? {
        guard let best = open.max(by: { rank($0, candidate) < rank($1, candidate) }) else { return nil }
        // An option opens with for whom it is, unless the facts hold another of its rules.
        if isOption(candidate), candidate.verdicts[best]?.truth != .yes,
            let main = open.first(where: { candidate.rules[$0].cells.isEmpty && candidate.rules[$0].condition != nil })
        {
            return main
        }
        guard isNumbered(best, candidate), !answersPlainly(best, candidate) else { return best }
        let steps = open.filter { isNumbered($0, candidate) }
        return steps.filter { isReached($0, candidate) }.max { rank($0, candidate) < rank($1, candidate) }
            ?? steps.first
    }

    /// Who, how much or whether is asked, and the words of one step alone speak of it: that step answers, wherever one is.
    private func answersPlainly(_ best: Int, _ candidate: Candidate) -> Bool {
        guard !asked.form.asksRoute, asked.form.isPolar || asked.form.wants != nil else { return false }
        let steps = candidate.rules.indices.filter { $0 != best && isNumbered($0, candidate) }
        return steps.allSatisfy { rank($0, candidate) <= 0.7 * rank(best, candidate) }
    }

    /// The other rules in order; of a procedure that the facts are in the middle of, only what comes after.
    func procedure(_ others: [Int], _ first: Int, _ candidate: Candidate) -> [Int] {
        guard isNumbered(first, candidate), isReached(first, candidate) else { return others }
        return others.filter { $0 > first || !isNumbered($0, candidate) }
    }

    /// A sentence that an open one leans on is shown with that one, not twice.
    func lastOfChain(_ number: Int, _ candidate: Candidate) -> Int {
        guard candidate.verdicts[number]?.truth != .yes else { return number }
        let place = candidate.rules[number].range.lowerBound
        return candidate.rules.indices.last { other in
            candidate.rules[other].leaning?.contains(place) == true && candidate.verdicts[other]?.truth == .unknown
        } ?? number
    }

    private func isReached(_ rule: Int, _ candidate: Candidate) -> Bool {
        candidate.verdicts[rule].map { $0.truth != .no && !$0.evidence.isEmpty } ?? false
    }

    /// A numbered step, a way in a drawing, what an option says of itself.
    func keepsPlace(_ rule: Int, _ candidate: Candidate) -> Bool {
        isNumbered(rule, candidate) || candidate.document.isModel || isOption(candidate)
    }

    private func isNumbered(_ rule: Int, _ candidate: Candidate) -> Bool {
        let sentence = candidate.rules[rule].sentences.lowerBound
        guard candidate.rules[rule].cells.isEmpty, candidate.sentences.indices.contains(sentence) else { return false }
        switch candidate.passage.blocks[candidate.sentences[sentence].block].kind {
        case .item(let ordered, _): return ordered
        case .paragraph, .row, .header: return false
        }
    }

    /// What the drawing says of the step that a choice came to: its lane and its documentation.
    mutating func addTargets(of number: Int, _ candidate: Candidate) {
        let rule = candidate.rules[number]
        guard candidate.document.isModel, rule.cells.count == 2, candidate.verdicts[number]?.truth == .yes,
            let cell = rule.cells.last
        else { return }
        let graph = ModelGraph(of: adviser.library.places[candidate.number].document, in: adviser.library)
        for node in graph.targets(in: candidate.document.text.quote(cell.value)).prefix(2) {
            let target = adviser.candidate(node.passage, score: 0, asked)
            // A choice that follows is gone on with where the facts make it.
            for rule in target.applicable.prefix(4)
            where target.rules[rule].cells.count != 2 || target.verdicts[rule]?.truth == .yes {
                add(rule, of: target, leads: false, [])
            }
        }
    }
}
