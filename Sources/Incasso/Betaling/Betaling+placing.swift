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
            let claims = try act.tx.vorderingen.all(of: zaak.id).filter(\.isOpen)
            guard !claims.isEmpty else { throw BetalingRefusal.nothingOpen }
            betaling.over = try divide(betaling, over: claims, in: act)
            betaling.staat = .geplaatst
            betaling.zaak = zaak.id
            betaling.reden = reden
            try act.tx.betalingen.save(betaling)
            try act.record(
                "betaling_ontvangen", of: zaak.id,
                ["bedrag": JSON(betaling.bedrag), "datum": JSON(betaling.datum), "over": JSON(betaling.over)])
            try follow(betaling, in: act)
        }

        /// Books the payment on the claims; returns what is left.
        private func divide(_ betaling: Betaling, over claims: [Vordering], in act: Act) throws -> Money {
            let debts = claims.map(\.debt)
            let pointedAt = claims.first { $0.factuurnummer == factuurnummer }?.id.text
            let division = try Imputation(of: betaling.bedrag, over: debts, on: betaling.datum, indicated: pointedAt)
            for var claim in claims {
                let parts = division.allocations.filter { $0.debt == claim.id.text }
                guard !parts.isEmpty else { continue }
                try act.book(claim.payment(of: parts, from: betaling, id: act.newID()), on: &claim)
            }
            return division.leftOver
        }

        private func follow(_ betaling: Betaling, in act: Act) throws {
            if var regeling = try act.tx.regelingen.running(for: zaak) {
                _ = regeling.receive(betaling.bedrag - betaling.over, on: betaling.datum)
                if regeling.isVoldaan { regeling.end(.voldaan, on: betaling.datum) }
                try act.tx.regelingen.save(regeling)
            }
            try act.followSaldo(of: zaak)
            try act.tellProcess(ofPayment: betaling, on: zaak)
        }
    }
}

extension Act {
    /// A process that waits for full payment hears of it first; one that waits for any payment hears of that. A zaak that is
    /// paid before its process began needs none.
    func tellProcess(ofPayment betaling: Betaling, on zaak: Identifier<Zaak>) throws {
        guard var zaak = try tx.zaken.find(zaak), zaak.isOpen else { return }
        if zaak.bedrag.isZero, try deliver("VorderingVoldaan", to: zaak) { return }
        if zaak.bedrag.isZero, try tx.processen.instance(of: zaak.id) == nil {
            return try close(&zaak, with: Vordering.voldaan)
        }
        if try tx.regelingen.all(of: zaak.id).first?.staat == .voldaan, try deliver("RegelingVervuld", to: zaak) {
            return
        }
        try deliver("BetalingOntvangen", to: zaak, variables: ["betaling": ["bedrag": JSON(betaling.bedrag)]])
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
