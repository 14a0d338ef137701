public import Basics
import Recht
public import Zaken

extension Betaling {
    /// Places a payment on a zaak: over its claims by the rules of imputation, then over the arrangement.
    public struct Placement: Sendable {
        public var betaling: Identifier<Betaling>
        public var zaak: Identifier<Zaak>
        /// The invoice that the debtor pointed at (6:43 lid 1 BW).
        public var factuurnummer: String?
        /// Why here: a rule's name, or what a person said.
        public var reden: String

        public init(
            betaling: Identifier<Betaling>, zaak: Identifier<Zaak>, factuurnummer: String? = nil, reden: String
        ) {
            self.betaling = betaling
            self.zaak = zaak
            self.factuurnummer = factuurnummer
            self.reden = reden
        }

        public func run(in act: Act) throws {
            guard var betaling = try act.tx.betalingen.find(betaling) else { throw BetalingRefusal.unknownBetaling }
            guard betaling.staat == .tePlaatsen else { throw BetalingRefusal.alreadyPlaced }
            guard let zaak = try act.tx.zaken.find(zaak) else { throw BetalingRefusal.unknownZaak }
            guard try act.tx.vorderingen.all(of: zaak.id).contains(where: \.isOpen) else {
                throw BetalingRefusal.nothingOpen
            }
            guard try !act.claims(of: zaak.id, payableBy: betaling).isEmpty else {
                throw BetalingRefusal.otherCreditor(betaling.rekening)
            }
            let delen = try act.division(of: betaling, on: zaak.id, invoice: factuurnummer)
            betaling.toerekening = try act.rule(for: zaak.id, payableBy: betaling).word
            let booked = try delen.map { try book($0, of: betaling, in: act) }
            betaling.over = betaling.bedrag - delen.map(\.bedrag).sum + booked.map { $0.over }.sum
            (betaling.staat, betaling.zaak, betaling.reden) = (.geplaatst, zaak.id, reden)
            try act.tx.betalingen.save(betaling)
            try act.tx.betalingen.keep(delen, of: betaling.id)
            try act.endQuestions(about: betaling.id)
            for (deel, part) in zip(delen, booked) {
                try follow(deel, part.inRegeling, of: betaling, isDivided: delen.count > 1, in: act)
            }
        }

        /// Books a part of the payment on the claims of its zaak: what the arrangement covers, what is left and what it got.
        /// Who points at nothing pays the arrangement first; the rest is for what stands beside it.
        private func book(_ deel: Deel, of betaling: Betaling, in act: Act) throws -> (over: Money, inRegeling: Money) {
            if let zaak = try act.tx.zaken.find(deel.zaak) {
                let asked = try act.claims(of: zaak.id, payableBy: betaling)
                try act.accrue(on: zaak, until: betaling.datum, paying: deel.bedrag, over: asked)
            }
            let claims = try act.claims(of: deel.zaak, payableBy: betaling)
            let regeling = try act.tx.regelingen.running(for: deel.zaak)
            let covered = claims.filter { regeling?.dekt($0) ?? true }
            let pointedAt = self.pointed(by: betaling, among: claims, besides: covered)
            guard pointedAt == nil, covered.count < claims.count else {
                return try book(deel.bedrag, over: claims, pointedAt, of: betaling, regeling, act)
            }
            let first = try book(deel.bedrag, over: covered, nil, of: betaling, regeling, act)
            guard first.over > .zero else { return first }
            let besides = claims.filter { !covered.map(\.id).contains($0.id) }
            let rest = try book(first.over, over: besides, nil, of: betaling, regeling, act)
            return (rest.over, first.inRegeling)
        }

        /// The claim that the payment points at: by its invoice, or by a reference that only stands beside the arrangement.
        private func pointed(by betaling: Betaling, among claims: [Vordering], besides covered: [Vordering])
            -> Vordering?
        {
            if let named = claims.first(where: { $0.factuurnummer == factuurnummer }) { return named }
            let references = Set(betaling.references).subtracting(covered.map(\.kenmerk))
            return covered.count < claims.count ? claims.first { references.contains($0.kenmerk) } : nil
        }

        private func book(
            _ bedrag: Money, over claims: [Vordering], _ pointedAt: Vordering?, of betaling: Betaling,
            _ regeling: Betalingsregeling?, _ act: Act
        ) throws -> (over: Money, inRegeling: Money) {
            let rule = try act.rule(over: claims, on: betaling.datum, in: regeling)
            let division = try rule.division(
                of: bedrag, over: claims, on: betaling.datum, indicated: pointedAt?.id.text)
            var inRegeling = Money.zero
            for var claim in claims {
                let parts = division.allocations.filter { $0.debt == claim.id.text }
                guard !parts.isEmpty else { continue }
                if regeling?.dekt(claim) == true { inRegeling += parts.map(\.amount).sum }
                try act.book(claim.payment(of: parts, from: betaling, id: act.newID()), on: &claim)
            }
            return (division.leftOver, inRegeling)
        }

        private func follow(
            _ deel: Deel, _ booked: Money, of betaling: Betaling, isDivided: Bool, in act: Act
        ) throws {
            let over: Money = isDivided ? .zero : betaling.over
            try act.record(
                "betaling_ontvangen", of: deel.zaak,
                [
                    "bedrag": JSON(deel.bedrag), "datum": JSON(betaling.datum), "over": JSON(over),
                    "van": isDivided ? JSON(betaling.bedrag) : .null,
                    "toerekening": betaling.toerekening.map { .string($0) } ?? .null,
                ])
            try act.tellBailiff(ofPayment: deel.bedrag, on: betaling.datum, of: deel.zaak)
            if var regeling = try act.tx.regelingen.running(for: deel.zaak) {
                _ = regeling.receive(booked, on: betaling.datum)
                if regeling.isVoldaan { regeling.end(.voldaan, on: betaling.datum) }
                try act.tx.regelingen.save(regeling)
            }
            try act.followSaldo(of: deel.zaak)
            try act.renewLetters(of: deel.zaak)
            try act.followArrears(of: deel.zaak)
            try act.tellProcess(ofPayment: deel.bedrag, on: deel.zaak)
        }
    }
}

extension Act {
    /// A process that waits for full payment hears of it first; one that waits for any payment hears of that. A zaak that is
    /// paid before its process began needs none.
    func tellProcess(ofPayment bedrag: Money, on zaak: Identifier<Zaak>) throws {
        guard var zaak = try tx.zaken.find(zaak), zaak.isOpen else { return }
        if zaak.bedrag.isZero, try deliver("VorderingVoldaan", to: zaak) { return }
        if zaak.bedrag.isZero, try tx.processen.instance(of: zaak.id) == nil {
            return try close(&zaak, with: Vordering.voldaan)
        }
        if try tx.regelingen.all(of: zaak.id).first?.staat == .voldaan, try deliver("RegelingVervuld", to: zaak) {
            return
        }
        try deliver("BetalingOntvangen", to: zaak, variables: ["betaling": ["bedrag": JSON(bedrag)]])
    }
}

extension Vordering {
    func payment(of parts: [Allocation], from betaling: Betaling, id: Identifier<Mutatie>) -> Mutatie {
        var bookings: [Rekening: Money] = [:]
        for part in parts {
            bookings[Rekening(part.component), default: .zero] -= part.amount
            bookings[.bank, default: .zero] += part.amount
        }
        return Mutatie(
            id: id, soort: .betaling, datum: betaling.datum, toelichting: betaling.omschrijving, boekingen: bookings,
            betaling: betaling.id)
    }
}

extension Rekening {
    init(_ component: DebtComponent) {
        switch component {
        case .costs: self = .kosten
        case .interest: self = .rente
        case .principal: self = .hoofdsom
        }
    }
}
