public import Basics
public import Database
public import Exchange
import Klanten
public import Zaken

/// What someone is asked to pay now, and all that is needed to do so: nothing about who they are.
public struct Betaalverzoek: Hashable, Sendable {
    public let zaak: Identifier<Zaak>
    public let schuldeiser: String
    public let iban: IBAN
    public let kenmerk: String
    /// The whole of what is open, or the instalment that is due; nothing when all is paid.
    public let bedrag: Money
    /// The instalments that it is for, the oldest first; none without an arrangement.
    public let termijnen: [Betalingsregeling.Termijn]
    public let telefoon: String
    /// What it is for where no arrangement says so, the oldest first.
    public let posten: [Post]
    /// The last day of a pause in which nothing needs to be paid.
    public let rustTot: Day?

    /// A claim that is open: what for, and when it was or is due.
    public struct Post: Hashable, Sendable {
        public let omschrijving: String
        public let vervaldag: Day
        public let open: Money
    }

    /// The same for another amount, such as that of the claims in a letter.
    func asking(_ amount: Money) -> Betaalverzoek {
        Betaalverzoek(
            zaak: zaak, schuldeiser: schuldeiser, iban: iban, kenmerk: kenmerk, bedrag: amount, termijnen: [],
            telefoon: telefoon, posten: [], rustTot: rustTot)
    }

    public var isVoldaan: Bool { bedrag <= .zero }

    /// The code that a bank app reads as a filled-in transfer (EPC 069-12).
    public var qr: QRCode? {
        let reference = CreditorReference(kenmerk)
        return EpcQR(
            name: String(schuldeiser.prefix(70)), iban: iban, amount: bedrag, reference: reference,
            text: reference == nil ? kenmerk : ""
        ).flatMap { QRCode($0.payload) }
    }
}

extension Transaction {
    /// What is asked on a zaak today: the instalments that are due, or else the next; without an arrangement all that is
    /// open to the creditor of the oldest claim.
    public func betaalverzoek(of id: Identifier<Zaak>, on today: Day) throws -> Betaalverzoek? {
        guard let zaak = try zaken.find(id) else { return nil }
        let all = try vorderingen.all(of: id)
        let open = all.filter(\.isOpen)
        guard let claim = open.first ?? all.first, let creditor = try schuldeisers.find(claim.schuldeiser),
            let iban = IBAN(creditor.iban)
        else { return nil }
        let asked = open.filter { $0.schuldeiser == claim.schuldeiser }
        let own = asked.map(\.saldo.totaal).sum
        let due = try zaak.isOpen ? regelingen.running(for: id)?.due(on: today) ?? [] : []
        return Betaalverzoek(
            zaak: id, schuldeiser: creditor.naam, iban: iban, kenmerk: claim.kenmerk,
            bedrag: due.isEmpty ? own : min(due.map(\.open).sum, own), termijnen: due, telefoon: creditor.telefoon,
            posten: due.isEmpty ? asked.map(Betaalverzoek.Post.init).sorted { $0.vervaldag < $1.vervaldag } : [],
            rustTot: try pauzes.running(for: zaak.partij)?.einde)
    }
}

extension Betaalverzoek.Post {
    fileprivate init(_ claim: Vordering) {
        self.init(omschrijving: claim.omschrijving, vervaldag: claim.vervaldatum, open: claim.saldo.totaal)
    }
}

extension Betalingsregeling {
    /// All that was due by a day and is not paid, or else what is due next.
    fileprivate func due(on today: Day) -> [Termijn] {
        let late = open(until: today)
        return late.isEmpty ? volgende.map { [$0] } ?? [] : late
    }

    /// The instalments due by a day that are not paid whole, the oldest first.
    func open(until day: Day) -> [Termijn] { termijnen.filter { !$0.open.isZero && $0.vervaldag <= day } }
}
