/// What is owed, with how it came about.
struct BalancePart: Sendable {
    /// Where every amount unfolds into how it came about.
    let specification: String
    let claims: [Claim]
    let principal: String
    let costs: String
    let interest: String
    let total: String

    struct Claim: Sendable {
        let name: String
        let detail: String
        let open: String
        let lines: [Line]
    }

    /// One line of the ledger.
    struct Line: Sendable {
        let day: String
        let what: String
        let amount: String
        let balance: String
        /// The payment behind it.
        let payment: String?
    }
}

/// The arrangement in force.
struct ArrangementPart: Sendable {
    let summary: String
    /// The invoices that it pays.
    let covers: String
    /// What stands open beside it, and where one plans over everything.
    let besides: Way?
    let state: Chip
    let instalments: [Instalment]

    struct Instalment: Sendable {
        let number: String
        let day: String
        let amount: String
        let paid: String
        let open: String
        let state: Chip
    }
}

/// Planning an arrangement: an amount a month, and what would follow from it.
struct PlannerPart: Sendable {
    /// The page itself, to compute on.
    let page: String
    /// Where what fits is computed.
    let fitting: String
    /// What is asked, and where it is agreed.
    let sheet: Sheet
    let proposal: Proposal?

    /// What the amount would mean, before anyone agrees to it.
    struct Proposal: Sendable {
        let summary: String
        let warning: String?
        /// What would be recorded; nothing when it cannot be.
        let perMonth: String?
        let firstDay: String?
    }
}
