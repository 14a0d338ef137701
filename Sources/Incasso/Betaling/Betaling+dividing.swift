public import Basics
import Database
import Exchange
import Klanten
public import Zaken

extension Betaling {
    /// What one zaak got of a payment.
    public struct Deel: Hashable, Sendable {
        public let zaak: Identifier<Zaak>
        public let bedrag: Money
    }
}

extension Act {
    /// The open claims of a zaak that a payment can pay. Money on a creditor's own account is that creditor's alone; on an
    /// account that no creditor has, such as one for several of them, it may pay all.
    func claims(of zaak: Identifier<Zaak>, payableBy betaling: Betaling) throws -> [Vordering] {
        let owners = Set(try tx.schuldeisers.all().filter { IBAN($0.iban) == IBAN(betaling.rekening) }.map(\.code))
        let open = try tx.vorderingen.all(of: zaak).filter(\.isOpen)
        let isOwned = !owners.isEmpty && IBAN(betaling.rekening) != nil
        return isOwned ? open.filter { owners.contains($0.schuldeiser) } : open
    }

    /// How a payment on a zaak is divided: over the zaken of the plan that it pays, by the plan's shares; else to that zaak.
    func division(of betaling: Betaling, on zaak: Identifier<Zaak>, invoice: String?) throws -> [Betaling.Deel] {
        let alone = [Betaling.Deel(zaak: zaak, bedrag: betaling.bedrag)]
        let next = try tx.regelingen.running(for: zaak)?.volgende?.open
        // Whoever points at an invoice, or pays exactly the instalment of this zaak, pays that (6:43 lid 1 BW).
        guard invoice == nil, next != betaling.bedrag else { return alone }
        let parts = try planned(with: zaak).map { one in
            (one.zaak, Verzamelplan.Aandeel(perMaand: one.perMaand, open: try payable(one.zaak, by: betaling)))
        }.filter { $0.1.open > .zero }
        guard parts.count > 1, parts.contains(where: { $0.0 == zaak }) else { return alone }
        let amounts = Verzamelplan.verdeel(betaling.bedrag, over: parts.map(\.1))
        return zip(parts, amounts).filter { $0.1 > .zero }.map { Betaling.Deel(zaak: $0.0.0, bedrag: $0.1) }
    }

    /// The zaken that are paid together with one, each with what is due there a month: those of its plan whose arrangement
    /// runs.
    func planned(with zaak: Identifier<Zaak>) throws -> [(zaak: Identifier<Zaak>, perMaand: Money)] {
        guard let plan = try tx.verzamelplannen.newest(of: zaak) else { return [] }
        return try plan.delen.keys.sorted { $0.text < $1.text }.compactMap { one in
            guard try tx.zaken.find(one)?.isOpen == true, let regeling = try tx.regelingen.running(for: one),
                let first = regeling.termijnen.first
            else { return nil }
            return (one, first.bedrag)
        }
    }

    private func payable(_ zaak: Identifier<Zaak>, by betaling: Betaling) throws -> Money {
        try claims(of: zaak, payableBy: betaling).map(\.saldo.totaal).sum
    }

    /// Whether an amount is what a person's plan asks in a month, and on which zaak that plan then begins.
    func planZaak(for partij: Identifier<Partij>, paying betaling: Betaling) throws -> Identifier<Zaak>? {
        guard let first = try tx.verzamelplannen.newest(for: partij)?.delen.keys.sorted(by: { $0.text < $1.text }).first
        else { return nil }
        let parts = try planned(with: first).filter { try payable($0.zaak, by: betaling) > .zero }
        guard parts.count > 1 else { return nil }
        let due = try parts.compactMap { try tx.regelingen.running(for: $0.zaak)?.volgende?.open }.sum
        return due == betaling.bedrag || parts.map(\.perMaand).sum == betaling.bedrag ? parts[0].zaak : nil
    }
}

extension BetalingStore {
    /// Over which zaken a payment was divided; nothing for one that went to a single zaak.
    public func delen(of id: Identifier<Betaling>) throws -> [Betaling.Deel] {
        try tx.rows("SELECT zaak_id, bedrag FROM betalingsdelen WHERE betaling_id = \(id) ORDER BY zaak_id").map {
            Betaling.Deel(zaak: try $0["zaak_id"], bedrag: try $0["bedrag"])
        }
    }

    func keep(_ delen: [Betaling.Deel], of id: Identifier<Betaling>) throws {
        try tx.run("DELETE FROM betalingsdelen WHERE betaling_id = \(id)")
        guard delen.count > 1 else { return }
        for deel in delen {
            try tx.run(
                "INSERT INTO betalingsdelen (betaling_id, zaak_id, bedrag) VALUES (\(id), \(deel.zaak), \(deel.bedrag))"
            )
        }
    }
}
