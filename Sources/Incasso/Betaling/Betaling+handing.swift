public import Basics
public import Database
import Exchange
import Klanten
public import Zaken

extension Betaling {
    /// A person says where a payment belongs. Where neither account nor name nor reference points there, they first see
    /// what differs and say that it is meant.
    public struct HandPlacement: Sendable {
        public var betaling: Identifier<Betaling>
        public var zaak: Identifier<Zaak>
        public var isBevestigd: Bool

        public init(betaling: Identifier<Betaling>, zaak: Identifier<Zaak>, isBevestigd: Bool) {
            (self.betaling, self.zaak, self.isBevestigd) = (betaling, zaak, isBevestigd)
        }

        public func run(in act: Act) throws {
            guard let found = try act.tx.betalingen.find(betaling) else { throw BetalingRefusal.unknownBetaling }
            guard let zaak = try act.tx.zaken.find(zaak) else { throw BetalingRefusal.unknownZaak }
            let matches = try found.vergelijking(met: zaak, in: act.tx).overeen
            guard isBevestigd || !matches.isDisjoint(with: [.rekening, .naam, .kenmerk]) else {
                throw BetalingRefusal.unsure(zaak.id)
            }
            try Placement(betaling: betaling, zaak: zaak.id, reden: "hand").run(in: act)
        }
    }

    /// A payment beside a zaak: what agrees, and what each says.
    public struct Vergelijking: Hashable, Sendable {
        public enum Punt: String, Hashable, Sendable, CaseIterable { case naam, rekening, kenmerk, bedrag }

        public let overeen: Set<Punt>
        /// What the bank told of the payer.
        public let betaler: [Punt: String]
        /// What is known of the customer and the zaak.
        public let klant: [Punt: String]
    }

    /// Holds a payment beside a zaak.
    public func vergelijking(met zaak: Zaak, in tx: Transaction) throws -> Vergelijking {
        let all = try tx.vorderingen.all(of: zaak.id)
        let claims = all.filter(\.isOpen)
        let person = try tx.partijen.find(zaak.partij)
        var same: Set<Vergelijking.Punt> = []
        if let account = tegenrekening {
            let learned = try tx.betalingen.payees(from: account)
            if person?.iban == account || learned == [zaak.partij] { same.insert(.rekening) }
        }
        if let kenmerk, all.contains(where: { $0.kenmerk == kenmerk }) { same.insert(.kenmerk) }
        if zaak.bedrag == bedrag || claims.contains(where: { $0.saldo.totaal == bedrag }) { same.insert(.bedrag) }
        if try people(in: tx).contains(where: { $0.id == zaak.partij }) { same.insert(.naam) }
        return Vergelijking(
            overeen: same,
            betaler: [
                .naam: naam ?? "", .rekening: tegenrekening ?? "", .kenmerk: kenmerk ?? omschrijving,
                .bedrag: bedrag.description,
            ],
            klant: [
                .naam: person?.naam ?? "", .rekening: person?.iban ?? "",
                .kenmerk: claims.map(\.kenmerk).joined(separator: ", "), .bedrag: zaak.bedrag.description,
            ])
    }
}
