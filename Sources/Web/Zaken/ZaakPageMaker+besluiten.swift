import Basics
import Zaken

extension ZaakPageMaker {
    /// The decisions as they stand, the newest first.
    var decisions: [BesluitPart] { look.besluiten.reversed().map(decision) }

    private func decision(_ one: Zaakbesluit) -> BesluitPart {
        let rules = one.regels.map { words.number($0) }.joined(separator: ", ")
        return BesluitPart(
            name: words.drawn(one.naam), outcome: words.drawn(words.fact(one.waarde)),
            path: DecisionPaths.model(one.model) + "?versie=\(one.versie)&tabel=\(one.beslissing)",
            rule: words(
                "decisions.rule_of", count: one.regels.count,
                ["rules": rules, "version": words.number(one.versie)]),
            reasons: one.waarom.map { BesluitPart.Reason(text: words.drawn($0)) },
            facts: one.invoer.sorted { $0.key < $1.key }.map { name, value in
                .init(name: words.drawn(name), value: words.drawn(words.fact(value)))
            },
            changed: one.reden.map { reason in
                words(
                    "decisions.changed_by",
                    [
                        "who": look.colleagues.name(of: one.door, words),
                        "day": words.day(one.moment.day, today: today), "reason": reason,
                    ])
            }, revision: revision(of: one))
    }

    private func revision(of one: Zaakbesluit) -> Sheet? {
        let outcomes = one.outcomes(in: playbook.beslissingen, on: today).filter { $0 != one.waarde.text }
        guard may(.zaakAfwijken), zaak.isOpen, zaak.opgeschort == nil, !outcomes.isEmpty else { return nil }
        return sheet(
            ZaakPaths.decisions(zaak.id),
            [
                Field(
                    "waarde", words("decisions.new_outcome"), .choice(outcomes.map { Option($0, words.drawn($0)) }),
                    id: "\(one.variabele)-waarde", isRequired: true),
                Field("reden", words("zaak.reason"), .text(""), id: "\(one.variabele)-reden", isRequired: true),
            ], hidden: [.init(name: "variabele", value: one.variabele)])
    }
}
