public import Basics
public import Database
import Klanten
public import Recht
public import Zaken

/// A claim with all that its amount is made of, line by line (Bki art. 3.1 lid 2 and 3).
public struct Specificatie: Sendable {
    public let vordering: Vordering
    public let schuldeiser: Schuldeiser?
    public let grootboek: [Mutatie]
    /// Interest since default until today; nothing where it cannot be computed.
    public let rente: InterestCalculation?
    /// The fee that was booked, as its letter and tariff give it; nothing when none was, or it is not the same any more.
    public let kosten: Kosten?
    public let verjaring: Limitation?

    /// How the collection costs of a letter came about, over all claims of it.
    public struct Kosten: Sendable {
        public let geboektOp: Day
        public let berekening: CollectionCosts
        /// How many claims the letter named; the fee was split over them by what was unpaid.
        public let vorderingen: Int
    }
}

extension Transaction {
    /// The specification of all claims of a zaak, on a day.
    public func specificaties(of zaak: Zaak, on today: Day, recht: RechtTables) throws -> [Specificatie] {
        let claims = try vorderingen.all(of: zaak.id)
        var ledgers: [Identifier<Vordering>: [Mutatie]] = [:]
        for claim in claims { ledgers[claim.id] = try vorderingen.ledger(of: claim.id) }
        let costs = try kosten(of: zaak, claims, ledgers, recht: recht)
        return try claims.map { claim in
            let ledger = ledgers[claim.id] ?? []
            let question = claim.interestQuestion(
                ledger, until: today, resting: try rests(of: claim, in: zaak, on: today, recht: recht))
            return Specificatie(
                vordering: claim, schuldeiser: try schuldeisers.find(claim.schuldeiser), grootboek: ledger,
                rente: try question.flatMap { try recht.interest.interest(for: $0) },
                kosten: ledger.contains { $0.soort == .kosten } ? costs : nil,
                verjaring: try verjaring(of: claim, recht: recht))
        }
    }

    private func kosten(
        of zaak: Zaak, _ claims: [Vordering], _ ledgers: [Identifier<Vordering>: [Mutatie]], recht: RechtTables
    ) throws -> Specificatie.Kosten? {
        guard let letter = try brieven.all(of: zaak.id).first(where: { $0.kostenVanaf != nil }),
            let end = letter.termijnEinde
        else { return nil }
        let named = claims.filter { letter.vorderingen[$0.factuurnummer] != nil }
        let booked = named.flatMap { ledgers[$0.id] ?? [] }.filter { $0.soort == .kosten }
        guard let day = booked.map(\.datum).min() else { return nil }
        let unpaid = named.map {
            $0.principalLeft(of: letter.vorderingen[$0.factuurnummer] ?? .zero, by: end, ledgers[$0.id] ?? [])
        }
        let due = zip(named, unpaid).map { (claim: $0, amount: $1) }
        let fee = try collectionCosts(over: due, of: zaak, on: day, recht: recht)
        guard fee.total == booked.compactMap({ $0.boekingen[.kosten] }).sum else { return nil }
        return Specificatie.Kosten(geboektOp: day, berekening: fee, vorderingen: named.count)
    }
}

extension Vordering {
    /// The question about the interest since default, over the principal as it was each day; nothing before default.
    func interestQuestion(_ ledger: [Mutatie], until day: Day, resting rests: [Range<Day>]) -> InterestQuestion? {
        guard day > verzuimVanaf else { return nil }
        let entries = ledger.filter { $0.datum > verzuimVanaf }.compactMap { entry in
            entry.boekingen[.hoofdsom].map { InterestQuestion.Entry(entry.datum, .principal($0)) }
        }
        let start = ledger.filter { $0.datum <= verzuimVanaf }.compactMap { $0.boekingen[.hoofdsom] }.sum
        return InterestQuestion(
            principal: start, from: verzuimVanaf, until: day, basis: .statutory(.consument), entries: entries,
            rests: rests)
    }
}
