import Basics

/// Which numbers of the case stand in the place of the names in a written sum, each number once.
extension Reckoner {
    func operands(of equation: Equation, _ tokens: [Token]) -> [Operand] {
        var operands = equation.parts.map { operand(Array(tokens[$0])) }
        bind(&operands)
        if let rest = onlyWhole(operands) {
            operands[rest.place].take(rest.cents, rest.fact)
        }
        for place in operands.indices where operands[place].value == nil {
            operands[place].written = operands[place].name
        }
        return operands
    }

    /// A number that the sum itself gives, one of days or terms, or a name that a number of the case must be found for.
    private func operand(_ words: [Token]) -> Operand {
        let name = words.map(\.text).joined(separator: " ")
        var operand = Operand(name: name, terms: strong(adviser.library.lexicon.terms(of: words)))
        if let (value, written, isMoney) = literal(words) {
            (operand.value, operand.written, operand.isMoney) = (value, written, isMoney)
        } else if let days = daysOfMonth(words) {
            (operand.value, operand.written, operand.fact) = (Ratio(days.count * 100), String(days.count), days.fact)
        } else if let count = countOfTerms(words) {
            (operand.value, operand.written, operand.fact) = (Ratio(count.value * 100), String(count.value), count.fact)
            operand.isNamed = true
        }
        return operand
    }

    /// `15 procent`, `€ 20`, `12`.
    private func literal(_ words: [Token]) -> (value: Ratio?, written: String, isMoney: Bool)? {
        guard let quantity = QuantityReader.quantities(in: words).first, let value = quantity.exact,
            quantity.tokens == words.indices
        else { return nil }
        switch quantity.measure {
        case .money: return (Ratio(value), Self.written(value), true)
        case .percent:
            return (Ratio(value).divided(by: Ratio(100)), Self.written(value) + " procent", false)
        case .count: return (Ratio(value * 100), String(value), false)
        case .period, .position, .date: return nil
        }
    }

    /// `aantal maanden`, `het aantal termijnen`: the one number of them that the case gives.
    private func countOfTerms(_ words: [Token]) -> (value: Int, fact: String)? {
        guard let number = words.firstIndex(where: { $0.text == "aantal" }),
            let unit = words.dropFirst(number + 1).first(where: { !FunctionWords.all.contains($0.text) })
        else { return nil }
        let months = PeriodUnit(word: unit.text).flatMap { asked.facts.only(.period($0)) }
        if let months { return (months.value, months.statement.told) }
        if let count = count(of: unit), count.hundredths % 100 == 0 { return (count.hundredths / 100, count.fact) }
        return unit.text.hasPrefix("termijn")
            ? asked.facts.only(.period(.month)).map { ($0.value, $0.statement.told) } : nil
    }

    /// `dagen van de maand na het overlijden`, `alle dagen van die maand`: of the month in which the one date of the case falls.
    private func daysOfMonth(_ words: [Token]) -> (count: Int, fact: String)? {
        let said = words.map(\.text)
        guard said.contains(where: { ["dagen", "dag"].contains($0) }), said.contains("maand"), let anchor else {
            return nil
        }
        let length = Day.length(of: anchor.day.month, in: anchor.day.year)
        let isAfter = said.contains { ["na", "resterende", "overige", "resterend"].contains($0) }
        let isFrom = said.contains { ["vanaf", "met", "sinds"].contains($0) }
        let isBefore = said.contains { ["voor", "tot", "verstreken"].contains($0) }
        let count =
            isAfter
            ? length - anchor.day.day
            : isBefore
                ? anchor.day.day - (said.contains("met") ? 0 : 1) : isFrom ? length - anchor.day.day + 1 : length
        return (count, anchor.statement.told)
    }

    /// The best fit of a name and a number first, until no name fits a number that is left.
    private func bind(_ operands: inout [Operand]) {
        var lines = amounts
        while let best = bestFit(operands, lines), best.fit >= Self.fitting {
            operands[best.place].take(lines[best.line].cents, lines[best.line].statement.told)
            lines.remove(at: best.line)
        }
    }

    private func bestFit(_ operands: [Operand], _ lines: [BudgetLine]) -> (place: Int, line: Int, fit: Float)? {
        operands.indices.filter { operands[$0].value == nil }.flatMap { place in
            lines.indices.map { (place: place, line: $0, fit: fit(operands[place].terms, lines[$0])) }
        }.max { $0.fit < $1.fit }
    }

    /// How much of a name stands in the words of an amount.
    private func fit(_ names: [Term], _ line: BudgetLine) -> Float {
        let isOpen = line.tokens.contains { Self.open.contains($0.text) }
        // `huidige`, `lopende`: how things are now names nothing.
        let own = names.filter { name in
            PeriodUnit(word: name.token.text) == nil && (names.count == 1 || !Self.present.contains(name.token.text))
                && !(isOpen && names.count > 1 && Self.open.contains(name.token.text))
        }
        let total = own.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return 0 }
        let found = own.reduce(Float(0)) { sum, name in
            let kin = line.tokens.map { Self.kinship($0.text, name.token.text) }.max() ?? 0
            return sum + name.weight * max(kin, line.terms.map { $0.likeness(to: name) }.max() ?? 0)
        }
        return found / total
    }

    /// `basispremie` is a `premie`, and has its first part in common with `basisverzekering`: compounds that no table knows.
    private static func kinship(_ one: String, _ other: String) -> Float {
        let (short, long) = one.utf8.count < other.utf8.count ? (one, other) : (other, one)
        guard short.utf8.count >= 5 else { return 0 }
        if one == other { return 1 }
        if long.hasSuffix(short) { return 0.6 }
        if long.hasPrefix(short) { return 0.5 }
        return zip(one.utf8, other.utf8).prefix(while: { $0 == $1 }).count >= 5 ? 0.3 : 0
    }

    private static let present: Set<String> = ["huidige", "lopende", "actuele", "totale", "hele", "volledige"]

    private static let fitting: Float = 0.35

    /// The amounts of the case with their words, but what the passage says does not count.
    private var amounts: [BudgetLine] {
        let lexicon = adviser.library.lexicon
        return asked.facts.statements.filter { !$0.isDenied }.flatMap {
            BudgetLine.lines(of: $0, lexicon, adviser.budget)
        }.filter { line in !isLeftOut(line) }
    }

    /// `het openstaande bedrag`: what the case is about, where the question names one amount that is of nothing else.
    private func onlyWhole(_ operands: [Operand]) -> (place: Int, cents: Int, fact: String)? {
        let open = operands.indices.filter { operands[$0].value == nil }
        guard open.count == 1, let place = open.first, Self.isWhole(operands[place].terms),
            let only = asked.facts.only(.money, from: .question),
            !operands.contains(where: { $0.isMoney && $0.fact == only.statement.told })
        else { return nil }
        return (place, only.value, only.statement.told)
    }
}

extension Reckoner.Operand {
    fileprivate mutating func take(_ cents: Int, _ fact: String) {
        (value, written, self.fact) = (Ratio(cents), Reckoner.written(cents), fact)
        (isMoney, isNamed) = (true, true)
    }
}

extension Reckoner {
    /// `vakantiegeld en kinderbijslag niet`, `Telt niet mee: …`: what the passage leaves out of its sum.
    func isLeftOut(_ line: BudgetLine) -> Bool {
        let said = line.terms.filter { $0.weight >= 0.6 }
        return leftOut.contains { name in
            said.contains { $0.token.text == name.token.text || $0.likeness(to: name) >= 0.95 }
        }
    }

    private var leftOut: [Term] {
        let lexicon = adviser.library.lexicon
        return candidate.sentences.indices.flatMap { index -> [Term] in
            let tokens = candidate.sentences[index].tokens
            guard tokens.contains(where: { $0.text == "mee" }),
                tokens.contains(where: { ["telt", "tellen", "meetellen", "tel"].contains($0.text) }),
                let denial = tokens.lastIndex(where: { Denial.contains($0.text) })
            else { return [] }
            if tokens.last?.mark == ":" { return items(behind: index) }
            // `X telt mee, Y en Z niet`: what stands between the comma and the denial.
            let start =
                tokens[..<denial].lastIndex { $0.mark == "," && $0.text != tokens[denial].text }.map { $0 + 1 } ?? 0
            return lexicon.terms(of: Array(tokens[start..<denial])).filter { $0.weight >= 0.6 }
        }
    }

    /// The names in the list that a sentence opens; an item that says which of them (`een bedrag dat wordt betwist`) names none.
    private func items(behind sentence: Int) -> [Term] {
        candidate.sentences.indices.drop { $0 <= sentence }.prefix { index in
            if case .item = candidate.passage.blocks[candidate.sentences[index].block].kind { return true }
            return false
        }.flatMap { index in
            let words = candidate.sentences[index].words
            return words.count <= 5 && !words.contains(where: Self.narrowing.contains)
                ? candidate.sentences[index].terms.filter { $0.weight >= 0.6 } : []
        }
    }

    private static let narrowing: Set<String> = ["van", "die", "dat", "waar", "voor", "is", "wordt", "zonder"]
}
