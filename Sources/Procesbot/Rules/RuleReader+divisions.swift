extension RuleReader {
    /// The condition of a sentence and what follows from it; what follows may have a condition of its own.
    func divide(_ tokens: [Token], _ splits: Bool) -> (Condition?, ArraySlice<Token>) {
        let (condition, action) = divideOnce(tokens, splits)
        guard condition != nil, action.startIndex > tokens.startIndex, action.count > 3,
            let cue = action.indices.dropFirst().first(where: { opens(at: $0, tokens) })
        else { return (condition, action) }
        let own = conditions.condition(action[(cue + 1)...])
        return (
            .both(condition, ["tenzij", "behalve"].contains(tokens[cue].text) ? own.map(Condition.not) : own),
            action[..<cue]
        )
    }

    func divideOnce(_ tokens: [Token], _ splits: Bool) -> (Condition?, ArraySlice<Token>) {
        guard let first = tokens.first else { return (nil, []) }
        if let end = colon(tokens, splits) {
            return (conditions.condition(tokens[..<(end - 1)] + [tokens[end - 1].unmarked]), tokens[end...])
        }
        if DutchSyntax.openers.contains(first.text) || supposesAndOrders(tokens)
            || DutchSyntax.opensWithVerb(tokens)
                && !tokens.dropFirst().prefix(2).contains(where: { DutchSyntax.openers.contains($0.text) }),
            let end = endOfCondition(tokens)
        {
            return (conditions.condition(tokens[..<end]), tokens[end...])
        }
        if let end = person(tokens) { return (conditions.condition(tokens[1..<end]), tokens[end...]) }
        if let end = boundedOpening(tokens) { return (.clause(conditions.clause(tokens[..<end])), tokens[end...]) }
        if DutchSyntax.prefixes.contains(first.text), let verb = verb(after: tokens), verb > 1 {
            let condition = conditions.clause(tokens[1..<verb])
            return (first.text == "zonder" ? .not(.clause(condition)) : .clause(condition), tokens[verb...])
        }
        if let verb = boundedSubject(tokens) { return (.clause(conditions.clause(tokens[..<verb])), tokens[verb...]) }
        if let cue = tokens.indices.dropFirst().first(where: { opens(at: $0, tokens) }) {
            let condition = conditions.condition(tokens[(cue + 1)...])
            return (
                ["tenzij", "behalve"].contains(tokens[cue].text) ? condition.map(Condition.not) : condition,
                tokens[..<cue]
            )
        }
        if let cue = audience(tokens) { return (audiences(tokens[cue...]), tokens[..<cue]) }
        if let cue = recipients(tokens) { return (audiences(tokens[cue...], "aan"), tokens[..<cue]) }
        return (nil, tokens[...])
    }

    /// Where the main clause begins: before the verb with `dan`, else behind the first comma that a verb follows.
    func endOfCondition(_ tokens: [Token]) -> Int? {
        let commas = tokens.indices.filter { tokens[$0].mark == "," && $0 + 1 < tokens.count }
        if let dan = tokens.indices.first(where: { tokens[$0].text == "dan" && isConsequence($0, tokens) }),
            let comma = commas.last(where: { $0 < dan })
        {
            return comma + 1
        }
        return commas.last { comma in
            DutchSyntax.finite.contains(tokens[comma + 1].text) || comma == commas.first
        }
        .map { $0 + 1 }
    }

    func isConsequence(_ index: Int, _ tokens: [Token]) -> Bool {
        index == 0
            || !["meer", "minder", "langer", "korter", "hoger", "lager", "anders", "eerder", "later", "ouder"].contains(
                tokens[index - 1].text)
    }

    /// `als` opens a condition only before a subject: not in `als crisis`.
    func opens(at index: Int, _ tokens: [Token]) -> Bool {
        guard DutchSyntax.closers.contains(tokens[index].text), index + 1 < tokens.count else { return false }
        // `alleen als: …` closes what may be with what must hold.
        if tokens[index].mark == ":" || index > 0 && ["alleen", "enkel", "slechts"].contains(tokens[index - 1].text) {
            return true
        }
        // `evenmin als een lening` compares.
        if index > 0, ["evenmin", "net", "evenals", "zowel"].contains(tokens[index - 1].text) { return false }
        if isHedge(tokens[(index + 1)...]) { return false }
        return !["als", "wanneer"].contains(tokens[index].text)
            || DutchSyntax.determiners.contains(tokens[index + 1].text)
            || FunctionWords.all.contains(tokens[index + 1].text)
    }

    /// `als dat lukt`, `waar het kan`: says how hard to try, and waits for no fact.
    private func isHedge(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.count <= 4 && tokens.allSatisfy { Self.hedging.contains($0.text) }
    }

    private static let hedging: Set<String> = [
        "dat", "dit", "het", "er", "lukt", "kan", "mogelijk", "haalbaar", "nodig", "wenselijk", "gewenst", "is", "nog",
        "even", "enigszins", "redelijkerwijs", "zinvol",
    ]
}
