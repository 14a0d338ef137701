import Basics
import Zaken

extension ZaakPageMaker {
    /// What was typed in the form of a taak that is no longer there to be done, so that it is not lost.
    var kept: ZaakPage.Kept? {
        guard refusal != nil, let id = asked.taak, may(.zaakBijwerken),
            !look.taken.contains(where: { $0.id.text == id && isDoable($0) })
        else { return nil }
        let text = asked.form.pairs.compactMap { typed($0.name, $0.value) }.joined(separator: "\n")
        return text.isEmpty ? nil : ZaakPage.Kept(path: ZaakPaths.notes(zaak.id), text: String(text.prefix(4_000)))
    }

    /// Whether it can be done now: a taak of the process not while the zaak stands still.
    func isDoable(_ taak: Taak) -> Bool { taak.staat == .open && (zaak.opgeschort == nil || taak.soort == .los) }

    /// An answer with its question, in the words of the form.
    private func typed(_ name: String, _ value: String) -> String? {
        guard !value.trimmingSpace.isEmpty, !["csrf", "aan", "taak", "keuze"].contains(name) else { return nil }
        let veld = playbook.formulieren.values.lazy.flatMap(\.velden).first { $0.id == name }
        let answer = veld?.opties.first { $0.waarde == value }?.label[language] ?? value
        return "\(veld?.label[language] ?? name): \(answer)"
    }
}
