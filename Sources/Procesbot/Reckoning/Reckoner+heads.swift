/// Who lives in a household, as far as the case says it.
struct Household {
    let adults: Int
    let children: Int
    /// The words that say it.
    let said: Statement

    private static let alone: Set<String> = [
        "alleenstaand", "alleenstaande", "alleenwonend", "alleenwonende", "single", "weduwe", "weduwnaar",
    ]
    private static let pairs: Set<String> = [
        "stel", "echtpaar", "koppel", "samenwonend", "samenwonende", "getrouwd", "gehuwd", "partner", "echtgenoot",
        "echtgenote",
    ]
    private static let parents: Set<String> = ["moeder", "vader", "ouder", "ouders", "gezin", "alleenstaandeouder"]
    private static let offspring: Set<String> = [
        "kind", "kinderen", "kids", "zoon", "zoons", "zonen", "dochter", "dochters", "kleuter", "baby",
    ]

    /// What the statements say; nothing where they do not say how many there are, or where a child may be grown up.
    init?(_ statements: [Statement]) {
        let plain = statements.filter { !$0.isUncertain }
        guard let (adults, said) = Self.adults(plain) else { return nil }
        let words = Set(plain.flatMap { $0.tokens.map(\.text) })
        let counted = plain.compactMap(Self.children)
        let isGrown = plain.contains { statement in
            statement.quantities.contains { $0.isAge && ($0.upper ?? 99) >= 18 } && Self.names(statement)
        }
        guard !isGrown, counted.count <= 1 else { return nil }
        let mayHave = adults > 1 || !words.isDisjoint(with: Self.parents.union(Self.offspring))
        guard let children = counted.first ?? (mayHave ? nil : 0) else { return nil }
        (self.adults, self.children, self.said) = (adults, children, said)
    }

    private static func adults(_ statements: [Statement]) -> (Int, Statement)? {
        var found: [(Int, Statement)] = []
        for statement in statements {
            let words = statement.tokens.map(\.text)
            let livesAlone =
                words.contains("alleen")
                && (words.contains { ["woont", "wonen", "woon", "wonend"].contains($0) }
                    || zip(words, words.dropFirst()).contains {
                        parents.contains($0) && $1 == "alleen" || $0 == "alleen" && $1 == "met"
                    })
            if words.contains(where: alone.contains) || livesAlone {
                found.append((1, statement))
            } else if let pair = words.firstIndex(where: pairs.contains) {
                // `zonder partner`, and not `een echtpaar zonder kinderen`.
                found.append((words[..<pair].suffix(2).contains(where: Denial.contains) ? 1 : 2, statement))
            }
        }
        guard let first = found.first, found.allSatisfy({ $0.0 == first.0 }) else { return nil }
        return first
    }

    private static func names(_ statement: Statement) -> Bool {
        statement.tokens.contains { offspring.contains($0.text) }
    }

    /// `2 kinderen`, `een zoon van 9`, `zonder kinderen`.
    private static func children(_ statement: Statement) -> Int? {
        guard let place = statement.tokens.firstIndex(where: { offspring.contains($0.text) }) else { return nil }
        let before = place > 0 ? statement.tokens[place - 1] : nil
        if statement.isDenied || before.map({ Denial.contains($0.text) }) == true { return 0 }
        if let count = before.flatMap(NumberWords.whole), count < 20 { return count }
        return before?.text == "een" ? 1 : nil
    }
}

extension Reckoner {
    /// `Het leefgeld is 400 euro voor de eerste volwassene en 100 euro voor elk kind`: put together from the household of the case.
    func perHead(for terms: [Term]) -> Known? {
        guard let household = Household(asked.facts.statements) else { return nil }
        for sentence in candidate.sentences {
            let amounts = QuantityReader.quantities(in: sentence.tokens).filter { $0.measure == .money }
            guard amounts.count >= 2, let first = amounts.first, first.tokens.lowerBound > 0,
                sentence.terms.contains(where: { one in
                    one.tokens.upperBound <= first.tokens.lowerBound && terms.contains { $0.likeness(to: one) >= 0.8 }
                })
            else { continue }
            var total = 0
            var isWhole = true
            for (place, amount) in amounts.enumerated() {
                let end = place + 1 < amounts.count ? amounts[place + 1].tokens.lowerBound : sentence.tokens.count
                let words = sentence.tokens[amount.tokens.upperBound..<end].map(\.text)
                guard let cents = amount.exact, let heads = Self.heads(words, household) else {
                    isWhole = false
                    break
                }
                total += cents * heads
            }
            if isWhole {
                return (total, household.said, 1, Composer(adviser, asked).source(candidate, sentence.range))
            }
        }
        return nil
    }

    private static let grown: Set<String> = ["volwassene", "volwassenen", "partner", "meerderjarige"]
    private static let young: Set<String> = ["kind", "kinderen", "minderjarige", "minderjarigen"]
    private static let anyone: Set<String> = ["persoon", "gezinslid", "huisgenoot", "bewoner", "lid"]
    private static let each: Set<String> = ["elk", "elke", "ieder", "iedere", "per"]
    private static let further: Set<String> = ["volgende", "extra", "andere", "tweede", "verdere"]

    /// How many of the household an amount is for; nothing where the words do not say it plainly.
    static func heads(_ words: [String], _ household: Household) -> Int? {
        let said = Set(words)
        if !said.isDisjoint(with: young) { return said.isDisjoint(with: each) ? nil : household.children }
        let isGrown = !said.isDisjoint(with: grown)
        guard isGrown || !said.isDisjoint(with: anyone) else { return nil }
        let all = isGrown ? household.adults : household.adults + household.children
        if said.contains("eerste") { return min(1, all) }
        if !said.isDisjoint(with: further) { return max(0, all - 1) }
        return said.isDisjoint(with: each) ? nil : all
    }

    /// What a rule says of a sum that comes to nothing or less: `Is de ruimte nul of minder, …`.
    func consequence(of total: Int) -> (text: String, source: QuotedSource)? {
        guard total <= 0 else { return nil }
        for rule in candidate.rules where rule.cells.isEmpty {
            let clauses = rule.condition?.clauses ?? []
            let isNothing = clauses.contains { clause in
                clause.quantities.contains { $0.lower == nil && $0.upper.map { $0 <= 0 } == true }
                    || clause.tokens.contains { ["negatief", "negatieve"].contains($0.text) }
            }
            guard isNothing else { continue }
            let source = Composer(adviser, asked).source(candidate, rule.range)
            return (source.quote.split(whereSeparator: \.isWhitespace).joined(separator: " "), source)
        }
        return nil
    }
}
