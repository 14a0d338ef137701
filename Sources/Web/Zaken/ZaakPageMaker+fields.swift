import Basics
import Journal
import Zaken

extension ZaakPageMaker {
    /// The advice that was taken over for a taak.
    func adopted(for taak: Taak) -> Overgenomen? { asked.adopted?.taak == taak.id ? asked.adopted : nil }

    /// The field of a form, with what was sent before, or what is known already and where from.
    func field(_ veld: Formulier.Veld, of taak: Taak) -> Field {
        let isSent = asked.taak == taak.id.text
        let before = isSent ? nil : before(veld, of: taak)
        let hint = [veld.help?[language], before?.origin].compactMap(\.self).joined(separator: " ")
        return Field(
            veld.id, veld.label[language],
            kind(veld, isSent ? asked.form.raw(veld.id) ?? "" : before?.value.written ?? ""),
            id: "taak-\(taak.id.text)-\(veld.id)", hint: hint.isEmpty ? nil : hint,
            problem: isSent ? problem(veld) : nil, isRequired: veld.verplicht,
            condition: veld.tonen.flatMap(Field.Condition.init(feel:)))
    }

    /// What a field begins with and where that comes from: what was sent back, a proposal, an advice that
    /// was taken over, or an earlier step.
    private func before(_ veld: Formulier.Veld, of taak: Taak) -> (value: JSON, origin: String?)? {
        if let back = look.teruggestuurd[taak.id]?.voorstel, back.formulier == taak.formulier,
            case let value = back.uitkomst[veld.id], value != .null
        {
            return (value, nil)
        }
        let proposed = veld.start(known: known)
        if proposed != .null { return (proposed, isProposed(veld) ? words("zaak.from_proposal") : nil) }
        let advised = adopted(for: taak)?.perMonth.map { ["advies": ["perMaand": JSON($0)]] as [String: JSON] }
        if let advised, case let value = veld.start(known: known.merging(advised) { $1 }), value != .null {
            return (value, words("zaak.from_advice"))
        }
        return veld.eerder ? answered(veld, for: taak) : nil
    }

    /// Whether it begins with a value that is there only because it was proposed.
    private func isProposed(_ veld: Formulier.Veld) -> Bool {
        veld.start(known: known.filter { $0.key != "voorstel" }) == .null
    }

    /// How many days an answer holds without being asked again: of another step, and of the same one that comes round at once.
    private static let (longest, again) = (7, 90)

    /// What was answered to the same question in a step that was done shortly before, or in this one the round before.
    private func answered(_ veld: Formulier.Veld, for taak: Taak) -> (value: JSON, origin: String?)? {
        let done = look.entries.lazy.filter { $0.kind == "taak_afgerond" }
        let isRound = done.first?.content["formulier"].text == taak.formulier
        let steps = done.filter { entry in
            let holds = isRound && entry.content["formulier"].text == taak.formulier ? Self.again : Self.longest
            return entry.moment.day >= today - holds
        }
        guard let entry = steps.first(where: { $0.content["uitkomst"][veld.id] != .null }) else { return nil }
        let answer = entry.content["uitkomst"][veld.id]
        guard veld.soort != .keuze || veld.opties(known: known).contains(where: { $0.waarde == answer.text }) else {
            return nil
        }
        let step = entry.content["formulier"].text.flatMap { playbook.formulieren[$0]?.naam[language] }
        let origin = words(
            "zaak.from_step",
            ["step": step ?? words("work.unnamed_step"), "day": words.ago(entry.moment.day, today: today)])
        return (answer, origin)
    }
}
