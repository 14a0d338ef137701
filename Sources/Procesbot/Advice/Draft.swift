/// A step on its way into an advice, with how well it answers what is asked.
struct Draft {
    var step: AdviceStep
    /// The passage it stands in.
    let passage: Int
    /// How well it answers, against the other steps; what was worked out has no place in a passage to keep.
    let weight: Float
    let kind: Kind

    /// Whether facts of the case fulfil its condition.
    var isHeld = false
    /// Whether the facts fulfil it and it says that it is to be done at once.
    var isUrgent = false
    /// Whether it stands among the exceptions to other rules.
    var isException = false

    /// `ordered` is what keeps its place: a numbered step, a way in a drawing, what an option says of itself.
    enum Kind { case rule, ordered, reckoned, ruledOut }

    var isReckoned: Bool {
        switch kind {
        case .reckoned: true
        case .rule, .ordered, .ruledOut: false
        }
    }
}

/// The answer first and short, what belongs to it behind it, and the rest to look up.
extension Composer {
    static let longestRoute = 6
    static let longestAlso = 8
    /// How much better than the first step another must answer before it takes its place.
    private static let clearly: Float = 0.5
    /// The same within one passage.
    private static let slightly: Float = 0.1
    /// What a fulfilled condition adds against the other rules of its passage.
    private static let held: Float = 0.5
    /// Of how little weight a step still belongs to the answer, as a share of the best.
    private static let least: Float = 0.3

    /// The steps of the route and what stands beside it.
    func arranged() -> (route: [AdviceStep], also: [AdviceStep]) {
        var drafts = drafts
        if let lead = lead(of: drafts), lead > 0 { drafts.insert(drafts.remove(at: lead), at: 0) }
        guard let first = drafts.first else { return ([], []) }
        let best = drafts.map(\.weight).max() ?? 0
        let kept = drafts.indices.filter { index in
            let draft = drafts[index]
            // The ways of a drawing stand in passages of their own.
            return draft.passage == first.passage && draft.kind != .ruledOut
                || isProcedure(draft) && first.kind != .rule && first.kind != .ruledOut
                || draft.weight >= Self.least * best
        }
        let weighty = kept.dropFirst().sorted { (drafts[$0].weight, -$0) > (drafts[$1].weight, -$1) }
        let chosen = Set(
            kept.prefix(1) + (isProcedure(first) ? Array(kept.dropFirst()) : weighty).prefix(Self.longestRoute - 1))
        let others = drafts.indices.filter { !chosen.contains($0) }.prefix(Self.longestAlso)
        return (drafts.indices.filter(chosen.contains).map { drafts[$0].step }, others.map { drafts[$0].step })
    }

    private func isProcedure(_ draft: Draft) -> Bool {
        switch draft.kind {
        case .ordered: true
        case .rule, .reckoned, .ruledOut: false
        }
    }

    /// The step that answers clearly best; a numbered procedure keeps its own first.
    private func lead(of drafts: [Draft]) -> Int? {
        guard let first = drafts.first, !isProcedure(first) || first.step.isOpen && drafts.contains(where: \.isUrgent)
        else { return nil }
        func lead(_ draft: Draft) -> Float {
            // An exception that the facts lead to comes before what is said of all, wherever it stands; so does what cannot wait.
            guard draft.passage == first.passage || draft.isException && draft.isHeld && !first.isHeld || draft.isUrgent
            else {
                return draft.weight - Self.clearly
            }
            return draft.weight - Self.slightly + (draft.isHeld ? Self.held : 0) + (draft.isUrgent ? Self.held : 0)
        }
        let open = drafts.indices.filter { $0 > 0 && !isProcedure(drafts[$0]) }
        guard let best = open.max(by: { (lead(drafts[$0]), -$0) < (lead(drafts[$1]), -$1) }) else { return nil }
        return lead(drafts[best]) >= first.weight + (first.isHeld ? Self.held : 0) ? best : nil
    }

    /// A row of a table that a number of the case chooses says more than words in common do.
    private func isCounted(_ rule: Rule) -> Bool {
        !rule.cells.isEmpty && rule.condition?.clauses.contains { !$0.quantities.isEmpty } == true
    }

    /// That the rule that the question is about most does not hold answers it, where no other rule does better.
    func weight(ofRuledOut candidate: Candidate) -> Float {
        let most = max(0.1, candidates.flatMap(\.relevance).max() ?? 1)
        return (candidate.relevance.max() ?? 0) / most + 0.5 * candidate.score / max(0.1, candidates.first?.score ?? 1)
            + 0.6
    }

    /// Where an instruction answers and the zaak does not stand in the drawing, a way in one that only words chose comes behind.
    private func isBehindText(_ candidate: Candidate) -> Bool {
        guard candidate.document.isDrawing, !asked.standsIn(candidate.document),
            candidates.first?.document.isModel == false
        else {
            return false
        }
        return !candidate.rules.indices.contains { rule in
            candidate.verdicts[rule]?.truth == .yes && isCounted(candidate.rules[rule])
        }
    }

    /// How well a rule answers: the words it shares with the question, what the facts say of it, and whether it holds what is asked for.
    func weight(of rule: Int, _ candidate: Candidate) -> Float {
        let most = max(0.1, candidates.flatMap(\.relevance).max() ?? 1)
        let top = max(0.1, candidates.first?.score ?? 1)
        let verdict = candidate.verdicts[rule]
        let truth: Float =
            switch verdict?.truth {
            case .yes: verdict?.evidence.isEmpty == false ? isCounted(candidate.rules[rule]) ? 1.2 : 0.6 : 0
            case .unknown: -0.15
            case .no: -0.5
            case nil: 0
            }
        return candidate.relevance[rule] / most + truth + 0.5 * candidate.score / top
            - (candidate.rules[rule].isReference ? 0.8 : 0) - (candidate.isPassing || isBehindText(candidate) ? 1.5 : 0)
            + (candidate.limits[rule] == nil ? 0 : 1.4) + asked.form.fit(of: candidate.rules[rule], candidate)
    }
}
