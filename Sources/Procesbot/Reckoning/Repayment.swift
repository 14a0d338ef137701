/// An amount by the month that is offered for a debt, both told of the case: `20 euro per maand bij 3.000 euro schuld`.
struct Repayment {
    /// In cents.
    let debt: Int
    let monthly: Int
    /// What was said of them, as it is shown.
    let facts: [String]

    /// How many terms it takes; the last may be smaller.
    var months: Int { (debt + monthly - 1) / monthly }

    /// Nothing where no debt or offer is told, or more than one, or where the months are told as well.
    init?(_ facts: CaseFacts, _ adviser: Adviser) {
        let said = facts.statements.filter { !$0.isDenied && !$0.isUncertain }
        guard !said.contains(where: Self.tellsMonths) else { return nil }
        let amounts = said.flatMap { statement in
            statement.quantities.compactMap { Amount($0, of: statement, adviser) }
        }
        let offers = amounts.filter(\.isMonthly).filter { !$0.isBudget }
        let debts = amounts.filter { !$0.isMonthly && $0.isDebt }
        guard offers.count == 1, debts.count == 1, let offer = offers.first, let debt = debts.first, offer.cents > 0,
            debt.cents > offer.cents, debt.cents / offer.cents < Self.most
        else { return nil }
        (self.debt, monthly) = (debt.cents, offer.cents)
        self.facts = debt.told == offer.told ? [debt.told] : [debt.told, offer.told]
    }

    private static let most = 1_200

    /// `in 12 maanden`: how long it takes is told.
    private static func tellsMonths(_ statement: Statement) -> Bool {
        statement.origin == .question
            && statement.quantities.contains { quantity in
                let before = statement.tokens.prefix(quantity.tokens.lowerBound).last?.text ?? ""
                return quantity.measure == .period(.month) && !["al", "laatste", "afgelopen"].contains(before)
            }
    }
}

extension Repayment {
    /// An amount with what the words beside it make of it.
    private struct Amount {
        let cents: Int
        let told: String
        let isMonthly: Bool
        let isDebt: Bool
        /// Income or a cost of living, which is no offer.
        let isBudget: Bool

        init?(_ quantity: Quantity, of statement: Statement, _ adviser: Adviser) {
            let isMonthly = Self.isMonthly(behind: quantity, in: statement.tokens)
            guard let cents = quantity.cents, isMonthly || quantity.measure == .money || quantity.measure == .count
            else { return nil }
            let lexicon = adviser.library.lexicon
            let beside = Self.beside(quantity, statement)
            let debt = lexicon.terms(of: "schuld")
            // `wil niet 50 euro per maand betalen` offers nothing, though `niet betalen` is a saying of its own.
            if isMonthly, beside.contains(where: { Denial.contains($0.text) }) { return nil }
            (self.cents, told, self.isMonthly) = (cents, statement.told, isMonthly)
            isDebt = beside.contains { token in
                Judge.debts.contains(token.text)
                    || lexicon.terms(of: [token]).contains { one in debt.contains { $0.likeness(to: one) >= 0.6 } }
                    || Self.standing.contains(token.text)
            }
            isBudget = adviser.budget.line(of: Array(beside), lexicon) != nil
        }

        private static let standing: Set<String> = ["open", "openstaat", "verschuldigd"]

        /// The words up to the next number on either side.
        private static func beside(_ quantity: Quantity, _ statement: Statement) -> ArraySlice<Token> {
            let others = statement.quantities.filter { $0.tokens != quantity.tokens && $0.cents != nil }.map(\.tokens)
            let from = others.filter { $0.upperBound <= quantity.tokens.lowerBound }.map(\.upperBound).max() ?? 0
            let to = others.filter { $0.lowerBound >= quantity.tokens.upperBound }.map(\.lowerBound).min()
            return statement.tokens[from..<(to ?? statement.tokens.count)]
        }

        private static func isMonthly(behind quantity: Quantity, in tokens: [Token]) -> Bool {
            let words = tokens.dropFirst(quantity.tokens.upperBound).prefix(2).map(\.text)
            return ["per", "elke", "iedere"].contains(words.first ?? "") && ["maand", "mnd"].contains(words.last ?? "")
                || ["pm", "maandelijks"].contains(words.first ?? "") || words == ["p", "m"]
        }
    }
}
