/// How much a period of a passage has to do with the date that was given and with what is asked: only the best is counted.
struct PeriodFit {
    private let reckoner: Reckoner
    private let sentence: Sentence
    /// The clause that the period stands in.
    private let clause: Range<Int>
    private let quantity: Quantity
    private let rule: Int?

    init(of quantity: Quantity, _ number: Int, _ reckoner: Reckoner) {
        self.reckoner = reckoner
        self.quantity = quantity
        sentence = reckoner.candidate.sentences[number]
        let tokens = sentence.tokens
        let cuts: (Int) -> Bool = { tokens[$0].mark != nil || tokens[$0].text == "en" }
        let start = tokens.indices.prefix(quantity.tokens.lowerBound).last(where: cuts).map { $0 + 1 } ?? 0
        let end =
            tokens.indices.dropFirst(max(0, quantity.tokens.upperBound - 1)).first(where: cuts) ?? tokens.count - 1
        clause = start..<max(start, end + 1)
        rule = reckoner.candidate.rules.firstIndex { $0.sentences.contains(number) }
    }

    /// Nothing for what is counted from no moment, for keeping and lengthening that nobody asks about, and where the facts rule it out.
    /// `asking` are the words that ask for this moment.
    func weight(from anchor: Statement, asking part: Range<Int>? = nil) -> Float {
        guard quantity.isTerm, !isRate, !isLimit, !isThreshold(for: anchor),
            rule.map({ reckoner.candidate.verdicts[$0]?.truth }) != .no
        else { return 0 }
        let query = reckoner.asked.query
        let adviser = reckoner.adviser
        let form = reckoner.asked.form
        let moment = part ?? form.askingMoment.indices
        let asking = query.filter { moment.contains($0.term.tokens.lowerBound) }
        let near = sentence.terms.filter { clause.contains($0.tokens.lowerBound) }
        let event = start.map { words in
            anchor.terms.map { one in words.map { $0.likeness(to: one) }.max() ?? 0 }.max() ?? 0
        }
        let isOther = event.map { $0 < 0.45 } ?? false
        if isKept, event == nil || isOther { return 0 }
        // What is counted from another event than the one that is dated says nothing of this date, unless a date is asked.
        if isOther, !form.asksMoment, !form.asksPunctual, form.wants != .period { return 0 }
        return 2 * adviser.matched(asking, by: near) + adviser.matched(query, by: sentence.terms)
            + (event == nil ? form.asksMoment ? Self.some : 0 : isOther ? -3 : 3) + (isHeld ? Self.held : 0)
            + (isDeadline && form.asksDeadline ? Self.due : 0)
            - (isOpen || opening != nil && isOther ? Self.open : 0)
    }

    /// What a sentence that names a day by the calendar has to do with the question.
    static func weight(of sentence: Sentence, _ asked: Inquiry, _ adviser: Adviser) -> Float {
        let asking = asked.query.filter { asked.form.asking.indices.contains($0.term.tokens.lowerBound) }
        let begins = sentence.tokens.contains { starting.contains($0.text) }
        return 2 * adviser.matched(asking, by: sentence.terms) + adviser.matched(asked.query, by: sentence.terms)
            + (begins && asked.form.asksStart ? 6 : 0)
    }

    private static let starting: Set<String> = ["in", "ingang", "vanaf", "begint", "start", "ingaat"]

    /// `maximaal 12 maanden`, `meer dan vier weken`: how long something may last, and no deadline.
    private var isLimit: Bool {
        if isLead { return false }
        if isOfCondition { return true }
        let words = sentence.tokens[quantity.tokens].map(\.text)
        guard !words.contains("binnen"), !words.contains("uiterlijk"),
            !sentence.tokens.contains(where: { $0.text.hasSuffix("termijn") })
        else { return false }
        return words.contains { Self.limiting.contains($0) || Comparison.points($0) != nil }
    }

    /// `Dreigt dit binnen 14 dagen` beside a day that is still to come: that day is held against it, and none is counted from it.
    private func isThreshold(for anchor: Statement) -> Bool {
        let facts = reckoner.asked.facts
        let place = sentence.tokens[quantity.tokens.lowerBound].range.lowerBound
        return sentence.tokens[quantity.tokens].first?.text == "binnen"
            && facts.days(of: anchor).contains { $0 > facts.today }
            && rule.flatMap { reckoner.candidate.rules[$0].condition }?.clauses.contains {
                $0.standing.contains { $0.contains(place) }
            } == true
    }

    /// `tot en met 12 maanden` in the cell that a row is chosen by.
    private var isOfCondition: Bool {
        guard let rule = rule.map({ reckoner.candidate.rules[$0] }), !rule.cells.isEmpty, quantity.isBound else {
            return false
        }
        let place = sentence.tokens[quantity.tokens.lowerBound].range.lowerBound
        return TableColumns.inputs(rule.cells.map(\.header)).contains { rule.cells[$0].value.contains(place) }
    }

    /// What the facts lead to comes before what holds for all.
    private static let held: Float = 6

    /// By when something must be done is told by a term to act in, before how long something lasts.
    private static let due: Float = 3

    private var isDeadline: Bool {
        ["binnen", "uiterlijk"].contains(sentence.tokens[quantity.tokens].first?.text ?? "")
    }

    /// A term that names no event may be of any.
    private static let some: Float = 0.1

    /// What holds only where something is that nobody spoke of, comes behind what holds for all.
    private static let open: Float = 4

    private var isOpen: Bool {
        guard let verdict = rule.flatMap({ reckoner.candidate.verdicts[$0] }) else { return false }
        return verdict.truth == .unknown && verdict.evidence.isEmpty && verdict.touching.isEmpty
    }

    private var isHeld: Bool {
        guard let verdict = rule.flatMap({ reckoner.candidate.verdicts[$0] }) else { return false }
        return verdict.truth == .yes && !verdict.evidence.isEmpty
    }

    /// `ten minste 15 werkdagen voor de keuring`: from the day that it is done, the keuring may come so much later, where it is asked
    /// from when.
    private var isLead: Bool {
        quantity.upper == nil && quantity.lower != nil
            && ["voor", "voordat"].contains(sentence.tokens.dropFirst(quantity.tokens.upperBound).first?.text ?? "")
            && (reckoner.asked.form.asksMoment || reckoner.asked.form.asksStart)
    }

    private static let limiting: Set<String> = [
        "maximaal", "max", "minimaal", "minstens", "tenminste", "hooguit", "hoogstens", "hoogste", "minste",
    ]

    /// The event that is counted from: `binnen vijf werkdagen na de einddatum`.
    private var start: [Term]? {
        let next = quantity.tokens.upperBound
        if let opening { return opening }
        guard next < sentence.tokens.count, ["na", "vanaf", "sinds"].contains(sentence.tokens[next].text) else {
            return nil
        }
        return sentence.terms.filter { (next...next + 4).contains($0.tokens.lowerBound) }
    }

    /// `Na een afgewezen beroep krijgt de inwoner 14 dagen`: the noun that closes what the sentence opens with.
    private var opening: [Term]? {
        guard sentence.tokens.first?.text == "na",
            let verb = sentence.tokens.indices.first(where: { $0 > 1 && DutchSyntax.isFinite($0, in: sentence.tokens) }
            ),
            verb <= quantity.tokens.lowerBound
        else { return nil }
        return sentence.terms.last { $0.tokens.upperBound <= verb && $0.weight >= 0.6 }.map { [$0] }
    }

    /// `per twaalf maanden`, `niet ouder dan twee maanden`, `12 maanden terug`.
    private var isRate: Bool {
        let before =
            sentence.tokens[..<quantity.tokens.lowerBound].suffix(2).map(\.text)
            + sentence.tokens[quantity.tokens].map(\.text)
        let behind = sentence.tokens[quantity.tokens.upperBound...].prefix(1).map(\.text)
        return before.contains {
            ["per", "elke", "iedere", "laatste", "afgelopen", "ouder", "jonger", "looptijd"].contains($0)
        }
            || behind.contains { ["oud", "terug", "vooruit", "geleden"].contains($0) }
    }

    /// `bewaren`, `verlengen`: periods of another kind than the one in which something must be done.
    private var isKept: Bool {
        let heading = Tokenizer.tokens(of: reckoner.candidate.passage.heading)
        let columns = rule.map { reckoner.candidate.rules[$0].cells.flatMap { Tokenizer.tokens(of: $0.header) } } ?? []
        let words = (sentence.tokens[clause] + heading + columns).map(\.text) + sentence.tokens.prefix(1).map(\.text)
        return Self.kinds.contains { kind in
            words.contains { $0.hasPrefix(kind) } && !reckoner.asked.tokens.contains { $0.text.contains(kind) }
        }
    }

    private static let kinds = ["bewa", "verleng"]
}
