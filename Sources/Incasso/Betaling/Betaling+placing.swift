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
            let left = try delen.map { try book($0, of: betaling, in: act) }.sum
            betaling.over = betaling.bedrag - delen.map(\.bedrag).sum + left
            (betaling.staat, betaling.zaak, betaling.reden) = (.geplaatst, zaak.id, reden)
            try act.tx.betalingen.save(betaling)
            try act.tx.betalingen.keep(delen, of: betaling.id)
            for deel in delen { try follow(deel, of: betaling, isDivided: delen.count > 1, in: act) }
        }

        /// Books a part of the payment on the claims of its zaak; returns what is left.
        private func book(_ deel: Deel, of betaling: Betaling, in act: Act) throws -> Money {
            let claims = try act.claims(of: deel.zaak, payableBy: betaling)
            let pointedAt = claims.first { $0.factuurnummer == factuurnummer }?.id.text
            let division = try Imputation(
                of: deel.bedrag, over: claims.map(\.debt), on: betaling.datum, indicated: pointedAt)
            for var claim in claims {
                let parts = division.allocations.filter { $0.debt == claim.id.text }
                guard !parts.isEmpty else { continue }
                try act.book(claim.payment(of: parts, from: betaling, id: act.newID()), on: &claim)
            }
            return division.leftOver
        }

        private func follow(_ deel: Deel, of betaling: Betaling, isDivided: Bool, in act: Act) throws {
            let over: Money = isDivided ? .zero : betaling.over
            let booked = isDivided ? deel.bedrag : betaling.bedrag - over
            try act.record(
                "betaling_ontvangen", of: deel.zaak,
                [
                    "bedrag": JSON(deel.bedrag), "datum": JSON(betaling.datum), "over": JSON(over),
                    "van": isDivided ? JSON(betaling.bedrag) : .null,
                ])
            if var regeling = try act.tx.regelingen.running(for: deel.zaak) {
                _ = regeling.receive(booked, on: betaling.datum)
                if regeling.isVoldaan { regeling.end(.voldaan, on: betaling.datum) }
                try act.tx.regelingen.save(regeling)
            }
            try act.followSaldo(of: deel.zaak)
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
    var debt: Debt {
        Debt(id: id.text, due: vervaldatum, costs: saldo.kosten, interest: saldo.rente, principal: saldo.hoofdsom)
    }

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
