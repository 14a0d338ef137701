extension Reckoner {
    /// The amount whose name has most in common with some words: what is listed under it, what comes in together, else the one that fits best.
    func amount(for terms: [Term]) -> Known? {
        if let listed = listed(under: terms) { return listed }
        let named = asked.facts.statements.compactMap { statement -> Known? in
            guard let cents = statement.quantities.first(where: { $0.measure == .money || $0.measure == .count })?.cents
            else { return nil }
            let fit = statement.terms.map { term in terms.map { $0.likeness(to: term) }.max() ?? 0 }.max() ?? 0
            return fit >= 0.45 ? (cents, statement, fit, nil) : nil
        }
        return together(named, terms) ?? named.max { $0.fit < $1.fit }
    }

    /// Wages and allowances are one income: what comes in adds up, unless one of them was before.
    private func together(_ named: [Known], _ terms: [Term]) -> Known? {
        guard named.count > 1, terms.contains(where: { ["inkomen", "inkomsten"].contains($0.token.text) }),
            Set(named.map(\.cents)).count == named.count,
            !named.contains(where: { $0.statement.tokens.contains { Self.before.contains($0.text) } })
        else { return nil }
        let parts = named.map(\.statement)
        return (
            named.map(\.cents).reduce(0, +), parts[0].naming(parts, parts.map(\.text)), named.map(\.fit).max() ?? 0, nil
        )
    }

    private static let before: Set<String> = [
        "was", "waren", "eerst", "vroeger", "vorig", "vorige", "eerder", "geworden", "nu", "partner", "lasten",
        "leefgeld",
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
