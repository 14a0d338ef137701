import Basics

extension Composer {
    /// The rules of a passage that apply, the one that answers best first.
    mutating func addSteps(of candidate: Candidate, isFirst: Bool, _ options: [Candidate]) {
        let spoken = candidate.applicable.filter { candidate.rules[$0].cells.isEmpty || isSpokenOf($0, candidate) }
        let open = spoken.isEmpty ? Array(candidate.applicable.prefix(7)) : spoken
        let isOut = isRuledOut(candidate) && !options.contains { $0.number == candidate.number }
        if isFirst, let ruledOut = ruledOut(of: candidate, options) {
            drafts.append(
                Draft(
                    step: ruledOut, passage: candidate.number, weight: weight(ofRuledOut: candidate), kind: .ruledOut))
        }
        if isOut { return }
        guard let best = leading(open, candidate) else { return }
        add(best, of: candidate, leads: isFirst, options)
        let others = open.filter { $0 != best }
        let isFull = isFirst || candidate.score >= (candidates.first?.score ?? 0) * 0.85
        let isOption = options.contains { $0.number == candidate.number }
        let least = (candidates.first?.relevance.max() ?? 0) * 0.35
        let kept =
            isFull || isOption
            ? others : others.filter { candidate.relevance[$0] >= least || candidate.verdicts[$0]?.truth == .yes }
        let ordered = isFull ? procedure(kept, best, candidate) : kept
        for rule in nearest(ordered, isFull ? 7 : 4, candidate) { add(rule, of: candidate, leads: false, options) }
        if isOption { follow([candidate]) }
    }

    /// The rules that say most about the question, in the order of the document: the last of many may be the one that decides.
    func nearest(_ rules: [Int], _ count: Int, _ candidate: Candidate) -> [Int] {
        guard rules.count > count else { return rules }
        let first = rules.prefix(count - 2)
        let best = rules.dropFirst(count - 2).sorted { (rank($0, candidate), -$0) > (rank($1, candidate), -$1) }.prefix(
            2)
        let kept = Set(first + best)
        return rules.filter(kept.contains)
    }

    /// The sentence that the question is about most, when the facts say that its condition does not hold.
    func ruledOut(of candidate: Candidate, _ options: [Candidate]) -> AdviceStep? {
        // That a way does not fit answers who asks for that way.
        guard isRuledOut(candidate) ? candidate.headingMatch || asked.form.isPolar : !isOption(candidate),
            !options.contains(where: { $0.number == candidate.number }),
            let best = isRuledOut(candidate)
                ? candidate.rules.indices.first(where: { candidate.rules[$0].cells.isEmpty })
                : candidate.rules.indices.max(by: { candidate.relevance[$0] < candidate.relevance[$1] }),
            candidate.rules[best].cells.isEmpty, let verdict = candidate.verdicts[best], verdict.truth == .no,
            !verdict.evidence.isEmpty, !candidate.verdicts.contains(where: { isInstead($0, of: verdict) })
        else { return nil }
        let facts = facts(verdict)
        var step = step(
            candidate, best,
            why: adviser.phrases("waarom.feiten", ["feiten": facts.joined(separator: "; "), "kop": candidate.heading]))
        step.step = adviser.phrases("geldtniet", ["zin": step.step])
        step.facts = facts
        step.isExcluded = true
        return step
    }

    /// Another rule of the passage holds by the same facts: that is the answer.
    func isInstead(_ other: Verdict?, of verdict: Verdict) -> Bool {
        guard let other, other.truth == .yes else { return false }
        return other.evidence.contains { one in verdict.evidence.contains { $0.text == one.text } }
    }

    func rows(of candidate: Candidate) -> Int { candidate.rules.count { !$0.cells.isEmpty } }

    /// A table row is shown when the facts choose it or the question names what it is about.
    func isSpokenOf(_ rule: Int, _ candidate: Candidate) -> Bool {
        if candidate.verdicts[rule]?.truth == .yes { return true }
        // Rows that say more of the question than any sentence of their passage are what it asks for: `Hoe lang mag …`, of a table by length.
        let said = candidate.rules.indices.filter { candidate.rules[$0].cells.isEmpty }.map { candidate.relevance[$0] }
            .max()
        if let said, rows(of: candidate) <= 5, candidate.relevance[rule] > 1.5 * said, said > 0 { return true }
        let strong = (asked.query + asked.context).filter { $0.weight >= 0.5 }
        let rows = candidate.rules.indices.filter { !candidate.rules[$0].cells.isEmpty }
        guard candidate.relevance[rule] >= 0.5 * (rows.map { candidate.relevance[$0] }.max() ?? 0) else { return false }
        return strong.contains { wanted in candidate.rules[rule].terms.contains { $0.likeness(to: wanted.term) >= 0.6 }
        }
    }

    func rank(_ rule: Int, _ candidate: Candidate) -> Float {
        let truth: Float =
            switch candidate.verdicts[rule]?.truth {
            case .yes: candidate.holdsByKnown(rule) ? 0 : 3
            case .unknown: -0.3
            case .no, nil: 0
            }
        let answers: Float = givesWanted(candidate.rules[rule], candidate) ? 1.3 : 1
        let reference: Float = candidate.rules[rule].isReference ? 3 : 0
        return answers * candidate.relevance[rule] + truth - reference + (candidate.limits[rule] == nil ? 0 : 2.5)
    }

    mutating func add(_ number: Int, of candidate: Candidate, leads: Bool, _ options: [Candidate]) {
        let number = lastOfChain(number, candidate)
        guard used.insert(RulePlace(passage: candidate.number, rule: number)).inserted else { return }
        let verdict = candidate.verdicts[number]
        var step = step(candidate, number, why: why(candidate, number))
        step.facts = facts(verdict)
        step.isOpen = verdict?.truth == .unknown
        let isChosen = !step.facts.isEmpty && !ModelText.isStep(candidate.rules[number].cells.map(\.header))
        step.isDrawn = candidate.document.isModel && !isChosen
        if let limit = candidate.limits[number] {
            step.facts = facts(limit)
            step.step = adviser.phrases(limit.truth == .no ? "grens.nee" : "grens.ja", ["zin": step.step])
            step.why = adviser.phrases(
                "waarom.feiten", ["feiten": step.facts.joined(separator: "; "), "kop": candidate.heading])
        }
        if options.contains(where: { $0.number == candidate.number }), verdict?.truth == .yes {
            step.step = adviser.phrases("keuze", ["kop": candidate.heading]) + ". " + step.step
        } else if leads, self.isOption(candidate) {
            step.step = adviser.phrases("keuze.waarschijnlijk", ["kop": candidate.heading]) + ". " + step.step
        } else if leads, candidate.limits[number] == nil {
            step.step = lead(candidate, number, step.step)
        }
        let years = otherYears(candidate.rules[number], candidate)
        if !years.isEmpty {
            let named = years.map(String.init).joined(separator: ", ")
            step.step = adviser.phrases("jaar.ander", ["jaren": named, "zin": step.step])
        }
        guard !drafts.contains(where: { $0.step.step == step.step }) else { return }
        if leads, let item = item(of: number, candidate) { drafts.append(item) }
        drafts.append(
            Draft(
                step: step, passage: candidate.number, weight: weight(of: number, candidate),
                kind: keepsPlace(number, candidate) ? .ordered : .rule,
                isHeld: verdict?.truth == .yes && verdict?.evidence.isEmpty == false,
                isUrgent: isUrgent(number, candidate),
                isException: candidate.isException))
        addTargets(of: number, candidate)
        if leads || options.contains(where: { $0.number == candidate.number }) {
            for clause in verdict?.open ?? [] { ask(clause, candidate) }
        }
    }

    /// The same of a passage that says most of what the question names.
    func isUrgent(_ number: Int, _ candidate: Candidate) -> Bool {
        candidate.coverage >= 0.7 * (candidates.map(\.coverage).max() ?? 0) && isPressing(number, candidate)
    }

    /// `bel dan dezelfde dag`, once the facts fulfil its condition.
    func isPressing(_ number: Int, _ candidate: Candidate) -> Bool {
        let rule = candidate.rules[number]
        guard let verdict = candidate.verdicts[number], verdict.truth == .yes, !verdict.evidence.isEmpty,
            rule.cells.isEmpty
        else { return false }
        let words = rule.action.map(\.text)
        return zip(words, words.dropFirst()).contains { $0 == "dezelfde" && $1 == "dag" }
            || words.contains { ["meteen", "onmiddellijk", "direct", "terstond"].contains($0) }
    }
}
