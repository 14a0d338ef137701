extension Judge {
    /// What is said of the case in the words of a clause; `nil` when its numbers and towns say all there is.
    func verdictOnWords(of clause: Clause, isOnly: Bool) -> Verdict? {
        if let known = verdictOfModel(on: clause) { return known }
        if let denied = deniedOutright(clause) { return Verdict(truth: .no, evidence: [denied]) }
        let placed = Set(clause.places.map(\.token))
        let counted = clause.quantities.isEmpty == false
        let terms = clause.terms.filter {
            $0.weight >= 0.3 && placed.isDisjoint(with: $0.tokens) && !isFrame($0, isOnly: isOnly)
                && !isAtHome($0, clause)
        }
        guard terms.contains(where: { $0.weight >= 0.6 }) || isOnly else { return nil }
        let things = terms.filter { PeriodUnit(word: $0.token.text) == nil }
        // `Lukt dat niet`: what `dat` is, the sentence before says, and no fact of the case.
        if clause.nouns.isEmpty, clause.quantities.isEmpty, clause.tokens.count <= 4,
            clause.tokens.contains(where: { ["dat", "dit"].contains($0.text) })
        {
            return .unknown
        }
        guard !terms.isEmpty else { return isOnly ? .unknown : nil }
        let told = facts.statements.filter { (!$0.isAsked || $0.origin != .question) && !$0.tellsWhere }
        let best = told.map { statement in
            // A unit of time in common is nothing that is said of the case.
            (
                statement: statement,
                cover: FactModel.cover(terms, by: statement.terms)
                    * (FactModel.cover(things, by: statement.terms) > 0 || things.isEmpty ? 1 : 0)
            )
        }.max { $0.cover < $1.cover }
        guard let best, best.cover >= (counted ? 0.5 : 0.6), counted || holdsAll(best.statement, terms) else {
            return isOnly ? .unknown : counted ? nil : .unknown
        }
        if best.statement.isUncertain { return Verdict(truth: .unknown, evidence: [best.statement]) }
        if let direction = Direction(clause.tokens), clause.quantities.isEmpty {
            guard let said = Direction(best.statement.tokens) else { return isOnly ? .unknown : nil }
            if said != direction { return Verdict(truth: .no, evidence: [best.statement]) }
        }
        // Everyday verbs (`bereiken`, `lukken`) are met only where they are said: of whom it is says nothing.
        let own = terms.filter { !$0.isCustomer }
        if !own.isEmpty, FactModel.cover(own, by: best.statement.terms) == 0 { return isOnly ? .unknown : nil }
        // `niet op tijd` means late: that something else was denied says nothing of it.
        let lacks = clause.terms.filter { one in one.tokens.contains { Denial.contains(clause.tokens[$0].text) } }
        if best.statement.isDenied, !clause.isDenied, !lacks.isEmpty,
            FactModel.cover(lacks, by: best.statement.terms) < 0.5
        {
            return .unknown
        }
        let agrees = denies(best.statement, terms) == clause.isDenied
        // `niet in één keer` says how, and not that it is not done.
        if !agrees, !best.statement.isDenied, !deniesInSaying(best.statement, terms), !sayings(best.statement).isEmpty {
            return .unknown
        }
        // Everyday verbs alone (`blijft het nee`) do not contradict what is said in the same verbs of something else.
        if !agrees, !terms.contains(where: { $0.weight >= 0.6 }) { return .unknown }
        return Verdict(truth: agrees ? .yes : .no, evidence: [best.statement])
    }

    /// `wil geen budgetbeheer` rules out `akkoord gaat met budgetbeheer`: what is not there or not wanted fulfils nothing.
    private func deniedOutright(_ clause: Clause) -> Statement? {
        guard !clause.isDenied, clause.quantities.isEmpty,
            let thing = clause.terms.last(where: { $0.weight >= 0.9 && !$0.isJoined && $0.token.text.count >= 5 }),
            thing == clause.terms.last, clause.terms.count(where: { $0.weight >= 0.9 }) <= 2
        else { return nil }
        return facts.statements.first { statement in
            guard !statement.isAsked, !statement.isUncertain, statement.quantities.isEmpty else { return false }
            return statement.terms.contains { one in
                one.likeness(to: thing) >= 0.9 && one.tokens.lowerBound > 0
                    && statement.tokens[..<one.tokens.lowerBound].last?.text == "geen"
            }
        }
    }

    /// A condition is met by what is said of each of its words of weight: one word in common is no more than a likeness.
    private func holdsAll(_ statement: Statement, _ terms: [Term]) -> Bool {
        terms.allSatisfy { term in
            term.weight < 0.6 || term.isJoined || term.tokens.count > 1
                || statement.terms.contains { $0.likeness(to: term) >= 0.45 }
        }
    }

    /// `is iemand in huis ziek`: those at home are whom the case is about.
    private func isAtHome(_ term: Term, _ clause: Clause) -> Bool {
        let place = term.tokens.lowerBound
        return ["huis", "huishouden", "gezin"].contains(term.token.text) && place > 0
            && ["in", "het"].contains(clause.tokens[place - 1].text)
            && clause.terms.contains { $0.weight >= 0.6 && $0 != term }
    }

    /// Words that only say whom or where the clause is about.
    private func isFrame(_ term: Term, isOnly: Bool) -> Bool {
        guard !isOnly else { return term.isCustomer }
        return ["klant", "klanten", "woont", "wonen", "ingeschreven", "staat"].contains(term.token.text)
            || PeriodUnit(word: term.token.text) != nil
    }

    /// Whether the denial in a statement is about these words: it stands just before or behind them, or they are most of what is said.
    private func denies(_ statement: Statement, _ terms: [Term]) -> Bool {
        guard statement.isDenied else { return deniesInSaying(statement, terms) }
        if FactModel.cover(statement.terms, by: terms) >= 0.5 { return true }
        let said = statement.terms.filter { one in terms.contains { $0.likeness(to: one) >= 0.45 } }
        return statement.tokens.indices.contains { index in
            Denial.contains(statement.tokens[index].text) && !Denial.isInSaying(index, statement.terms)
                && said.contains { (-2...3).contains($0.tokens.lowerBound - index) }
        }
    }

    /// `kan niet betalen` is a saying of its own, and says of `betaalt` that it is not so; so does `wil niet` of the word behind it.
    private func deniesInSaying(_ statement: Statement, _ terms: [Term]) -> Bool {
        sayings(statement).contains { saying in
            let endsInDenial = Denial.contains(statement.tokens[saying.tokens.upperBound - 1].text)
            return !terms.contains { $0.likeness(to: saying) >= 0.45 }
                && statement.terms.contains { one in
                    let place = one.tokens.lowerBound
                    let isInside = saying.tokens.contains(place) || endsInDenial && place == saying.tokens.upperBound
                    return one.tokens.count == 1 && isInside && terms.contains { $0.likeness(to: one) >= 0.45 }
                }
        }
    }

    /// What is said with a denial inside it.
    private func sayings(_ statement: Statement) -> [Term] {
        statement.terms.filter { one in
            one.tokens.count > 1 && one.tokens.contains { Denial.contains(statement.tokens[$0].text) }
        }
    }

    private func verdictOfModel(on clause: Clause) -> Verdict? {
        guard clause.quantities.isEmpty else { return nil }
        let asked = facts.model.readings(of: clause.tokens, clause.terms, denied: clause.isDenied)
        guard let (entry, wanted) = asked.first, let known = facts.reading(of: entry.name) else { return nil }
        guard known.truth != .unknown else { return Verdict(truth: .unknown, evidence: [known.statement]) }
        return Verdict(truth: known.truth == wanted ? .yes : .no, evidence: [known.statement])
    }
}
