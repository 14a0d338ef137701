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
    private func nearest(_ rules: [Int], _ count: Int, _ candidate: Candidate) -> [Int] {
        guard rules.count > count else { return rules }
        let first = rules.prefix(count - 2)
        let best = rules.dropFirst(count - 2).sorted { (rank($0, candidate), -$0) > (rank($1, candidate), -$1) }.prefix(
            2)
        let kept = Set(first + best)
        return rules.filter(kept.contains)
    }

    /// The sentence that the question is about most, when the facts say that its condition does not hold.
    private func ruledOut(of candidate: Candidate, _ options: [Candidate]) -> AdviceStep? {
        guard isRuledOut(candidate) || !isOption(candidate),
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
        return step
    }

    /// Another rule of the passage holds by the same facts: that is the answer.
    private func isInstead(_ other: Verdict?, of verdict: Verdict) -> Bool {
        guard let other, other.truth == .yes else { return false }
        return other.evidence.contains { one in verdict.evidence.contains { $0.text == one.text } }
    }

    private func rows(of candidate: Candidate) -> Int { candidate.rules.count { !$0.cells.isEmpty } }

    /// A table row is shown when the facts choose it or the question names what it is about.
    private func isSpokenOf(_ rule: Int, _ candidate: Candidate) -> Bool {
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
            case .yes: 3
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
    private func isUrgent(_ number: Int, _ candidate: Candidate) -> Bool {
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

    func step(_ candidate: Candidate, _ number: Int, why: String) -> AdviceStep {
        let rule = candidate.rules[number]
        // What leans on another sentence is shown with it, unless the facts say that it holds.
        let isHeld = candidate.verdicts[number]?.truth == .yes
        let quote = candidate.document.text.quote(isHeld ? rule.range : rule.whole)
        let text =
            rule.cells.isEmpty
            ? quote.replacing("**", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            : self.text(of: rule.cells, candidate)
        return AdviceStep(step: text, why: why, sources: [source(candidate, rule.whole)])
    }

    /// The cells of a row without those of other years.
    func shown(_ cells: [(header: String, value: Range<Int>)]) -> [(header: String, value: Range<Int>)] {
        TableColumns.shown(cells.map(\.header), asked: asked.years, now: asked.facts.today.year).map { cells[$0] }
    }

    func source(_ candidate: Candidate, _ range: Range<Int>) -> QuotedSource {
        QuotedSource(
            document: candidate.document.name, title: candidate.document.title, edition: candidate.document.edition,
            hash: candidate.document.hash,
            heading: candidate.heading, quote: candidate.document.text.quote(range), range: range,
            page: candidate.page(of: range))
    }

    private func facts(_ verdict: Verdict?) -> [String] {
        var seen: Set<String> = []
        return (verdict?.evidence ?? []).map { $0.told }.filter { seen.insert($0).inserted }
    }

    private func why(_ candidate: Candidate, _ number: Int) -> String {
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
        let condition = condition(of: candidate.rules[number], candidate, open: verdict.open)
        return adviser.phrases(
            condition.isClause ? "waarom.voorwaarde.zin" : "waarom.voorwaarde",
            ["voorwaarde": condition.text, "kop": candidate.heading])
    }

    /// What must still hold, in the words of the source: the cells of a row with their headers, or the clauses that are not known yet.
    /// What must hold, and whether that is one clause that a sentence can go on with.
    private func condition(of rule: Rule, _ candidate: Candidate, open: [Clause]) -> (text: String, isClause: Bool) {
        if rule.cells.count > 2 {
            let asked = TableColumns.inputs(rule.cells.map(\.header)).map { number in
                rule.cells[number].header + ": " + candidate.document.text.quote(rule.cells[number].value)
            }
            return (asked.joined(separator: "; "), false)
        }
        var seen: Set<String> = []
        let clauses = open.isEmpty ? rule.condition?.clauses ?? [] : open
        let wordings = clauses.map { words($0, candidate) }.filter { seen.insert($0.text).inserted }
        let isClause = wordings.count == 1 && wordings[0].shape == .clause
        return (wordings.map(\.text).joined(separator: "; "), isClause)
    }

    /// As the source words it; a choice whole, as half of it reads as nonsense.
    private func words(_ clause: Clause, _ candidate: Candidate) -> ClauseWording {
        ClauseWording(clause.choice.isEmpty ? clause.tokens : clause.choice) { candidate.document.text.quote($0) }
    }

    /// `Ja` or `Nee` before the sentence, where the question asks for it and the rule answers it.
    private func lead(_ candidate: Candidate, _ number: Int, _ sentence: String) -> String {
        guard asked.form.isPolar, !asked.form.isDenied else { return sentence }
        let rule = candidate.rules[number]
        if case .atLeast(let count, let parts)? = rule.condition, let verdict = candidate.verdicts[number] {
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

    /// A rule with a condition answers yes or no when the facts hold it; one without only when nothing in it bounds or limits it.
    private func isSettled(_ rule: Rule, _ verdict: Verdict?) -> Bool {
        if rule.condition != nil { return verdict?.truth == .yes && verdict?.evidence.isEmpty == false }
        return !DutchSyntax.isLimited(rule.action) && isOfAskedSubject(rule)
    }

    /// `Warmte uit een gedeelde ketel kan niet …` says no of that heat only: half of what a sentence opens with is spoken of.
    private func isOfAskedSubject(_ rule: Rule) -> Bool {
        let verb = rule.action.indices.first { DutchSyntax.isFinite($0, in: rule.action) } ?? 0
        let subject = adviser.library.lexicon.terms(of: Array(rule.action[..<verb])).filter { $0.weight >= 0.6 }
        let said = asked.query.map(\.term) + asked.context.map(\.term)
        let known = subject.count { one in said.contains { $0.likeness(to: one) >= 0.45 } }
        return 2 * known >= subject.count
    }

    /// All that the asking sentence names stands in the rule; where it only points back (`mag dat?`), most of the whole question does.
    private func isJustAsked(_ rule: Rule) -> Bool {
        let asking = adviser.library.query(Array(asked.form.asking))
        let strong = asking.filter { $0.weight >= 0.6 }
        let pointsBack = asked.form.asking.contains { ["dat", "dit", "zo", "dan", "erbij"].contains($0.text) }
        guard adviser.coverage(by: rule.terms, asking) >= 0.5,
            strong.allSatisfy({ wanted in rule.terms.contains { $0.likeness(to: wanted.term) >= 0.45 } })
        else { return false }
        return !pointsBack && !strong.isEmpty || adviser.coverage(by: rule.terms, asked.query) >= 0.5
    }

    /// Whether a clause can be asked by itself: it names a thing and says something of it, or counts.
    private func isSubject(_ clause: Clause) -> Bool {
        if !clause.places.isEmpty, asked.facts.town == nil || clause.terms.count > 1 { return true }
        let names = clause.terms.contains { $0.weight >= 0.3 && !Self.comparing.contains($0.token.text) }
        return names && clause.places.isEmpty
    }

    private static let comparing: Set<String> = [
        "ouder", "jonger", "meer", "minder", "hoger", "lager", "langer", "korter", "eerder", "later", "anders", "elk",
        "elke", "alle",
    ]

    /// Asks for what a condition depends on, once, and only where it could turn the advice.
    mutating func ask(_ clause: Clause, _ candidate: Candidate) {
        let wording = words(clause, candidate)
        // A few words that name nothing are no question.
        guard isSubject(clause) else { return }
        let reading = adviser.model.readings(of: clause.tokens, clause.terms, denied: false).first {
            FactModel.cover(adviser.library.lexicon.terms(of: $0.entry.name), by: clause.terms) >= 0.85
        }
        let question =
            if !clause.places.isEmpty, asked.facts.town == nil { adviser.phrases("ontbreekt.plaats") } else {
                reading?.entry.question ?? adviser.phrases(wording.question, ["voorwaarde": wording.text])
            }
        guard !missing.contains(where: { $0.question == question }) else { return }
        missing.append(MissingFact(fact: reading?.entry.name ?? wording.text, question: question))
    }
}
