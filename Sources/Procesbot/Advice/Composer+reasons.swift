extension Composer {
    func facts(_ verdict: Verdict?) -> [String] {
        var seen: Set<String> = []
        return (verdict?.evidence ?? []).filter { !asked.isSpecial($0) }.map(\.told).filter { seen.insert($0).inserted }
    }

    func why(_ candidate: Candidate, _ number: Int) -> String {
        guard let verdict = candidate.verdicts[number] else {
            return adviser.phrases("waarom.onderwerp", ["kop": candidate.heading])
        }
        let facts = facts(verdict)
        if verdict.truth == .yes, !facts.isEmpty {
            return adviser.phrases(
                "waarom.feiten", ["feiten": facts.joined(separator: "; "), "kop": candidate.heading])
        }
        // The row of a step says who does it; it has no condition.
        if ModelText.isStep(candidate.rules[number].cells.map(\.header)) {
            return adviser.phrases("waarom.onderwerp", ["kop": candidate.heading])
        }
        return open(verdict, candidate, candidate.rules[number])
    }

    /// What must still hold, in the words of the source: the cells of a row with their headers, or the clauses that are not known yet.
    private func open(_ verdict: Verdict, _ candidate: Candidate, _ rule: Rule) -> String {
        // What is shown with the sentence before it (`Anders: …`) says itself when it does not go.
        let excludes = rule.condition?.isExclusion == true && rule.leaning == nil
        let phrase = excludes ? "waarom.uitzondering" : "waarom.voorwaarde"
        if rule.cells.count > 2 { return cells(of: rule, candidate) }
        let open = Set(verdict.open.map(\.standing))
        let stated = rule.condition.flatMap { condition in
            StatedCondition(condition, open: open) { words($0, candidate) }
                ?? StatedCondition(condition, open: []) { words($0, candidate) }
        }
        return adviser.phrases(
            phrase + (stated?.manner ?? ""),
            [
                "voorwaarde": stated?.text ?? "", "kop": candidate.heading,
                "aantal": stated?.count.map(String.init) ?? "",
            ])
    }

    /// What the cells of a row ask; where the first column names the answers, a row asks nothing.
    private func cells(of rule: Rule, _ candidate: Candidate) -> String {
        let headers = rule.cells.map(\.header)
        if TableColumns.namesAnswers(headers) {
            return adviser.phrases("waarom.onderwerp", ["kop": candidate.heading])
        }
        let asked = TableColumns.inputs(headers).map { number in
            rule.cells[number].header + ": " + candidate.document.text.quote(rule.cells[number].value)
        }
        return adviser.phrases(
            asked.count > 1 ? "waarom.voorwaarde.alle" : "waarom.voorwaarde",
            ["voorwaarde": asked.joined(separator: "; "), "kop": candidate.heading])
    }

    /// As the source words it; a choice whole, as half of it reads as nonsense.
    func words(_ clause: Clause, _ candidate: Candidate) -> ClauseWording {
        let tokens = clause.choice.isEmpty ? clause.tokens : clause.choice
        let text = candidate.document.text
        return ClauseWording(tokens, behind: tokens.first.map { text.word(before: $0.range.lowerBound) } ?? "") {
            text.quote($0)
        }
    }
}
