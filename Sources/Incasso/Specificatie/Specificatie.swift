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
    /// That it is collected although it lapsed.
    public let besluit: Besloten?
    /// What of the costs of one letter was booked on this claim.
    public var kostendeel: Money { grootboek.charged?.boekingen[.kosten] ?? .zero }

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
        let kind = try rentesoort(of: zaak)
        return try claims.map { claim in
            let ledger = ledgers[claim.id] ?? []
            let question = claim.interestQuestion(
                ledger, until: today, resting: try rests(of: claim, in: zaak, on: today, recht: recht), by: kind)
            return Specificatie(
                vordering: claim, schuldeiser: try schuldeisers.find(claim.schuldeiser), grootboek: ledger,
                rente: question.flatMap { try? recht.interest.interest(for: $0) },
                kosten: ledger.charged.flatMap { costs[$0.datum] }, verjaring: try verjaring(of: claim, recht: recht),
                besluit: try verjaringsbesluit(over: claim.id))
        }
    }

    /// How the costs came about, by the day on which they were booked; each day's costs follow from one letter.
    private func kosten(
        of zaak: Zaak, _ claims: [Vordering], _ ledgers: [Identifier<Vordering>: [Mutatie]], recht: RechtTables
    ) throws -> [Day: Specificatie.Kosten] {
        let letters = try brieven.all(of: zaak.id).filter { $0.kostenVanaf != nil && $0.verzonden != nil }
        let days = Set(claims.compactMap { ledgers[$0.id]?.charged?.datum })
        var found: [Day: Specificatie.Kosten] = [:]
        for day in days {
            let charged = claims.filter { ledgers[$0.id]?.charged?.datum == day }
            let letter = letters.first { letter in
                letter.kostenVanaf.map { $0 <= day } == true
                    && charged.allSatisfy { letter.vorderingen[$0.factuurnummer] != nil }
            }
            guard let letter, let end = letter.termijnEinde else { continue }
            let due = claims.filter { claim in
                letter.vorderingen[claim.factuurnummer] != nil
                    && ledgers[claim.id]?.charged.map { $0.datum >= day } ?? true
            }.map { claim in
                (
                    claim: claim,
                    amount: claim.principalLeft(
                        of: letter.vorderingen[claim.factuurnummer] ?? .zero, by: end, ledgers[claim.id] ?? [])
                )
            }
            let fee = try collectionCosts(over: due, of: zaak, on: day, recht: recht)
            let booked = charged.compactMap { ledgers[$0.id]?.charged?.boekingen[.kosten] }.sum
            guard fee.total == booked else { continue }
            found[day] = Specificatie.Kosten(geboektOp: day, berekening: fee, vorderingen: due.count)
        }
        return found
    }
}

extension [Mutatie] {
    /// The entry by which collection costs were charged on a claim, once; nothing when none was, or it was undone.
    var charged: Mutatie? {
        let undone = Set(compactMap(\.keertOm))
        return first { $0.soort == .kosten && !undone.contains($0.id) }
    }
}
