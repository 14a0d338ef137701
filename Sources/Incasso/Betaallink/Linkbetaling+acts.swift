public import Basics
import Database
public import Exchange
import Journal
public import Zaken

extension Linkbetaling {
    /// How long a payment that was begun can be gone on with, in seconds.
    static let goesOn: Int64 = 900

    /// Begins a payment of what is asked, or goes on with one that was begun a moment ago.
    public struct Beginning: Sendable {
        public var zaak: Identifier<Zaak>
        public var aanbieder: String

        public init(zaak: Identifier<Zaak>, aanbieder: String) {
            self.zaak = zaak
            self.aanbieder = aanbieder
        }

        public func run(in act: Act) throws -> Linkbetaling? {
            guard let asked = try act.tx.betaalverzoek(of: zaak, on: act.today), !asked.isVoldaan else { return nil }
            if let known = try act.tx.linkbetalingen.newest(of: zaak), known.bedrag == asked.bedrag,
                known.aanbieder == aanbieder, known.staat == .open || known.staat == .begonnen,
                act.now - known.moment < Linkbetaling.goesOn
            {
                return known
            }
            let one = Linkbetaling(
                id: act.newID(), zaak: zaak, aanbieder: aanbieder, extern: nil, adres: nil, bedrag: asked.bedrag,
                staat: .begonnen, moment: act.now)
            try act.tx.linkbetalingen.add(one)
            return one
        }
    }

    /// Keeps by which the provider knows a payment.
    public struct Opening: Sendable {
        public var linkbetaling: Identifier<Linkbetaling>
        public var start: ProviderStart

        public init(linkbetaling: Identifier<Linkbetaling>, start: ProviderStart) {
            self.linkbetaling = linkbetaling
            self.start = start
        }

        public func run(in act: Act) throws {
            try act.tx.linkbetalingen.open(linkbetaling, extern: start.id, adres: start.checkout)
            try Asking(linkbetaling: linkbetaling, beurt: 0).run(in: act)
        }
    }

    /// Takes in what became of a payment: one that was paid becomes a payment as one from the bank does, once.
    public struct Outcome: Sendable {
        public var payment: ProviderPayment
        public var aanbieder: String

        public init(payment: ProviderPayment, by aanbieder: String) {
            self.payment = payment
            self.aanbieder = aanbieder
        }

        public func run(in act: Act) throws {
            guard let one = try act.tx.linkbetalingen.find(extern: payment.id, by: aanbieder) else { return }
            switch payment.status {
            case .open, .pending, .authorized: return
            case .canceled, .expired, .failed: _ = try act.tx.linkbetalingen.end(one.id, as: .mislukt)
            case .paid: if try act.tx.linkbetalingen.end(one.id, as: .betaald) { try receive(one, act) }
            }
        }

        private func receive(_ one: Linkbetaling, _ act: Act) throws {
            let asked = try act.tx.betaalverzoek(of: one.zaak, on: act.today)
            let betaling = Betaling(
                id: act.newID(), sleutel: "\(aanbieder):\(payment.id)", rekening: asked?.iban.text ?? "",
                datum: act.today, bedrag: payment.amount, tegenrekening: payment.account, naam: payment.name,
                omschrijving: asked?.kenmerk ?? "", kenmerk: asked?.kenmerk, eindkenmerk: payment.id)
            try Betaling.Receipt(betaling: betaling, zaak: one.zaak).run(in: act)
            try act.tx.linkbetalingen.settle(one.id, by: betaling.id)
        }
    }
}

extension BankLine {
    /// Whether it tells of money that came in by a payment provider already: a payment by its identifier, or the payout
    /// of many from the provider's own account.
    func isPaidByProvider(in act: Act) throws -> Bool {
        guard entry.direction == .credit else { return false }
        if let end = entry.references.endToEnd, try act.tx.linkbetalingen.isPaid(end) { return true }
        let account = entry.counterparty.iban?.text
        return try account != nil && act.tx.instellingen[Linkbetaling.payoutSetting] == account
    }
}

extension Linkbetaling {
    /// The setting that names the account from which the provider pays out.
    public static let payoutSetting = "betalen.uitbetaling"
}

extension LinkbetalingStore {
    func isPaid(_ extern: String) throws -> Bool {
        try tx.first("SELECT 1 AS een FROM linkbetalingen WHERE extern = \(extern) AND staat = 'betaald'") != nil
    }
}
