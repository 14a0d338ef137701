import Basics
import Zaken

extension ZaakPageMaker {
    /// What was typed in a form that is no longer there to be sent, so that it is not lost.
    var kept: ZaakPage.Kept? {
        guard refusal != nil, asked.path != nil, may(.zaakBijwerken),
            !look.taken.contains(where: { $0.id.text == asked.taak && isDoable($0) })
        else { return nil }
        let text = asked.form.pairs.compactMap { typed($0.name, $0.value) }.joined(separator: "\n")
        return text.isEmpty ? nil : ZaakPage.Kept(path: ZaakPaths.notes(zaak.id), text: String(text.prefix(4_000)))
    }

    /// Whether it can be done now: a taak of the process not while the zaak stands still.
    func isDoable(_ taak: Taak) -> Bool { taak.staat == .open && (zaak.opgeschort == nil || taak.soort == .los) }

    /// An answer with its question, in the words of the form.
    private func typed(_ name: String, _ value: String) -> String? {
        guard !value.trimmingSpace.isEmpty,
            !["csrf", "aan", "van", "taak", "keuze", "variabele", "toch"].contains(name)
        else { return nil }
        let veld = asked.taak == nil ? nil : playbook.formulieren.values.lazy.flatMap(\.velden).first { $0.id == name }
        let answer = veld?.opties.first { $0.waarde == value }?.label[language] ?? value
        return "\(veld?.label[language] ?? name): \(answer)"
    }
}
