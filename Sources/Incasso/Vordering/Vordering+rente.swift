import Basics
import Database
import Klanten
import Recht
import Zaken

extension Vordering {
    /// The question about the interest since default, over the principal as it was each day; nothing before default.
    ///
    /// Interest that was paid or given up bears no interest on the next anniversary (BW 6:119 lid 2).
    func interestQuestion(
        _ ledger: [Mutatie], until day: Day, resting rests: [Range<Day>], by kind: InterestKind
    ) -> InterestQuestion? {
        guard day > verzuimVanaf else { return nil }
        let principal = ledger.filter { $0.datum > verzuimVanaf }.compactMap { entry in
            entry.boekingen[.hoofdsom].map { InterestQuestion.Entry(entry.datum, .principal($0)) }
        }
        let settled = ledger.filter { $0.soort != .rente }.compactMap { entry in
            entry.boekingen[.rente].map { InterestQuestion.Entry(entry.datum, .interest(-$0)) }
        }
        let start = ledger.filter { $0.datum <= verzuimVanaf }.compactMap { $0.boekingen[.hoofdsom] }.sum
        return InterestQuestion(
            principal: start, from: verzuimVanaf, until: day, basis: .statutory(kind), entries: principal + settled,
            rests: rests)
    }
}

extension RechtTables {
    /// Interest since default up to the day, over the principal as it was each day, less what was booked (6:119, 6:119a BW).
    func interest(
        on claim: Vordering, ledger: [Mutatie], until day: Day, resting rests: [Range<Day>] = [], by kind: InterestKind
    ) throws -> Money {
        guard let question = claim.interestQuestion(ledger, until: day, resting: rests, by: kind) else { return .zero }
        let booked = ledger.filter { $0.soort == .rente }.compactMap { $0.boekingen[.rente] }.sum
        return try interest.interest(for: question).interest - booked
    }
}

extension Transaction {
    /// Which interest the claims of a zaak bear: commercial for an organisation, ordinary for a person (6:119a BW).
    func rentesoort(of zaak: Zaak) throws -> InterestKind {
        try partijen.find(zaak.partij)?.soort == .organisatie ? .handel : .consument
    }
}

extension Act {
    /// The legal tables in force, where the house was opened with them.
    var recht: RechtTables? { playbook.diensten.kept(Rechtsboek.self)?.tables }

    /// Books the interest that ran on claims until a day and is not booked yet, unless their creditor gives it up.
    func bookInterest(on claims: [Vordering], of zaak: Zaak, until day: Day, recht: RechtTables) throws {
        let kind = try tx.rentesoort(of: zaak)
        for var claim in claims where claim.isOpen {
            guard try tx.schuldeisers.find(claim.schuldeiser)?.afspraken.rente != .geen else { continue }
            guard let due = try computedInterest(on: claim, of: zaak, until: day, recht: recht, by: kind), due > .zero
            else { continue }
            let entry = Mutatie(
                id: newID(), soort: .rente, datum: day, toelichting: kind == .handel ? "BW 6:119a" : "BW 6:119",
                boekingen: [.rente: due, .ingebracht: -due])
            try book(entry, on: &claim)
        }
        try followSaldo(of: zaak.id)
    }

    /// The interest that is not booked yet; nothing, and a word of it in the zaak, where the tables do not reach back so far: what
    /// cannot be computed is not asked, and holds up no payment and no letter.
    private func computedInterest(
        on claim: Vordering, of zaak: Zaak, until day: Day, recht: RechtTables, by kind: InterestKind
    ) throws -> Money? {
        let ledger = try tx.vorderingen.ledger(of: claim.id)
        let rests = try tx.rests(of: claim, in: zaak, on: day, recht: recht)
        do {
            return try recht.interest(on: claim, ledger: ledger, until: day, resting: rests, by: kind)
        } catch is InterestRefusal {
            try record("rente_niet_berekend", of: zaak.id, ["vordering": .string(claim.factuurnummer)])
            return nil
        }
    }

    /// Books interest up to the day of a payment where interest is asked already, so that it is paid before the principal
    /// (6:44 lid 1 BW). Not while an arrangement runs, which costs nothing extra, and not when all that was asked is paid:
    /// the interest of the last days is given up then.
    func accrue(on zaak: Zaak, until day: Day, paying amount: Money, over claims: [Vordering]) throws {
        guard let recht, amount < claims.map(\.saldo.totaal).sum, try tx.regelingen.running(for: zaak.id) == nil else {
            return
        }
        let asked = try claims.filter { try tx.vorderingen.ledger(of: $0.id).contains { $0.soort == .rente } }
        guard !asked.isEmpty else { return }
        try bookInterest(on: asked, of: zaak, until: day, recht: recht)
    }
}
