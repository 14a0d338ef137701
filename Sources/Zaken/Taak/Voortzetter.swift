/// Who did a taak, and goes on with what the process asks for next in the same zaak: one talk is not cut in three.
struct Voortzetter {
    let wie: Medewerker
    let als: Bevoegdheid
    /// Whether that taak decided on what a colleague proposed.
    let besluit: Bool

    /// The taak as theirs, where nobody has it, it is for one of their groups, and they have the right that its form takes.
    func keeps(_ taak: Taak, _ playbook: Playbook) -> Taak {
        guard taak.behandelaar == nil, !als.groepen.isDisjoint(with: taak.groepen.names), mayDo(taak, playbook) else {
            return taak
        }
        var kept = taak
        kept.behandelaar = wie
        return kept
    }

    private func mayDo(_ taak: Taak, _ playbook: Playbook) -> Bool {
        taak.formulier.flatMap { playbook.formulieren[$0]?.recht }.map(als.heeft) ?? true
    }
}
