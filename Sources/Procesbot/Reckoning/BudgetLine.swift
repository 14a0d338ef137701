/// An amount of the case with the words that name it: `96 zorgtoeslag`, `huur 720`.
struct BudgetLine {
    let cents: Int
    let tokens: [Token]
    let terms: [Term]
    let statement: Statement

    /// How well some words name it; `per maand` names nothing.
    func fit(_ names: [Term]) -> Float {
        terms.filter { PeriodUnit(word: $0.token.text) == nil }.map { term in
            names.map { $0.likeness(to: term) }.max() ?? 0
        }.max() ?? 0
    }

    /// Asked, or offered: `hij wil 150 per maand betalen` is no part of what there is.
    private static let offering: Set<String> = [
        "wil", "wilt", "willen", "biedt", "bieden", "voorstel", "aanbod", "stelt", "zou", "schuld", "hoofdsom",
    ]

    /// The amounts of the statements, each with its own words.
    static func all(in statements: [Statement], _ lexicon: Lexicon, _ budget: BudgetTable) -> [BudgetLine] {
        statements.filter { said in
            !said.isAsked && !said.isDenied && !said.tokens.contains { offering.contains($0.text) }
        }.flatMap { lines(of: $0, lexicon, budget) }
    }

    static func lines(of statement: Statement, _ lexicon: Lexicon, _ budget: BudgetTable) -> [BudgetLine] {
        let amounts = statement.quantities.filter { $0.amount(in: statement.tokens) != nil }
        let isBehind = areNamedBehind(amounts, statement, lexicon, budget)
        return amounts.indices.compactMap { place in
            let amount = amounts[place]
            let from = place > 0 ? amounts[place - 1].tokens.upperBound : 0
            let to = place + 1 < amounts.count ? amounts[place + 1].tokens.lowerBound : statement.tokens.count
            guard let cents = amount.cents, from <= amount.tokens.lowerBound, amount.tokens.upperBound <= to else {
                return nil
            }
            let before = Array(statement.tokens[from..<amount.tokens.lowerBound])
            let behind = Array(statement.tokens[amount.tokens.upperBound..<to])
            // What stands before an amount names it; where nothing does, what stands behind it.
            let own = isBehind || place > 0 && !names(before, lexicon) || before.isEmpty ? behind : before
            let words = amounts.count == 1 ? before + behind : repeats(place, amounts, statement) ?? own
            return BudgetLine(cents: cents, tokens: words, terms: lexicon.terms(of: words), statement: statement)
        }
    }

    /// `lost 65 af bij de bank en 35 bij zijn huisbaas`: the second is named as the first.
    private static func repeats(_ place: Int, _ amounts: [Quantity], _ statement: Statement) -> [Token]? {
        guard place > 0, let before = statement.tokens.prefix(amounts[place].tokens.lowerBound).last,
            let behind = statement.tokens.dropFirst(amounts[place].tokens.upperBound).first, before.text == "en",
            ["bij", "aan"].contains(behind.text)
        else { return nil }
        let first = statement.tokens[..<amounts[place].tokens.lowerBound].dropLast()
        return first.contains { $0.text == behind.text } ? Array(first) : nil
    }

    /// `krijgt 1.830 loon en 145 zorgtoeslag`: nothing before the first amount names it, and something behind each does.
    private static func areNamedBehind(
        _ amounts: [Quantity], _ statement: Statement, _ lexicon: Lexicon, _ budget: BudgetTable
    ) -> Bool {
        guard amounts.count > 1, let first = amounts.first?.tokens.lowerBound else { return false }
        let before = Array(statement.tokens[..<first])
        guard !names(before, lexicon), budget.line(of: before, lexicon) == nil else { return false }
        return amounts.indices.allSatisfy { place in
            let end = place + 1 < amounts.count ? amounts[place + 1].tokens.lowerBound : statement.tokens.count
            let start = amounts[place].tokens.upperBound
            return start < end && names(Array(statement.tokens[start..<end]), lexicon)
        }
    }

    private static func names(_ tokens: [Token], _ lexicon: Lexicon) -> Bool {
        lexicon.terms(of: tokens).contains { $0.weight >= 0.6 }
    }
}
