extension Reckoner {
    /// The amount of each part of a sum by its name; of a part that is a line of a household budget, all that falls under it.
    func amounts(for parts: [[Term]]) -> [Known?] {
        let lexicon = adviser.library.lexicon
        let own = parts.map { adviser.budget.line(of: $0.map(\.token), lexicon) }
        let lines = BudgetLine.all(in: asked.facts.statements, lexicon, adviser.budget).filter {
            !isLeftOut($0)
        }
        let places = lines.map { place(of: $0, parts, own) }
        return parts.indices.map { part in
            if let listed = listed(under: parts[part]) { return listed }
            let under = zip(lines, places).filter { $0.1 == part }.map(\.0)
            return (own[part] == nil ? nil : sum(under)) ?? named(parts[part])
        }
    }

    /// The amount whose name has most in common with some words: what is listed or falls under it, else the one that fits best.
    func amount(for terms: [Term]) -> Known? { amounts(for: [terms])[0] }

    private func named(_ terms: [Term]) -> Known? {
        asked.facts.statements.compactMap { statement -> Known? in
            guard let cents = statement.quantities.lazy.compactMap({ $0.amount(in: statement.tokens) }).first else {
                return nil
            }
            let fit = statement.terms.map { term in terms.map { $0.likeness(to: term) }.max() ?? 0 }.max() ?? 0
            return fit >= 0.45 ? (cents, statement, fit, nil) : nil
        }.max { $0.fit < $1.fit }
    }

    /// The part that an amount is named by: by the words they share, else by the line of the budget that both fall under.
    private func place(of line: BudgetLine, _ parts: [[Term]], _ own: [Int?]) -> Int? {
        let fits = parts.map { line.fit($0) }
        let best = fits.indices.max { (fits[$0], -$0) < (fits[$1], -$1) }
        if let best, fits[best] >= Self.plainly { return best }
        if let under = adviser.budget.line(of: line.tokens, adviser.library.lexicon),
            let part = own.firstIndex(of: under)
        {
            // Of two parts under one line (`inkomen` and `toeslagen`) the one whose name ends the word: `zorgtoeslag`.
            let named = parts.indices.first { own[$0] == under && isKind(line, of: parts[$0]) }
            return named ?? part
        }
        return best.flatMap { fits[$0] >= 0.45 ? $0 : nil }
    }

    private func isKind(_ line: BudgetLine, of names: [Term]) -> Bool {
        let roots = names.map { adviser.library.lexicon.root(of: $0.token.text) }.filter { $0.utf8.count >= 4 }
        return line.tokens.contains { token in
            roots.contains { adviser.library.lexicon.root(of: token.text).hasSuffix($0) }
        }
    }

    /// How much alike a name must be to count before the budget's own lines.
    private static let plainly: Float = 0.8

    /// Amounts under one line of a budget together, unless one of them was before or is within another.
    private func sum(_ lines: [BudgetLine]) -> Known? {
        let words = lines.flatMap(\.tokens).map(\.text)
        guard !lines.isEmpty, !words.contains(where: Self.before.contains), !words.contains(where: Self.within.contains)
        else {
            return nil
        }
        let parts = lines.map(\.statement)
        var seen: Set<String> = []
        let said = parts.map(\.text).filter { seen.insert($0).inserted }
        return (lines.map(\.cents).reduce(0, +), parts[0].naming(parts, said), 1, nil)
    }

    private static let within: Set<String> = ["waarvan", "inclusief", "incl", "inbegrepen", "daarvan", "waaronder"]

    private static let before: Set<String> = [
        "was", "waren", "eerst", "vroeger", "vorig", "vorige", "eerder", "geworden", "nu", "partner",
    ]

    /// `Vaste lasten: huur 780, energie 165, zorgpremie 150`: what stands behind a name with a colon adds up to it.
    private func listed(under terms: [Term]) -> Known? {
        let said = asked.facts.statements.filter { $0.origin == .question }
        guard
            let head = said.firstIndex(where: { statement in
                statement.tokens.last?.mark == ":" && statement.quantities.isEmpty
                    && statement.terms.contains { one in terms.contains { $0.likeness(to: one) >= 0.45 } }
            })
        else { return nil }
        let amounts = said[(head + 1)...].prefix { $0.quantities.count == 1 && $0.quantities[0].cents != nil }
        let end = amounts.firstIndex { $0.tokens.last?.mark == "." } ?? amounts.endIndex - 1
        let items = Array(amounts.prefix(end - amounts.startIndex + 1))
        guard items.count > 1 else { return nil }
        let whole = said[head].naming(items, [said[head].text] + items.map(\.text))
        return (items.compactMap { $0.quantities[0].cents }.reduce(0, +), whole, 1, nil)
    }
}

extension Statement {
    /// The same as the name of a sum: with the numbers and the words of what adds up to it.
    fileprivate func naming(_ parts: [Statement], _ words: [String]) -> Statement {
        Statement(
            text: words.joined(separator: " "), tokens: tokens, terms: terms, quantities: parts.flatMap(\.quantities),
            places: [], isDenied: false, isUncertain: parts.contains(where: \.isUncertain), isAsked: false,
            origin: origin)
    }
}
