import Basics
import Recht
import Zaken

extension Act {
    /// One plan over zaken of several creditors: to whom what is paid each month, each its account; nothing where the letter
    /// already says all.
    func samenFacts(for zaak: Zaak) throws -> [String: JSON] {
        guard let plan = try tx.verzamelplannen.newest(of: zaak.id),
            let first = try tx.regelingen.running(for: zaak.id)?.termijnen.first, first.vervaldag >= plan.eersteDag
        else { return Act.nietSamen }
        let parts = try plan.delen.sorted { $0.key.text < $1.key.text }.compactMap { try part(of: $0.key, $0.value) }
        // One account takes it all: what each zaak gets is found by itself.
        guard Set(parts.map(\.creditor)).count > 1 else { return Act.nietSamen }
        return ["samenBedrag": JSON(parts.map(\.amount).sum), "samenDelen": .array(parts.map(\.facts))]
    }

    private static let nietSamen: [String: JSON] = ["samenBedrag": .null, "samenDelen": .null]

    /// What a zaak gets each month: as it was agreed there, else as it was planned; nothing once all is paid.
    private func part(of id: Identifier<Zaak>, _ planned: Money) throws -> (
        creditor: String, amount: Money, facts: JSON
    )? {
        guard let zaak = try tx.zaken.find(id), zaak.isOwed,
            let claim = try tx.vorderingen.all(of: id).first(where: \.isOpen),
            let creditor = try tx.schuldeisers.find(claim.schuldeiser)
        else { return nil }
        let amount = try tx.regelingen.running(for: id)?.termijnen.first?.bedrag ?? planned
        return (
            creditor.code, amount,
            [
                "naam": .string(creditor.naam), "iban": .string(creditor.iban), "kenmerk": .string(claim.kenmerk),
                "bedrag": JSON(amount), "zaak": .string(zaak.nummer),
            ]
        )
    }
}
