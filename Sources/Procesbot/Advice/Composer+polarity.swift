extension Composer {
    /// `Ja` or `Nee` before the sentence, where the question asks for it and the rule answers it.
    func lead(_ candidate: Candidate, _ number: Int, _ sentence: String) -> String {
        guard asked.form.isPolar, !asked.form.isDenied else { return sentence }
        let rule = candidate.rules[number]
        if case .atLeast(let count, let parts)? = rule.condition, let verdict = candidate.verdicts[number],
            mayBeAsked(rule, candidate)
        {
            let judge = Judge(facts: asked.facts, heading: [])
            let holding = parts.filter { judge.verdict(on: $0).truth == .yes }.count
            let values = ["waar": String(holding), "nodig": String(count), "zin": sentence]
            return adviser.phrases(verdict.truth == .yes ? "ja.signalen" : "nee.signalen", values)
        }
        guard isSettled(rule, candidate.verdicts[number]), isJustAsked(rule) else { return sentence }
        switch rule.mood {
        case .forbid: return adviser.phrases("nee", ["zin": sentence])
        case .permit: return adviser.phrases("ja", ["zin": sentence])
        case .instruct, .state: return sentence
        }
    }

    /// `Hij wil een regeling. Kan dat?` asks for what was said last, and not whether someone is let in by a list of signs.
    private func mayBeAsked(_ rule: Rule, _ candidate: Candidate) -> Bool {
        let isNamed = adviser.library.query(Array(asked.form.asking)).contains { $0.weight >= 0.6 }
        guard !isNamed, let last = asked.facts.statements.last(where: { $0.origin == .question && !$0.isAsked }) else {
            return true
        }
        let lexicon = adviser.library.lexicon
        let about = lexicon.terms(of: rule.action) + candidate.passage.trail.flatMap { lexicon.terms(of: $0) }
        return last.terms.contains { one in
            one.weight >= 0.6 && !one.isCustomer && about.contains { $0.weight >= 0.6 && $0.likeness(to: one) >= 0.45 }
        }
    }

    /// A rule with a condition answers yes or no when the facts hold it; one without only when nothing in it bounds or limits it.
    func isSettled(_ rule: Rule, _ verdict: Verdict?) -> Bool {
        if rule.condition != nil { return verdict?.truth == .yes && verdict?.evidence.isEmpty == false }
        return !DutchSyntax.isLimited(rule.action) && isOfAskedSubject(rule)
    }

    /// `Warmte uit een gedeelde ketel kan niet …` says no of that heat only: half of what a sentence opens with is spoken of.
    func isOfAskedSubject(_ rule: Rule) -> Bool {
        let verb = rule.action.indices.first { DutchSyntax.isFinite($0, in: rule.action) } ?? 0
        let subject = adviser.library.lexicon.terms(of: Array(rule.action[..<verb])).filter { $0.weight >= 0.6 }
        let said = asked.query.map(\.term) + asked.context.map(\.term)
        let known = subject.count { one in said.contains { $0.likeness(to: one) >= 0.45 } }
        return 2 * known >= subject.count
    }

    /// All that the asking sentence names stands in the rule; where it only points back (`mag dat?`), most of the whole question does.
    func isJustAsked(_ rule: Rule) -> Bool {
        let asking = adviser.library.query(Array(asked.form.asking))
        let strong = asking.filter { $0.weight >= 0.6 }
        let pointsBack = asked.form.asking.contains { ["dat", "dit", "zo", "dan", "erbij"].contains($0.text) }
        guard adviser.coverage(by: rule.terms, asking) >= 0.5,
            strong.allSatisfy({ wanted in rule.terms.contains { $0.likeness(to: wanted.term) >= 0.45 } })
        else { return false }
        return !pointsBack && !strong.isEmpty || adviser.coverage(by: rule.terms, asked.query) >= 0.5
    }
}
