/// How much a period of a passage has to do with the date that was given and with what is asked: only the best is counted.
struct PeriodFit {
    let reckoner: Reckoner
    let sentence: Sentence
    /// The clause that the period stands in.
    let clause: Range<Int>
    let quantity: Quantity
    let rule: Int?

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
    /// `asking` are the words that ask for this moment; `hasCounted` tells whether a period of the passage is counted from the date.
    func weight(from anchor: Statement, asking part: Range<Int>?, hasCounted: Bool) -> Float {
        guard quantity.isTerm, !isRate, !isLimit, !isThreshold(for: anchor),
            rule.map({ reckoner.candidate.verdicts[$0]?.truth }) != .no
        else { return 0 }
        let query = reckoner.asked.query
        let adviser = reckoner.adviser
        let form = reckoner.asked.form
        let moment = part ?? form.askingMoment.indices
        let asking = query.filter { moment.contains($0.term.tokens.lowerBound) }
        let near = sentence.terms.filter { clause.contains($0.tokens.lowerBound) }
        let named = start.map { likeness(of: $0, to: anchor) }
        // Said apart, an event speaks for a date of its name and against no other.
        let isTold = named == nil && told.map { likeness(of: $0, to: anchor) >= 0.45 } == true
        let event = isTold ? 1 : named
        let isOther = event.map { $0 < 0.45 } ?? false
        if isKept, event == nil || isOther { return 0 }
        // What is counted from another event than the one that is dated says nothing of this date, unless a date is asked.
        if isOther, !form.asksMoment, !form.asksPunctual, form.wants != .period { return 0 }
        if isOther, isNamed(anchor) { return 0 }
        return 2 * adviser.matched(asking, by: near) + adviser.matched(query, by: sentence.terms)
            + (event == nil ? form.asksMoment ? Self.some : 0 : isOther ? -3 : 3) + (isHeld ? Self.held : 0)
            + (isDeadline && form.asksDeadline ? Self.due : 0) + (asksOwnAct && isOrder ? Self.own : 0)
            + (isLasting && asksEnd ? Self.due : 0) + (isTold && isLasting ? Self.due : 0)
            + (isWorkday && hasCounted ? Self.own : 0)
            - (isOpen || opening != nil && isOther ? Self.open : 0)
    }
}

extension PeriodFit {
    /// `werkdag 6` is counted from the same event as another period of its passage.
    var isWorkday: Bool { quantity.measure == .position(.workday) }

    private var asksEnd: Bool {
        let words = reckoner.asked.form.asking.map(\.text)
        return zip(words, words.dropFirst()).contains {
            $0 == "tot" && ["wanneer", "welke", "hoe"].contains($1) || $0 == "hoe" && $1 == "lang"
        } || words.contains("hoelang")
    }

    /// What the asker is to do comes before what others do in the meantime.
    private static let own: Float = 3

    /// `wanneer moet ik bellen`
    private var asksOwnAct: Bool {
        reckoner.asked.form.asksMoment
            && reckoner.asked.form.askingMoment.contains { ["ik", "we", "wij"].contains($0.text) }
    }

    /// `bel dan op werkdag 6`, `Stuur binnen 5 dagen …`: an order to the reader.
    private var isOrder: Bool {
        guard let action = rule.map({ reckoner.candidate.rules[$0] })?.action, action.count > 1,
            let first = action.first
        else { return false }
        return first.mark == nil && !FunctionWords.all.contains(first.text)
            && !DutchSyntax.determiners.contains(first.text)
            && !DutchSyntax.finite.contains(first.text) && FunctionWords.all.contains(action[1].text)
    }

    /// What a sentence that names a day by the calendar has to do with the question.
    static func weight(of sentence: Sentence, _ asked: Inquiry, _ adviser: Adviser) -> Float {
        let asking = asked.query.filter { asked.form.asking.indices.contains($0.term.tokens.lowerBound) }
        let begins = sentence.tokens.contains { starting.contains($0.text) }
        return 2 * adviser.matched(asking, by: sentence.terms) + adviser.matched(asked.query, by: sentence.terms)
            + (begins && asked.form.asksStart ? 6 : 0)
    }

    private static let starting: Set<String> = ["in", "ingang", "vanaf", "begint", "start", "ingaat"]

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
}
