import Basics
import Database
import Recht
import Zaken

/// By which rule a payment is divided over the claims of a zaak: that of their creditor, as it holds now.
struct Toerekening {
    let rule: ImputationRule
    let inArrangement: Bool

    /// The rule in one word, kept with the payment: `P2 wet`.
    var word: String { rule.word(inArrangement: inArrangement) }

    /// Divides an amount; with P1 the costs of the letter go before all claims, and are booked on the oldest first.
    func division(
        of amount: Money, over claims: [Vordering], on day: Day, indicated: String?
    ) throws -> (allocations: [Allocation], leftOver: Money) {
        let isCase = rule.fee == .ofTheCase
        let costs = isCase ? claims.map(\.saldo.kosten).sum : .zero
        let found = try Imputation(
            of: amount, over: claims.map { $0.debt(withCosts: !isCase) }, caseCosts: costs, on: day,
            indicated: indicated, by: rule.policy(inArrangement: inArrangement))
        var rest = found.allocations.filter { $0.debt == nil }.map(\.amount).sum
        let fee = claims.compactMap { claim -> Allocation? in
            let part = min(rest, claim.saldo.kosten)
            rest -= part
            return part > .zero ? Allocation(debt: claim.id.text, component: .costs, amount: part) : nil
        }
        return (fee + found.allocations.filter { $0.debt != nil }, found.leftOver)
    }
}

extension Act {
    /// The rule of the creditor whose claims a payment can pay here; the house's where it chose nothing.
    func rule(for zaak: Identifier<Zaak>, payableBy betaling: Betaling) throws -> Toerekening {
        try rule(
            over: claims(of: zaak, payableBy: betaling), on: betaling.datum, in: tx.regelingen.running(for: zaak))
    }

    /// The rule by which these claims are paid; in an arrangement where it covers any of them.
    func rule(over claims: [Vordering], on day: Day, in regeling: Betalingsregeling?) throws -> Toerekening {
        let house = recht?.imputation.value(on: day) ?? ImputationRule()
        let creditor = try claims.first.flatMap { try tx.schuldeisers.find($0.schuldeiser) }
        return Toerekening(
            rule: creditor?.afspraken.toerekening(house) ?? house,
            inArrangement: regeling.map { one in claims.contains { one.dekt($0) } } ?? false)
    }
}

extension Vordering {
    fileprivate func debt(withCosts: Bool) -> Debt {
        Debt(
            id: id.text, due: vervaldatum, costs: withCosts ? saldo.kosten : .zero, interest: saldo.rente,
            principal: saldo.hoofdsom)
    }
}
