/// Reads the sentences, lists and tables of a passage as rules.
struct RuleReader {
    let lexicon: Lexicon
    let conditions: ConditionReader

    init(lexicon: Lexicon, places: PlaceReader) {
        self.lexicon = lexicon
        conditions = ConditionReader(lexicon: lexicon, places: places)
    }

    func rules(of passage: Passage, _ sentences: [Sentence], in text: SourceText) -> [Rule] {
        var rules: [Rule] = []
        var index = 0
        while index < sentences.count {
            let block = passage.blocks[sentences[index].block]
            switch block.kind {
            case .header: index += 1
            case .row(let header, let cells):
                rules.append(row(sentences[index], at: index, header: header, cells: cells, in: text))
                index += 1
            case .paragraph, .item:
                let end = list(after: index, sentences, passage)
                if end > index + 1 {
                    rules.append(list(sentences, index..<end))
                    index = end
                } else if isItem(sentences[index], passage), let (rule, end) = item(sentences, at: index) {
                    rules.append(rule)
                    index = end
                } else {
                    let (rule, end) = plain(sentences, at: index)
                    let chained = chained(rule, after: before(index, rules, sentences), sentences[index])
                    rules.append(failing(chained, rules.last, sentences[index]))
                    index = end
                }
            }
        }
        return withException(rules)
    }

    private func plain(_ sentences: [Sentence], at index: Int) -> (rule: Rule, end: Int) {
        if sentences[index].isQuestion { return asked(sentences, at: index) }
        let next = index + 1 < sentences.count && sentences[index + 1].block == sentences[index].block ? index + 1 : nil
        if isBareAnswer(sentences[index]) {
            guard let next, !sentences[next].isQuestion else {
                var rule = rule(sentences[index], at: index)
                rule.isBare = true
                return (rule, index + 1)
            }
            return (rule(sentences[next], at: next).opened(by: sentences[index], at: index), next + 1)
        }
        let splits = next.map { remainder(sentences[$0].tokens) == true } ?? false
        return (rule(sentences[index], at: index, splits: splits), index + 1)
    }

    /// `Ja.`, `Nee.`: says nothing without the sentence behind it.
    private func isBareAnswer(_ sentence: Sentence) -> Bool {
        sentence.tokens.count <= 2
            && ["ja", "nee", "jazeker", "zeker", "klopt"].contains(sentence.tokens.first?.text ?? "")
    }

    private func isItem(_ sentence: Sentence, _ passage: Passage) -> Bool {
        switch passage.blocks[sentence.block].kind {
        case .item: true
        case .paragraph, .row, .header: false
        }
    }

    /// The rules before a sentence in its own paragraph or bullet.
    private func before(_ index: Int, _ rules: [Rule], _ sentences: [Sentence]) -> [Rule] {
        rules.reversed().prefix { rule in
            rule.cells.isEmpty && sentences[rule.sentences.lowerBound].block == sentences[index].block
        }.reversed()
    }

    /// The end of the list that a sentence with a colon announces; the next sentence when it announces none.
    private func list(after index: Int, _ sentences: [Sentence], _ passage: Passage) -> Int {
        guard sentences[index].tokens.last?.mark == ":" else { return index + 1 }
        var end = index + 1
        while end < sentences.count, case .item = passage.blocks[sentences[end].block].kind { end += 1 }
        return end
    }

    private func row(
        _ sentence: Sentence, at index: Int, header: [Range<Int>], cells: [Range<Int>], in text: SourceText
    ) -> Rule {
        let labelled = cells.enumerated().map { number, cell in
            (header: header.indices.contains(number) ? text.quote(header[number]) : "", value: cell)
        }
        // The row of a step in a drawing says who does it and what comes then: it has no condition.
        let inputs = ModelText.isStep(labelled.map(\.header)) ? [] : TableColumns.inputs(labelled.map(\.header))
        let conditions = inputs.compactMap { number in
            TableColumns.condition(labelled[number].header, text.quote(labelled[number].value), self.conditions)
        }
        let inside = inputs.map { labelled[$0].value }
        let action = sentence.tokens.filter { token in !inside.contains { $0.contains(token.range.lowerBound) } }
        return Rule(
            sentences: index..<index + 1, range: sentence.range,
            condition: conditions.isEmpty ? nil : conditions.count == 1 ? conditions[0] : .all(conditions),
            action: action, terms: sentence.terms + inputs.flatMap { lexicon.terms(of: labelled[$0].header) },
            mood: .state, cells: labelled)
    }

    /// A list whose announcement asks that some or all of it hold is a condition; any other is one instruction.
    private func list(_ sentences: [Sentence], _ range: Range<Int>) -> Rule {
        let intro = sentences[range.lowerBound]
        let items = sentences[range].dropFirst()
        let bytes = intro.range.lowerBound..<(items.last?.range.upperBound ?? intro.range.upperBound)
        let words = intro.words
        guard
            let cue = words.firstIndex(where: {
                DutchSyntax.openers.contains($0)
                    || ["signalen", "voorwaarden", "criteria", "nodig", "vereisten", "eisen"].contains($0)
            })
        else {
            return Rule(
                sentences: range, range: bytes, condition: nil, action: sentences[range].flatMap(\.tokens),
                terms: sentences[range].flatMap(\.terms),
                mood: mood(of: intro.tokens), cells: [])
        }
        let parts = items.compactMap { item in conditions.condition(trimmedItem(item.tokens)[...]) }
        return Rule(
            sentences: range, range: bytes, condition: joined(intro, from: cue, parts, items),
            action: Array(intro.tokens[..<cue]),
            terms: sentences[range].flatMap(\.terms), mood: mood(of: Array(intro.tokens[..<cue])), cells: [])
    }

    /// Words of an announcement that lifts a duty or ends something, for which each case by itself is enough.
    private static let lifting: Set<String> = [
        "geen", "niet", "vervalt", "vervallen", "vernietig", "stop", "stopt", "weiger", "intrekken", "trek", "direct",
        "meteen", "behalve", "uitzondering", "altijd",
    ]

    private func trimmedItem(_ tokens: [Token]) -> [Token] {
        guard let last = tokens.last, ["of", "en"].contains(last.text) else { return tokens }
        return Array(tokens.dropLast())
    }

    private func joined(_ intro: Sentence, from cue: Int, _ parts: [Condition], _ items: ArraySlice<Sentence>)
        -> Condition
    {
        let words = intro.words
        let counts = QuantityReader.quantities(in: intro.tokens).filter {
            $0.measure == .count && $0.tokens.lowerBound >= cue
        }
        let listed = [
            "deze", "volgende", "onderstaande", "signalen", "voorwaarden", "criteria", "nodig", "vereisten", "eisen",
        ].contains {
            words[cue...].contains($0)
        }
        if listed, let count = counts.last?.lower, count > 1, count < parts.count { return .atLeast(count, parts) }
        let isChoice =
            items.contains { $0.tokens.last?.text == "of" } || listed && counts.last?.lower == 1
            || words[cue...].contains("een") && words.contains("van")
            || words.contains("of") && listed || words[..<cue].contains(where: Self.lifting.contains)
        let isSum =
            items.contains { $0.tokens.last?.text == "en" } || words.contains { ["alle", "allemaal"].contains($0) }
        let group: Condition = isChoice ? .any(parts) : isSum || listed ? .all(parts) : .either(parts)
        let rest = intro.tokens[(cue + 1)...].filter {
            !["en", "deze", "volgende", "geldt", "gelden", "van"].contains($0.text)
        }
        guard !listed, rest.count > 2, let own = conditions.condition(rest[...]) else { return group }
        return .all([own, group])
    }
}

extension RuleReader {
    /// `splits` says that the next sentence goes on with *Anders*, so that what stands before a colon is a condition.
    func rule(_ sentence: Sentence, at index: Int, splits: Bool = false) -> Rule {
        let (condition, action) = divide(sentence.tokens, splits)
        var rule = Rule(
            sentences: index..<index + 1, range: sentence.range, condition: condition, action: Array(action),
            terms: sentence.terms,
            mood: mood(of: Array(action)), cells: [])
        rule.isBare =
            condition == nil
            && (sentence.tokens.count <= 5
                && sentence.tokens.first.map { DutchSyntax.openers.contains($0.text) } == true
                || sentence.tokens.count <= 8 && sentence.tokens.first?.text == "zie")
        return rule
    }

    /// `Een medewerker besluit, niet het systeem`: says who or what instead, and denies nothing of the rest.
    private func isContrast(_ tokens: [Token]) -> Bool {
        guard let place = tokens.firstIndex(where: { $0.text == "niet" }), place > 1, tokens[place - 1].mark == ","
        else {
            return false
        }
        let rest = tokens[(place + 1)...]
        return rest.count <= 4 && !rest.isEmpty && !rest.indices.contains { DutchSyntax.isFinite($0, in: tokens) }
    }

    func mood(of tokens: [Token]) -> Rule.Mood {
        let words = tokens.map(\.text)
        if words.contains(where: { ["nooit", "geen"].contains($0) }) { return .forbid }
        if words.contains("niet"), words.count > 1, !isContrast(tokens) { return .forbid }
        if words.contains(where: { ["mag", "mogen", "kan", "kunnen"].contains($0) }) { return .permit }
        guard let first = tokens.first else { return .state }
        return DutchSyntax.determiners.contains(first.text) || FunctionWords.all.contains(first.text)
            ? .state : .instruct
    }

    /// The condition of a sentence and what follows from it; what follows may have a condition of its own.
    private func divide(_ tokens: [Token], _ splits: Bool) -> (Condition?, ArraySlice<Token>) {
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

    private func divideOnce(_ tokens: [Token], _ splits: Bool) -> (Condition?, ArraySlice<Token>) {
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
    private func endOfCondition(_ tokens: [Token]) -> Int? {
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

    private func isConsequence(_ index: Int, _ tokens: [Token]) -> Bool {
        index == 0
            || !["meer", "minder", "langer", "korter", "hoger", "lager", "anders", "eerder", "later", "ouder"].contains(
                tokens[index - 1].text)
    }

    private func verb(after tokens: [Token]) -> Int? {
        (1..<min(tokens.count, 12)).first {
            $0 > 1 && DutchSyntax.isFinite($0, in: tokens) && !followsArticle($0, tokens)
        }
    }

    /// `Tot en met een restschuld van 1.000 euro kost …`: a sentence that opens with its bound.
    private func boundedOpening(_ tokens: [Token]) -> Int? {
        // `Tot 1.000 euro houdt hij die; van wat erboven komt …` divides an amount, and excludes none.
        guard !Reckoner.isOverRest(tokens) else { return nil }
        guard let first = QuantityReader.quantities(in: tokens).first, first.isBound, first.tokens.lowerBound == 0,
            first.measure != .date, first.tokens.upperBound + 1 < tokens.count,
            ["tot", "boven", "onder", "vanaf", "meer", "minder"].contains(tokens[0].text)
        else { return nil }
        guard verb(after: tokens) == nil else { return nil }
        // The things that are counted belong to the number.
        return first.tokens.upperBound + (first.measure == .count ? 1 : 0)
    }

    /// `Een restschuld tot en met 25 euro boekt …`: a subject with a bound on it is a condition; `hooguit` says what the rule itself sets.
    private func boundedSubject(_ tokens: [Token]) -> Int? {
        guard let verb = verb(after: tokens), verb >= 3, !Reckoner.isOverRest(tokens) else { return nil }
        let bounded = QuantityReader.quantities(in: Array(tokens[..<verb])).contains { quantity in
            guard quantity.isBound, quantity.measure != .date else { return false }
            let words = tokens[quantity.tokens].map(\.text)
            let isRange = quantity.lower != nil && quantity.upper != nil
            return isRange || words.contains("tot") || words.contains { Comparison.points($0) != nil }
                || ["boven", "onder", "vanaf"].contains(words.first ?? "")
        }
        return bounded || Season.read(Array(tokens[..<verb])) != nil ? verb : nil
    }

    private func followsArticle(_ index: Int, _ tokens: [Token]) -> Bool {
        ["de", "het", "een"].contains(tokens[index - 1].text)
    }

    /// Behind the comma that ends what someone does, stands what he gets or must do.
    private func isVerb(_ index: Int, _ tokens: [Token]) -> Bool {
        let text = tokens[index].text
        return DutchSyntax.isFinite(index, in: tokens)
            || text.count > 3 && text.hasSuffix("t") && !FunctionWords.all.contains(text) && !tokens[index].isNumeric
    }

    /// `als` opens a condition only before a subject: not in `als crisis`.
    private func opens(at index: Int, _ tokens: [Token]) -> Bool {
        guard DutchSyntax.closers.contains(tokens[index].text), index + 1 < tokens.count else { return false }
        // `alleen als: …` closes what may be with what must hold.
        if tokens[index].mark == ":" || index > 0 && ["alleen", "enkel", "slechts"].contains(tokens[index - 1].text) {
            return true
        }
        // `evenmin als een lening` compares.
        if index > 0, ["evenmin", "net", "evenals", "zowel"].contains(tokens[index - 1].text) { return false }
        return !["als", "wanneer"].contains(tokens[index].text)
            || DutchSyntax.determiners.contains(tokens[index + 1].text)
            || FunctionWords.all.contains(tokens[index + 1].text)
    }

    /// `voor A en voor B` are two audiences, each of which is enough; so are `aan wie …, aan wie … en aan gezinnen die …`.
    private func audiences(_ tokens: ArraySlice<Token>, _ mark: String = "voor") -> Condition? {
        let cut = tokens.indices.dropLast().first {
            tokens[$0 + 1].text == mark && ["en", "of"].contains(tokens[$0].text)
                || mark == "aan" && tokens[$0].mark == "," && ["aan", "en", "of"].contains(tokens[$0 + 1].text)
        }
        guard let cut else { return conditions.condition(tokens) }
        let first = tokens[cut].mark == nil ? tokens[..<cut] : tokens[...cut]
        let rest = tokens[(cut + 1)...].drop { ["en", "of", mark].contains($0.text) }
        let parts = [conditions.condition(first), audiences(rest, mark)].compactMap { $0 }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    /// `een gift aan wie in een schuldregeling zit`: what stands behind `aan` says to whom it goes.
    private func recipients(_ tokens: [Token]) -> Int? {
        tokens.indices.dropFirst().dropLast().first {
            tokens[$0].text == "wie" && tokens[$0 - 1].text == "aan" && $0 > 1
        }
        .map { $0 + 1 }
    }

    /// `Wie een eigen bedrijf heeft, gaat …`, `Wie jonger is dan 21 jaar krijgt …`: where what holds for that person begins.
    private func person(_ tokens: [Token]) -> Int? {
        guard tokens.count > 4, tokens[0].text == "wie", tokens.last?.mark != "?", !DutchSyntax.isFinite(1, in: tokens)
        else { return nil }
        let comma = tokens.indices.dropFirst(2).dropLast().first {
            tokens[$0].mark == "," && isVerb($0 + 1, tokens)
        }
        if let comma { return comma + 1 }
        let verbs = tokens.indices.dropFirst(2).filter {
            DutchSyntax.isFinite($0, in: tokens) && !followsArticle($0, tokens)
        }
        return verbs.count >= 2 ? verbs[1] : nil
    }

    /// `Voor klanten die …`, `geschikt voor …`, `bedoeld voor …`.
    private func audience(_ tokens: [Token]) -> Int? {
        if tokens[0].text == "voor", tokens.prefix(4).contains(where: { $0.text == "die" || $0.text == "wie" }) {
            return 1
        }
        return tokens.indices.dropFirst().first { index in
            tokens[index].text == "voor" && ["geschikt", "bedoeld", "bestemd"].contains(tokens[index - 1].text)
        }.map { $0 + 1 }
    }
}
