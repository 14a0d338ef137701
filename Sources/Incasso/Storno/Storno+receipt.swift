import Basics
import Exchange
import Journal
import Recht
import Zaken

extension Storno {
    /// What became of a line in which the bank takes money back.
    enum Outcome: Hashable { case reversed, known, paymentUnknown }

    /// Takes in a line in which the bank takes money back: the payment leaves the ledger, and what follows is done.
    struct Receipt {
        let line: BankLine
        /// Further than this back no direct debit can be refunded (13 months when it was not authorised).
        static let reach = 400

        func run(in act: Act) throws -> Outcome {
            let key = line.entry.key(in: line.statement)
            guard try !act.tx.stornos.isKnown(key) else { return .known }
            guard let betaling = try act.tx.betalingen.returned(by: line), let zaak = betaling.zaak else {
                return .paymentUnknown
            }
            let code = line.entry.returned?.code ?? ReturnReason.reasonNotGiven.rawValue
            let storno = Storno(
                id: act.newID(), sleutel: key, betaling: betaling.id, zaak: zaak, code: code,
                gevolg: ReturnReason(rawValue: code)?.consequence ?? .manual, bedrag: betaling.bedrag,
                datum: line.day ?? act.today)
            let others = try act.tx.betalingen.delen(of: betaling.id).map(\.zaak).filter { $0 != zaak }
            try Betaling.Reversal(betaling: betaling.id, reden: code, isTeruggegaan: true).run(in: act)
            try act.tx.stornos.add(storno, at: act.now)
            try act.record(
                "storno", of: zaak,
                ["code": .string(code), "bedrag": JSON(storno.bedrag), "gevolg": .string(storno.gevolg.rawValue)])
            try act.stopCollecting(after: storno, betaling)
            for other in others { try act.reopen(other, after: storno) }
            try act.reopen(zaak, after: storno)
            try act.follow(zaak, code: code, storno.gevolg, storno.bedrag)
            return .reversed
        }
    }
}

extension Act {
    /// What the bank's reason asks: a taak for a person, and the state that begins with its word.
    func follow(
        _ zaak: Identifier<Zaak>, code: String, _ gevolg: ReturnReason.Consequence, _ bedrag: Money
    ) throws {
        guard let zaak = try tx.zaken.find(zaak), zaak.isOpen else { return }
        switch gevolg {
        case .death: try begin(.overlijden, on: zaak, because: code)
        case .dispute: try begin(.betwisting, on: zaak, because: code)
        case .stopAndAsk, .contact, .contactThenRetry, .technical, .manual: break
        }
        try Taak.Opdracht(
            zaak: zaak.id, formulier: gevolg.formulier, waarom: "\(code) \(bedrag)",
            uiterlijk: today + (gevolg == .contactThenRetry ? 0 : 2)
        ).run(in: self)
    }

    /// A zaak that was closed as paid is open again.
    fileprivate func reopen(_ zaak: Identifier<Zaak>, after storno: Storno) throws {
        guard try tx.zaken.find(zaak)?.isOpen == false else { return }
        try Zaak.Reopening(zaak: zaak, reden: storno.code).run(in: self)
    }

    /// The bank's word stops collection at once; a person then finds out.
    private func begin(_ kind: SpecialStateKind, on zaak: Zaak, because code: String) throws {
        do {
            try Toestand.Beginning(
                partij: zaak.partij, soort: kind, begin: today, verwachtEinde: today + 14, bewijs: code,
                door: Medewerker(actor.description)
            ).run(in: self)
        } catch ToestandRefusal.alreadyHolds {}
    }
}

extension ReturnReason.Consequence {
    /// The form of the taak that a person gets.
    var formulier: String {
        switch self {
        case .stopAndAsk: "storno_rekening"
        case .death: "storno_overlijden"
        case .contact: "storno_contact"
        case .contactThenRetry: "storno_opnieuw"
        case .dispute: "storno_betwisting"
        case .technical: "storno_techniek"
        case .manual: "storno_handmatig"
        }
    }
}

extension BankLine {
    var day: Day? { entry.booked ?? entry.value }

    /// Whether the bank takes back here what came in before.
    var takesBack: Bool {
        entry.isBooked && entry.currency == "EUR" && entry.direction == .debit
            && (entry.returned != nil || entry.isReversal)
    }
}

extension BetalingStore {
    /// The one payment that a line takes back: by its end-to-end reference, else by account and amount, the newest.
    func returned(by line: BankLine) throws -> Betaling? {
        let own = line.statement.iban?.text ?? line.statement.account
        let fitting = try placed(
            on: own, line.entry.amount, since: (line.day ?? Day(number: 0)) + -Storno.Receipt.reach)
        if let reference = line.entry.references.endToEnd {
            let named = fitting.filter { $0.eindkenmerk == reference }
            if named.count == 1 { return named[0] }
        }
        let account = line.entry.counterparty.iban?.text ?? line.entry.counterparty.account
        return account.flatMap { account in fitting.first { $0.tegenrekening == account } }
    }
}
