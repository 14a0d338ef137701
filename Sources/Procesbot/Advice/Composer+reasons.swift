extension Composer {
    func facts(_ verdict: Verdict?) -> [String] {
        var seen: Set<String> = []
        return (verdict?.evidence ?? []).map { $0.told }.filter { seen.insert($0).inserted }
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
        let rule = candidate.rules[number]
        let condition = condition(of: rule, candidate, open: verdict.open)
        // What is shown with the sentence before it (`Anders: …`) says itself when it does not go.
        let excludes = rule.condition?.isExclusion == true && rule.leaning == nil
        let phrase = excludes ? "waarom.uitzondering" : "waarom.voorwaarde"
        let manner = condition.isClause ? ".zin" : condition.isOneOf ? ".een" : ""
        return adviser.phrases(phrase + manner, ["voorwaarde": condition.text, "kop": candidate.heading])
    }

    /// What must still hold, in the words of the source: the cells of a row with their headers, or the clauses that are not known yet.
    /// Whether that is one clause that a sentence can go on with, or several of which one is enough.
    func condition(
        of rule: Rule, _ candidate: Candidate, open: [Clause]
    ) -> (text: String, isClause: Bool, isOneOf: Bool) {
        if rule.cells.count > 2 {
            let asked = TableColumns.inputs(rule.cells.map(\.header)).map { number in
                rule.cells[number].header + ": " + candidate.document.text.quote(rule.cells[number].value)
            }
            return (asked.joined(separator: "; "), false, false)
        }
        var seen: Set<String> = []
        let clauses = open.isEmpty ? rule.condition?.clauses ?? [] : open
        let wordings = clauses.map { words($0, candidate) }.filter { seen.insert($0.text).inserted }
        let isClause = wordings.count == 1 && wordings[0].shape == .clause
        let isOneOf = wordings.count > 1 && rule.condition?.isOneOf == true
        return (wordings.map(\.text).joined(separator: "; "), isClause, isOneOf)
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
