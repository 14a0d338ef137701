/// Sentences that belong together: a question and what follows from it, a condition before a colon, and what is said of all
/// other cases.
extension RuleReader {
    /// `Is er geen sleutel? Dan …`: a question in an instruction is the condition of what follows it in the same paragraph or bullet.
    func asked(_ sentences: [Sentence], at index: Int) -> (rule: Rule, end: Int) {
        let question = sentences[index]
        var end = index + 1
        while end < sentences.count, sentences[end].block == question.block, !sentences[end].isQuestion { end += 1 }
        guard end > index + 1, let supposed = supposed(question.tokens) else {
            var rule = rule(question, at: index)
            (rule.condition, rule.isBare) = (nil, true)
            return (rule, index + 1)
        }
        let answer = sentences[(index + 1)..<end]
        let first = answer.first.map { Array($0.tokens.drop { ["dan", "zo", "ja"].contains($0.text) }) } ?? []
        let isAnswered = ["ja", "nee", "jazeker", "nooit", "soms"].contains(answer.first?.tokens.first?.text ?? "")
        let range = question.range.lowerBound..<(answer.last?.range.upperBound ?? question.range.upperBound)
        let rule = Rule(
            sentences: index..<end, range: range, condition: isAnswered ? nil : conditions.condition(supposed),
            action: answer.flatMap(\.tokens), terms: (question.terms + answer.flatMap(\.terms)), mood: mood(of: first),
            cells: [])
        return (rule, end)
    }

    /// What a question supposes: one that opens with its verb, or `Wat als …?`; none that asks who, what or when.
    private func supposed(_ tokens: [Token]) -> ArraySlice<Token>? {
        let own = tokens.drop { ["en", "maar", "of", "wat"].contains($0.text) }
        guard let first = own.first else { return nil }
        // `Niemand in de kas? Hang dan …`
        if tokens.count <= 4, !Self.asking.contains(tokens[0].text) { return own }
        if DutchSyntax.openers.contains(first.text) { return own }
        return tokens.first?.text != "wat" && DutchSyntax.opensWithVerb(Array(own) + own.prefix(1)) ? own : nil
    }

    private static let asking: Set<String> = [
        "wie", "wat", "waar", "wanneer", "waarom", "hoe", "hoeveel", "hoelang", "welke", "welk", "waarheen", "mag",
        "moet", "kan",
    ]

    /// `Laat de bank weten dat …, stop dan …`: a verb that may order as well opens a condition where `dan` takes it up.
    func supposesAndOrders(_ tokens: [Token]) -> Bool {
        guard tokens.count > 5, DutchSyntax.opensOrder(tokens[0].text), DutchSyntax.determiners.contains(tokens[1].text)
        else { return false }
        return tokens.indices.dropLast(2).contains { comma in
            tokens[comma].mark == "," && (tokens[comma + 1].text == "dan" || tokens[comma + 2].text == "dan")
        }
    }

    /// `- Week 3: keuring. Neem de meter mee.`: behind a name or a few words without a verb, the rest of a list item belongs to it.
    func item(_ sentences: [Sentence], at index: Int) -> (rule: Rule, end: Int)? {
        let label = sentences[index]
        guard label.tokens.count <= 6, !label.tokens.contains(where: { DutchSyntax.finite.contains($0.text) }),
            label.tokens.dropLast().contains(where: { $0.mark == ":" }) || label.tokens.count <= 3
        else { return nil }
        var end = index + 1
        while end < sentences.count, sentences[end].block == label.block, !sentences[end].isQuestion,
            rule(sentences[end], at: end).condition == nil
        {
            end += 1
        }
        guard end > index + 1 else { return nil }
        let own = rule(label, at: index)
        let all = sentences[index..<end]
        return (
            Rule(
                sentences: index..<end, range: label.range.lowerBound..<sentences[end - 1].range.upperBound,
                condition: own.condition, action: own.action + all.dropFirst().flatMap(\.tokens),
                terms: all.flatMap(\.terms), mood: mood(of: sentences[index + 1].tokens), cells: []), end
        )
    }

    /// `Dit geldt niet voor …` right behind a rule is read and shown with it.
    func withException(_ rules: [Rule]) -> [Rule] {
        var rules = rules
        for index in rules.indices.dropFirst() {
            let words = rules[index].action.prefix(3).map(\.text)
            guard words.count == 3, ["dit", "dat"].contains(words[0]), words[1] == "geldt", words[2] == "niet",
                rules[index - 1].cells.isEmpty,
                rules[index - 1].sentences.upperBound == rules[index].sentences.lowerBound
            else { continue }
            rules[index - 1] = rules[index - 1].through(rules[index].range.upperBound)
            rules[index].leaning = rules[index - 1].range.lowerBound..<rules[index].range.lowerBound
        }
        return rules
    }

    /// `Geen reactie binnen 3 weken: rappel.` The words before a colon are a condition when they deny, count, order or suppose something.
    func colon(_ tokens: [Token], _ splits: Bool) -> Int? {
        guard let colon = tokens.dropLast().firstIndex(where: { $0.mark == ":" }), let first = tokens.first else {
            return nil
        }
        let head = Array(tokens[...colon])
        if head.dropLast().contains(where: { DutchSyntax.openers.contains($0.text) }) { return nil }
        if orders(head) || ordersWithin(head) { return nil }
        if splits || isState(head) { return colon + 1 }
        if head.contains(where: { ["stap", "artikel", "bijlage", "lid", "voorbeeld", "noot"].contains($0.text) }) {
            return nil
        }
        // `in een gesprek met drie partijen: …` announces which they are.
        if QuantityReader.quantities(in: head).contains(where: { quantity in
            quantity.measure == .count && !quantity.isBound && quantity.tokens.lowerBound > 0
                && head.count - quantity.tokens.upperBound <= 2
        }) {
            return nil
        }
        let denies = head.prefix(3).contains { ["geen", "zonder"].contains($0.text) }
        let ordinal = Self.ordinals.contains(first.text) || Comparison.points(first.text) != nil
        let supposes = DutchSyntax.opensWithVerb(head + head.prefix(2)) && DutchSyntax.finite.contains(first.text)
        let counts = QuantityReader.quantities(in: head).contains { quantity in
            switch quantity.measure {
            case .money, .percent, .period: true
            case .count: quantity.isBound || head.count > quantity.tokens.count
            case .position, .date: false
            }
        }
        return denies || ordinal || supposes || counts ? colon + 1 : nil
    }

    /// `Wacht tot de termijn voorbij is: 15 dagen …`: an order that is worked out behind its colon.
    private func orders(_ head: [Token]) -> Bool {
        head.count > 3 && DutchSyntax.opensOrder(head[0].text) && FunctionWords.all.contains(head[1].text)
            && !ClauseWording.subjects.contains(head[1].text)
    }

    /// `Stuur binnen 5 werkdagen de opgave: …`: what stands behind the term is to be done within it.
    private func ordersWithin(_ head: [Token]) -> Bool {
        guard let first = head.first, !FunctionWords.all.contains(first.text), !DutchSyntax.finite.contains(first.text),
            let term = QuantityReader.quantities(in: head).first, case .period = term.measure, term.isBound,
            (1...2).contains(term.tokens.lowerBound), head.indices.contains(term.tokens.upperBound)
        else { return false }
        return DutchSyntax.articles.contains(head[term.tokens.upperBound].text)
    }

    /// `Te laat gemeld: …`, `Niets gevonden: …`: a label of several words with a past participle says what has happened.
    private func isState(_ head: [Token]) -> Bool {
        guard head.count > 1, head.count <= 9, !DutchSyntax.articles.contains(head[0].text) else { return false }
        return head.contains { token in
            token.text.count >= 6 && lexicon.isParticiple(token.text) && !Self.things.contains(token.text)
                && !token.text.hasSuffix("heid")
                && (["ge", "ver", "be", "over", "ont"].contains { token.text.hasPrefix($0) }
                    || Root.withoutInnerPrefix(token.text) != token.text)
        }
    }

    /// Nouns that look like what has happened.
    private static let things: Set<String> = [
        "bewind", "gebied", "verband", "bestand", "verbod", "gewoon", "gezond", "beeld", "geduld", "geweld", "bereid",
        "bekend", "vermogen", "gegevens", "gebouwen", "bedragen", "betekenis", "gezin", "gezinnen", "gesprekken",
        "bewijzen", "besluiten", "brieven", "gevallen", "redenen",
    ]

    private static let ordinals: Set<String> = [
        "eerste", "tweede", "derde", "vierde", "vijfde", "volgende", "elke", "iedere", "bij",
    ]

    /// The condition of a sentence that goes on where the one before it stopped.
    func chained(_ rule: Rule, after before: [Rule], _ sentence: Sentence) -> Rule {
        guard let last = before.last else { return rule }
        var rule = rule
        if let remainder = remainder(sentence.tokens) {
            let others = before.reversed().prefix { $0.condition != nil }.compactMap(\.condition)
            guard let nearest = others.first else { return rule }
            let same = others.dropFirst().prefix { measures($0) == measures(nearest) && !measures(nearest).isEmpty }
            let earlier = same.isEmpty ? nearest : .any([nearest] + same)
            rule.condition = .both(remainder ? .not(earlier) : earlier, rule.condition)
            rule.leaning = last.leaning.map { $0.lowerBound..<last.range.upperBound } ?? last.range
        } else if let relative = relative(sentence.tokens), let bound = beyond(last, relative) {
            rule.condition = .clause(bound)
            rule.leaning = last.leaning.map { $0.lowerBound..<last.range.upperBound } ?? last.range
        } else if let subject = last.condition?.clauses.first.map({ $0.nouns.isEmpty ? $0.subject : $0.nouns }),
            !subject.isEmpty, rule.condition?.clauses.contains(where: isOnlyNumbers) == true
        {
            rule.condition = rule.condition?.mapped { isOnlyNumbers($0) ? $0.about(subject) : $0 }
            rule.leaning = last.leaning.map { $0.lowerBound..<last.range.upperBound } ?? last.range
        } else if isException(rule, to: last) {
            rule.leaning = last.leaning.map { $0.lowerBound..<last.range.upperBound } ?? last.range
        }
        return rule
    }

    /// `De gift telt mee. Zij telt niet mee als …`: a sentence with a condition that denies what the one before it says of all, or the
    /// other way round; people read both.
    private func isException(_ rule: Rule, to last: Rule) -> Bool {
        guard rule.condition != nil, last.condition == nil, !last.isBare,
            (rule.mood == .forbid) != (last.mood == .forbid), let first = rule.action.first
        else { return false }
        if ["het", "dat", "dit", "die", "zij", "hij"].contains(first.text) { return true }
        let said = lexicon.terms(of: rule.action).filter { $0.weight >= 0.3 }
        return said.contains { one in last.terms.contains { $0.weight >= 0.3 && $0.likeness(to: one) >= 0.8 } }
    }

    /// `Is aan één van deze punten niet voldaan, dan …`: holds where the list before it does not.
    func failing(_ rule: Rule, _ last: Rule?, _ sentence: Sentence) -> Rule {
        guard let last, last.sentences.count > 1, let listed = last.condition, rule.condition != nil,
            sentence.tokens.contains(where: { Self.items.contains($0.text) }),
            sentence.tokens.contains(where: { ["niet", "geen"].contains($0.text) }),
            sentence.tokens.contains(where: { ["voldaan", "voldoet", "voldoen"].contains($0.text) })
        else { return rule }
        var rule = rule
        rule.condition = .not(listed)
        rule.leaning = last.range
        return rule
    }

    private static let items: Set<String> = [
        "punten", "voorwaarden", "eisen", "criteria", "voorwaarde", "eis", "punt", "regels", "onderdelen",
    ]

    private func isOnlyNumbers(_ clause: Clause) -> Bool { !clause.quantities.isEmpty && clause.nouns.isEmpty }

    private func measures(_ condition: Condition) -> Set<Quantity.Measure> {
        Set(condition.clauses.flatMap(\.quantities).map(\.measure))
    }

    /// `Anders: …`, `Zo niet, …` say what holds when the sentence before them does not; `Zo ja` when it does.
    func remainder(_ tokens: [Token]) -> Bool? {
        guard let first = tokens.first, tokens.count > 1 else { return nil }
        let second = tokens[1].text
        if first.text == "anders" {
            return first.mark != nil || DutchSyntax.isFinite(1, in: tokens) || !FunctionWords.all.contains(second)
                ? true : nil
        }
        guard first.text == "zo", tokens[1].mark != nil else { return nil }
        return ["niet", "nee"].contains(second) ? true : second == "ja" ? false : nil
    }

    /// `Daarboven …`, `Lager: …`, `Is het meer, dan …`: beyond the number that was named last.
    private func relative(_ tokens: [Token]) -> Comparison.Relative? {
        guard let first = tokens.first else { return nil }
        switch first.text {
        case "daarboven": return .above
        case "daaronder": return .below
        default: break
        }
        let head = tokens.prefix { $0.mark == nil } + tokens.dropFirst(tokens.prefix { $0.mark == nil }.count).prefix(1)
        guard head.count <= 5, head.last?.mark == ":" || head.last?.mark == "," else { return nil }
        let words = head.map(\.text).filter {
            !["is", "het", "dat", "dit", "bij", "duurt", "een", "bedrag", "wordt"].contains($0)
        }
        return words.count == 1 ? Comparison.points(words[0]) : nil
    }

    private func beyond(_ rule: Rule, _ relative: Comparison.Relative) -> Clause? {
        let clause = rule.condition?.clauses.last { !$0.quantities.isEmpty }
        let named = clause ?? conditions.clause(rule.action[...])
        guard var quantity = named.quantities.last(where: { $0.measure != .date }) else { return nil }
        switch relative {
        case .above:
            guard let edge = quantity.upper ?? quantity.lower else { return nil }
            (quantity.lower, quantity.upper) = (edge + 1, nil)
        case .below:
            guard let edge = quantity.lower ?? quantity.upper else { return nil }
            (quantity.lower, quantity.upper) = (nil, edge - 1)
        }
        quantity.isExact = false
        let core = named.tokens[quantity.tokens].filter {
            NumberWords.hundredths($0) != nil || PeriodUnit(word: $0.text) != nil
                || ["euro", "procent"].contains($0.text)
        }
        let bound = relative == .above ? ["meer", "dan"] : ["minder", "dan"]
        let nouns = (named.nouns.isEmpty ? named.subject : named.nouns).map(\.token)
        let place = named.tokens.first?.range ?? rule.range
        let tokens =
            nouns
            + bound.map { Token(text: $0, range: place, isCapitalised: false, isAccented: false, isNumeric: false) }
            + core.suffix(2)
        quantity.tokens = nouns.count..<tokens.count
        return Clause(
            tokens: tokens, terms: [], quantities: [quantity], places: [], isDenied: false,
            subject: named.nouns.isEmpty ? named.subject : named.nouns)
    }
}

extension Sentence {
    /// Asks, and does not merely quote a question to ask: nothing stands behind its mark. `Ga na: is hij thuis?` tells what to ask.
    var isQuestion: Bool {
        guard let last = tokens.last, last.mark == "?", range.upperBound - last.range.upperBound <= 1 else {
            return false
        }
        return !tokens.dropLast().contains { $0.mark == ":" }
    }
}
