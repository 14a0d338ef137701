import Basics
import Jobs
import Journal
import Recht
import Zaken

extension Incassodienst {
    /// Books the collection costs of the 14-day letter on what was not paid in time, once (6:96 lid 5 and 6 BW).
    func costs(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        try .trying { try book(vraag, act) }
    }

    private func book(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        // Money or a message of the klant waits for a person: from day to day, as its letters.
        guard try act.ophouding(of: vraag.zaak) == nil else { return .later(Moment(act.today + 1, hour: 7)) }
        let claims = try act.allowed(
            .kosten, of: act.tx.vorderingen.all(of: vraag.zaak.id), on: vraag.zaak, recht: recht)
        let letters = try act.costLetters(of: vraag.zaak.id)
        guard !letters.isEmpty else { return .failed(reason: "no-letter") }
        var ledgers: [Identifier<Vordering>: [Mutatie]] = [:]
        for claim in claims { ledgers[claim.id] = try act.tx.vorderingen.ledger(of: claim.id) }
        let asked = letters.map { Kostenvraag($0, claims, ledgers) }
        // The newest letter that something is still owed by; what it gave the person time for is not charged before.
        guard let next = asked.first(where: \.isOwed) else {
            let isPaid = asked.contains { !$0.named.isEmpty }
            return .done(["kosten": ["geboekt": false, "reden": isPaid ? "op-tijd-betaald" : "al-geboekt"]])
        }
        if let later = next.letter.costsWait(at: act.today) {
            // One that is about to leave is looked at from day to day, which tells nobody anything.
            if next.letter.verzonden != nil || later > act.today + 1 {
                try act.record("kosten_wachten", of: vraag.zaak.id, ["tot": JSON(later)])
            }
            return .later(Moment(later, hour: 7))
        }
        let due = zip(next.named, next.unpaid).map { (claim: $0, amount: $1) }
        let fee = try act.tx.collectionCosts(over: due, of: vraag.zaak, on: act.today, recht: recht)
        try charge(fee.total, over: next.named, by: next.unpaid, in: act)
        try askInterest(over: next.named, of: vraag.zaak, in: act)
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

/// What a 14-day letter says of costs now: the claims that it named and that no costs were charged on, with what was not paid in time.
private struct Kostenvraag {
    let letter: Brief
    let named: [Vordering]
    let unpaid: [Money]

    init(_ letter: Brief, _ claims: [Vordering], _ ledgers: [Identifier<Vordering>: [Mutatie]]) {
        self.letter = letter
        named = claims.filter { letter.vorderingen[$0.factuurnummer] != nil && ledgers[$0.id]?.charged == nil }
        unpaid = named.map { claim in
            guard let end = letter.termijnEinde else { return .zero }
            return claim.principalLeft(
                of: letter.vorderingen[claim.factuurnummer] ?? .zero, by: end, ledgers[claim.id] ?? [])
        }
    }

    var isOwed: Bool { unpaid.sum > .zero }
}

extension Brief {
    /// The day on which its costs can be looked at again, while they may not be booked yet; a letter that has not left may have
    /// its term moved, and is looked at from day to day.
    fileprivate func costsWait(at today: Day) -> Day? {
        guard let from = kostenVanaf else { return nil }
        if verzonden == nil { return max(from, today + 1) }
        return from > today ? from : nil
    }
}

extension Act {
    /// The 14-day letters of a zaak that left or are about to, the newest first; one that nobody tries to send any more asks nobody
    /// to pay within a term.
    fileprivate func costLetters(of zaak: Identifier<Zaak>) throws -> [Brief] {
        try tx.brieven.all(of: zaak).filter { letter in
            guard letter.kostenVanaf != nil, letter.termijnEinde != nil else { return false }
            guard letter.verzonden == nil else { return true }
            guard letter.waits, let job = try tx.jobs.find(key: letter.sendingKey) else { return false }
            return job.state != .parked
        }
    }
}
