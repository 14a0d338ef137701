public import Basics
import Recht
public import Zaken

/// One amount a month over several zaken of one person, divided in proportion to what is open; each gets its own regeling.
public struct Verzamelplan: Hashable, Sendable {
    /// What one zaak gets of the amount.
    public struct Deel: Hashable, Sendable {
        public let zaak: Identifier<Zaak>
        public let open: Money
        public let perMaand: Money
        public let termijnen: [Betalingsregeling.Termijn]
    }

    public let delen: [Deel]

    /// Divides an amount over what is open; the parts are together the amount, and the instalments together the debt.
    public init(
        _ amount: Money, from first: Day, over open: [(zaak: Identifier<Zaak>, open: Money)], on today: Day
    ) throws(RegelingRefusal) {
        let debts = open.filter { $0.open > .zero }
        guard !debts.isEmpty else { throw .nothingOpen }
        guard amount > .zero else { throw .amountTooSmall }
        let parts = min(amount, debts.map(\.open).sum).split(by: debts.map(\.open))
        var delen: [Deel] = []
        for (debt, part) in zip(debts, parts) {
            delen.append(
                Deel(
                    zaak: debt.zaak, open: debt.open, perMaand: part,
                    termijnen: try Betalingsregeling.plan(part, from: first, for: debt.open, on: today)))
        }
        self.delen = delen
    }

    public var totaal: Money { delen.map(\.open).sum }

    /// What is due in each month over all zaken together.
    public var maanden: [Betalingsregeling.Termijn] { delen.map(\.termijnen).perMonth }
}

extension [[Betalingsregeling.Termijn]] {
    /// The instalments of several regelingen as one: what is due and paid on each day.
    public var perMonth: [Betalingsregeling.Termijn] {
        let days = Dictionary(grouping: flatMap(\.self), by: \.vervaldag).sorted { $0.key < $1.key }
        return days.enumerated().map { index, day in
            Betalingsregeling.Termijn(
                nummer: index + 1, vervaldag: day.key, bedrag: day.value.map(\.bedrag).sum,
                voldaan: day.value.map(\.voldaan).sum)
        }
    }
}

extension Verzamelplan {
    /// Brings the proposal of each part into the process of its zaak, all or none.
    public struct Proposal: Sendable {
        public var plan: Verzamelplan
        public var eersteDag: Day
        public var draagkracht: Draagkracht?

        public init(plan: Verzamelplan, eersteDag: Day, draagkracht: Draagkracht? = nil) {
            self.plan = plan
            self.eersteDag = eersteDag
            self.draagkracht = draagkracht
        }

        public func run(in act: Act) throws {
            for deel in plan.delen {
                try Betalingsregeling.Proposal(
                    zaak: deel.zaak, perMaand: deel.perMaand, eersteDag: eersteDag, draagkracht: draagkracht
                ).run(in: act)
            }
            guard plan.delen.count > 1, let first = plan.delen.first, let zaak = try act.tx.zaken.find(first.zaak)
            else {
                return
            }
            let delen = Dictionary(plan.delen.map { ($0.zaak, $0.perMaand) }) { one, _ in one }
            try act.tx.verzamelplannen.add(
                Verzamelplan.Vastgelegd(id: act.newID(), partij: zaak.partij, eersteDag: eersteDag, delen: delen),
                at: act.now)
        }
    }
}
