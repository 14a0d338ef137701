import Basics

/// Puts an advice together from the passages that support it.
struct Composer {
    let adviser: Adviser
    let asked: Inquiry
    var candidates: [Candidate] = []
    var drafts: [Draft] = []
    /// Rules that were used already, by passage and rule.
    var used: Set<RulePlace> = []
    var missing: [MissingFact] = []
    /// What is told that the drawing waits for where the zaak stands.
    private(set) var happening: Happening?

    struct RulePlace: Hashable {
        let passage: Int
        let rule: Int
    }

    static let breadth = 24

    init(_ adviser: Adviser, _ asked: Inquiry) {
        self.adviser = adviser
        self.asked = asked
    }

    mutating func compose(into advice: inout Advice) {
        let found = retrieve()
        candidates = weighed(found)
        let options = chosenOptions()
        let support = Support(candidates, options, asked, adviser)
        advice.support = support?.figures ?? SupportFigures()
        let walk = ModelWalk.find(asked, candidates, isWanted: support?.answersFromText != true, adviser)
        happening = Happening.find(asked, adviser)
        guard let support,
            support.isEnough && !lacksYear || walk != nil || pressing != nil || happening != nil || asksOfPlace
        else {
            advice = adviser.refuse(asked.form.asksDecision ? .asksDecision : .noSupport, asked, advice)
            advice.near = nearest()
            return
        }
        let byWords = select(options, support, walk)
        let claimed = claimConflicts(byWords)
        if disagree(claimed) {
            advice = adviser.refuse(.contradiction, asked, advice)
            (advice.conflicts, advice.near) = (claimed, claimed.flatMap(\.sources))
            return
        }
        // What an answer means may change its order, not whether there is one (decision 0008).
        if let fused = fused(found) { candidates = fused }
        let chosen = select(options, support, walk)
        repay()
        reckon(chosen)
        let comesFirst = happening?.comesFirst(of: asked, support, adviser) == true
        if comesFirst, let happening { follow(happening) }
        if let walk, leads(walk, support) { follow(walk) }
        tellPast(chosen)
        for candidate in chosen where !isElsewhere(candidate, happening) && !isPast(candidate) {
            addSteps(of: candidate, isFirst: candidate.number == chosen.first?.number, options)
        }
        follow(chosen)
        if !comesFirst, let happening { follow(happening) }
        if let walk { follow(walk) }
        if walk?.stands == true, chosen.allSatisfy(\.document.isModel) { nameUnknown() }
        guard !drafts.isEmpty else {
            advice = adviser.refuse(.noSupport, asked, advice)
            return
        }
        (advice.route, advice.also) = arranged()
        advice.missing = Array(missing.prefix(5))
        advice.conflicts = conflicts(chosen)
        advice.tell = side(chosen, Self.telling)
        advice.handover = side(chosen, Self.handing)
        advice.first = FirstStepFigures(advice, of: drafts, best: candidates.first?.number, support.figures)
        support.grade(&advice)
        if asked.form.asksDecision { advice = adviser.leave(advice, to: .asksDecision, asked) }
    }

    /// Whether the way ahead in the drawing answers before what the words find. Where the zaak stands somewhere and something is told of
    /// it, only a way that a fact took does.
    private func leads(_ walk: ModelWalk, _ support: Support) -> Bool {
        if asksOnlyNext(walk) { return true }
        // Nothing but everyday words is said beside the fact that took the way.
        if walk.stands, walk.hasTaken, asked.query.allSatisfy({ $0.weight < 0.6 }) { return true }
        return !support.answersFromText && !isAnsweredInWords && (!walk.stands || walk.hasTaken)
    }

    /// Nothing is asked but what comes next, of a zaak of which it is known where it stands.
    private func asksOnlyNext(_ walk: ModelWalk?) -> Bool { walk?.stands == true && asked.form.asksOnlyNext }

    /// Whether a text written for people says as much about the question as the drawing does, for all that the facts of the case
    /// have in common with the drawing.
    private var isAnsweredInWords: Bool {
        let text = candidates.first { !$0.document.isModel }?.coverage ?? 0
        return text > 0 && text >= 0.9 * (candidates.map(\.coverage).max() ?? 0)
    }

    /// A passage whose heading the question names and that says what must be done the same day, now that the facts fulfil it: whatever
    /// else is told, that is not kept back.
    private var pressing: Candidate? {
        candidates.first { candidate in
            candidate.headingMatch && !candidate.document.isModel
                && candidate.rules.indices.contains { isPressing($0, candidate) }
        }
    }

    /// A value of one year is asked, and what comes nearest tells of others.
    private var lacksYear: Bool {
        guard asked.form.wants != nil || asked.form.asksValue else { return false }
        return candidates.first.map(isOfOtherYear) == true || lacksNextYear
    }

    /// `Hoe hoog is het in 2027`: what is written without a year holds now, and says nothing of the amounts of another.
    private var lacksNextYear: Bool {
        guard [.amount, .percentage].contains(asked.form.wants), !asked.years.isEmpty,
            !asked.years.contains(asked.facts.today.year)
        else { return false }
        return !candidates.prefix(6).contains(where: isOfAskedYear)
    }

    private static let telling: Set<String> = [
        "vertel", "zeg", "bevestig", "noem", "uitleg", "hoort", "informeer", "mededelen", "vertellen",
    ]
    private static let handing: Set<String> = [
        "mee", "meegeven", "overdracht", "draag", "meenemen", "doorgeven", "meesturen",
    ]

    /// The passages that the words of question and case find, best first.
    func retrieve() -> [Candidate] {
        let context = asked.context.map { $0.weighing(0.4) }
        let hits = adviser.library.search(
            asked.query + context, on: asked.facts.today, for: asked.scope, limit: Self.breadth)
        let found = hits.map { adviser.candidate($0.number, score: Float($0.score), asked) }
        // What the drawing says where the zaak stands is looked at, whatever the words find.
        let beside = asked.near.here.union(asked.near.next).subtracting(found.map(\.number)).sorted()
        return (found + beside.map { adviser.candidate($0, score: 0, asked) }).filter { !isOnOtherDanger($0) }
    }

    /// A section on a danger of which nothing was heard is not for a question that does not name it.
    private func isOnOtherDanger(_ candidate: Candidate) -> Bool {
        guard !candidate.document.isModel,
            let danger = adviser.dangers.named(in: Tokenizer.tokens(of: candidate.passage.heading)),
            danger.plainness(of: asked.tokens) == 0
        else { return false }
        return !(asked.dangers + asked.feared).contains { $0.name == danger.name }
    }

    /// The best sentence of each of the few passages that come nearest, for a person to judge; what the drawing says of the step where the
    /// zaak stands before all others.
    private func nearest() -> [QuotedSource] {
        let others = candidates.prefix(3).filter { $0.coverage >= 0.15 && !asked.near.here.contains($0.number) }
        return (here.prefix(1) + others).prefix(3).compactMap { candidate in
            candidate.rules.indices.max { candidate.relevance[$0] < candidate.relevance[$1] }.map {
                source(candidate, candidate.rules[$0].range)
            }
        }
    }

    /// Whether a sentence of it gives the kind of number that is asked for.
    func writesWanted(_ candidate: Candidate) -> Bool {
        candidate.rules.contains { $0.cells.isEmpty && givesWanted($0, candidate) }
    }

    /// Whether a sentence or row gives the kind of number that is asked.
    func givesWanted(_ rule: Rule, _ candidate: Candidate) -> Bool {
        let quantities = candidate.sentences[rule.sentences].flatMap { QuantityReader.quantities(in: $0.tokens) }
        switch asked.form.wants {
        case .amount: return quantities.contains { $0.measure == .money }
        case .percentage: return quantities.contains { $0.measure == .percent }
        case .period:
            return quantities.contains { quantity in
                if case .period = quantity.measure { return true }
                return false
            }
        case .count, .contact, .person, nil: return false
        }
    }

    /// What the answer is made of; nothing when the words do not support one.
    private func select(_ options: [Candidate], _ support: Support, _ walk: ModelWalk?) -> [Candidate] {
        if !support.isEnough, walk == nil, let pressing { return [pressing] }
        let chosen = (support.isEnough && !asksOnlyNext(walk) ? select(options) : []).filter {
            walk?.leavesOut($0) != true && !isUntold($0)
        }
        let work = chosen.filter { !isNobodysWork($0) || asked.isNear($0) && $0.coverage >= Support.leastOfEvent }
        if chosen.isEmpty, !support.isEnough, walk == nil { return asksOfPlace ? here : beside() }
        let shown = work.isEmpty ? chosen : work
        return shown.filter { !$0.isPassing } + shown.filter(\.isPassing)
    }

    /// The step at which the zaak stands.
    private var here: [Candidate] { candidates.filter { asked.near.here.contains($0.number) } }

    /// Whether it is asked how the work is done, of nothing that the library does not know: that is the work at hand.
    private var asksOfPlace: Bool {
        asked.form.asksWork && !here.isEmpty && asked.query.allSatisfy { $0.isKnown || $0.weight < 0.6 }
    }

    /// What the drawing says of the question where the zaak stands, beside what happens there.
    private func beside() -> [Candidate] {
        Array(candidates.prefix(6).filter { asked.isNear($0) && $0.coverage >= Support.leastBeside }.prefix(2))
    }

    /// The passages that carry the answer: the options that fit, when a route is asked, and the best found.
    private func select(_ options: [Candidate]) -> [Candidate] {
        // Options that are only possible still come behind what the facts lead to.
        let leads =
            asked.form.asksRoute && (isSure(options) || candidates.first?.hasHeldRule != true)
            || asked.form.onlyTells && isSure(options) && pressing == nil
        var chosen: [Candidate] = leads ? options : []
        guard let top = candidates.first else { return chosen }
        for candidate in candidates.prefix(6)
        where candidate.score >= top.score * (candidate.hasDecidedRow ? 0.2 : 0.68)
            && !isRejectedOption(candidate, options)
        {
            if !chosen.contains(where: { $0.number == candidate.number }) { chosen.append(candidate) }
        }
        if !leads {
            for option in options where !chosen.contains(where: { $0.number == option.number }) {
                chosen.append(option)
            }
        }
        return Array(chosen.prefix(6))
    }

    /// `Dan zeg je nee en kijk je samen …`: what the worker does besides telling is not for the customer.
    private func isOwnWork(_ rule: Rule) -> Bool {
        let words = rule.action.map(\.text)
        return words.first == "dan"
            || zip(words, words.dropFirst(2)).contains { $0 == "en" && ["je", "jij", "u"].contains($1) }
    }

    /// Sentences of the chosen passages that say what to tell, or what to hand over.
    private func side(_ chosen: [Candidate], _ words: Set<String>) -> [AdviceStep] {
        chosen.flatMap { candidate in
            candidate.applicable.filter { number in
                let rule = candidate.rules[number]
                return rule.action.prefix(3).contains { words.contains($0.text) }
                    && candidate.verdicts[number]?.truth != .unknown
                    && !isOwnWork(rule)
            }.map { step(candidate, $0, why: adviser.phrases("waarom.onderwerp", ["kop": candidate.heading])) }
        }
    }
}

extension Inquiry {
    func weight(_ adviser: Adviser) -> Float { query.reduce(0) { $0 + adviser.importance(of: $1) } }
}
