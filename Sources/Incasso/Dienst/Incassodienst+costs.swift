import Basics
import Recht
import Zaken

extension Incassodienst {
    /// Books the collection costs of the 14-day letter on what was not paid in time, once (6:96 lid 5 and 6 BW).
    func costs(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        try .trying { try book(vraag, act) }
    }

    private func book(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        let claims = try act.allowed(
            .kosten, of: act.tx.vorderingen.all(of: vraag.zaak.id), on: vraag.zaak, recht: recht)
        // A letter that never left asks nobody to pay within a term.
        let letters = try act.tx.brieven.all(of: vraag.zaak.id).filter { $0.kostenVanaf != nil && $0.verzonden != nil }
        // The newest letter whose term is over; one that still runs is for later.
        let letter = letters.first { $0.kostenVanaf.map { $0 <= act.today } == true } ?? letters.first
        guard let letter, let from = letter.kostenVanaf, let end = letter.termijnEinde else {
            return .failed(reason: "no-letter")
        }
        guard act.today >= from else { return .failed(reason: "term-runs \(end)") }
        var ledgers: [Identifier<Vordering>: [Mutatie]] = [:]
        for claim in claims { ledgers[claim.id] = try act.tx.vorderingen.ledger(of: claim.id) }
        let named = claims.filter { letter.vorderingen[$0.factuurnummer] != nil && ledgers[$0.id]?.charged == nil }
        guard !named.isEmpty else { return .done(["kosten": ["geboekt": false, "reden": "al-geboekt"]]) }
        let unpaid = named.map { claim in
            claim.principalLeft(of: letter.vorderingen[claim.factuurnummer] ?? .zero, by: end, ledgers[claim.id] ?? [])
        }
        guard unpaid.sum > .zero else { return .done(["kosten": ["geboekt": false, "reden": "op-tijd-betaald"]]) }
        let due = zip(named, unpaid).map { (claim: $0, amount: $1) }
        let fee = try act.tx.collectionCosts(over: due, of: vraag.zaak, on: act.today, recht: recht)
        try charge(fee.total, over: named, by: unpaid, in: act)
        try askInterest(over: named, of: vraag.zaak, in: act)
        return .done(["kosten": ["geboekt": true, "bedrag": JSON(fee.total)]])
    }

    /// Books the interest of claims whose creditor asks it from now on.
    private func askInterest(over claims: [Vordering], of zaak: Zaak, in act: Act) throws {
        let asking = try claims.filter { try act.tx.schuldeisers.find($0.schuldeiser)?.afspraken.rente == .kosten }
        let now = try asking.compactMap { try act.tx.vorderingen.find($0.id) }
        try act.bookInterest(on: now, of: zaak, until: act.today, recht: recht)
    }

    /// Splits the fee over the claims by what was unpaid (policy P2); the last bears the remainder.
    private func charge(_ fee: Money, over claims: [Vordering], by unpaid: [Money], in act: Act) throws {
        let whole = Int128(unpaid.sum.cents)
        var left = fee
        let last = unpaid.lastIndex { $0 > .zero }
        for (index, var claim) in claims.enumerated() where unpaid[index] > .zero {
            let share = Money(cents: Int64(Int128(fee.cents) * Int128(unpaid[index].cents) / whole))
            let part = index == last ? left : share
            left -= part
            guard part > .zero else { continue }
            let entry = Mutatie(
                id: act.newID(), soort: .kosten, datum: act.today, toelichting: "BW 6:96",
                boekingen: [.kosten: part, .ingebracht: -part])
            try act.book(entry, on: &claim)
        }
        guard let zaak = claims.first?.zaak else { return }
        try act.followSaldo(of: zaak)
    }
}

extension Vordering {
    /// What was left of the principal that a letter named, after what came in until the last day of its term.
    func principalLeft(of named: Money, by end: Day, _ ledger: [Mutatie]) -> Money {
        // A payment after the term, and what undid it, leaves no trace here.
        let late = Set(ledger.filter { $0.datum > end && $0.soort == .betaling }.map(\.id))
        let after = ledger.filter { late.contains($0.keertOm ?? $0.id) }.compactMap { $0.boekingen[.hoofdsom] }.sum
        return max(.zero, min(named, saldo.hoofdsom - after))
    }
}
