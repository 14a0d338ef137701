public import Basics
import Journal
public import Zaken

extension Betaling {
    /// Takes a payment back from where it was placed, because it was someone else's or the bank returned it.
    public struct Reversal: Sendable {
        public var betaling: Identifier<Betaling>
        public var reden: String
        /// Whether the bank took the money back; else it waits for another place.
        public var isTeruggegaan: Bool

        public init(betaling: Identifier<Betaling>, reden: String, isTeruggegaan: Bool = false) {
            self.betaling = betaling
            self.reden = reden
            self.isTeruggegaan = isTeruggegaan
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            guard var betaling = try act.tx.betalingen.find(betaling) else { throw BetalingRefusal.unknownBetaling }
            guard betaling.staat == .geplaatst, let zaak = betaling.zaak else { throw BetalingRefusal.notPlaced }
            guard betaling.terugbetaald == nil else { throw BetalingRefusal.alreadyRepaid }
            let divided = try act.tx.betalingen.delen(of: betaling.id)
            let delen = divided.isEmpty ? [Deel(zaak: zaak, bedrag: betaling.bedrag - betaling.over)] : divided
            let undone = try delen.map { try undo(betaling, on: $0.zaak, in: act) }
            betaling.leave(because: reden, goneOn: isTeruggegaan ? act.today : nil)
            try act.tx.betalingen.save(betaling)
            try act.tx.betalingen.keep([], of: betaling.id)
            for deel in delen { try act.tx.plaatsingsvragen.refuse(betaling.id, of: deel.zaak, on: act.today) }
            for (deel, inRegeling) in zip(delen, undone) {
                try act.record(
                    "betaling_teruggenomen", of: deel.zaak, ["bedrag": JSON(deel.bedrag), "reden": .string(reden)])
                try act.tellBailiff(ofPayment: deel.bedrag, on: act.today, isBack: true, of: deel.zaak)
                try follow(inRegeling, on: deel.zaak, in: act)
            }
        }

        /// Books the opposite of what it paid; returns how much of that the arrangement had got.
        private func undo(_ betaling: Betaling, on zaak: Identifier<Zaak>, in act: Act) throws -> Money {
            let regeling = try act.tx.regelingen.running(for: zaak)
            var inRegeling = Money.zero
            for var claim in try act.tx.vorderingen.all(of: zaak) {
                let ledger = try act.tx.vorderingen.ledger(of: claim.id)
                let undone = Set(ledger.compactMap(\.keertOm))
                for entry in ledger where entry.betaling == betaling.id && entry.soort == .betaling {
                    guard !undone.contains(entry.id) else { continue }
                    if regeling?.dekt(claim) == true { inRegeling += entry.boekingen[.bank] ?? .zero }
                    try act.book(entry.reversed(id: act.newID(), on: act.today, because: reden), on: &claim)
                }
            }
            return inRegeling
        }

        private func follow(_ amount: Money, on zaak: Identifier<Zaak>, in act: Act) throws {
            if var regeling = try act.tx.regelingen.running(for: zaak) {
                regeling.giveBack(amount)
                try act.tx.regelingen.save(regeling)
            }
            try act.followSaldo(of: zaak)
        }
    }
}

extension Betaling {
    /// Belongs nowhere again: waits for a place, or went back to the bank on a day.
    fileprivate mutating func leave(because reason: String, goneOn day: Day?) {
        (zaak, over, reden, toerekening) = (nil, .zero, reason, nil)
        (staat, terugbetaald) = day == nil ? (.tePlaatsen, nil) : (.terugTeBetalen, day)
    }
}
