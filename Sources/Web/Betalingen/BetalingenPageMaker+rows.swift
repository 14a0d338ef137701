import Basics
import Incasso
import Klanten
import Zaken

extension BetalingenPageMaker {
    func row(_ one: Betaling, _ candidates: [Betaling.Kandidaat]) -> BetalingenPage.Row {
        let account = one.tegenrekening?.accountEnd
        let from = [rights.seen(name: one.naam), account].compactMap(\.self).joined(separator: " · ")
        let mayPlace = one.staat == .tePlaatsen && rights.contains(.vorderingBoeken)
        return BetalingenPage.Row(
            id: "betaling-\(one.id.text)", path: BetalingPaths.betaling(one.id), amount: words.money(one.bedrag),
            day: words.day(one.datum, today: today),
            from: from.isEmpty ? nil : from,
            text: [one.omschrijving, one.kenmerk ?? ""].first { !$0.isEmpty },
            state: Chip(one, words), reason: reason(of: one), candidates: candidates.map(candidate),
            zaak: one.zaak.flatMap { id in found.numbers[id].map { Way($0, ZaakPaths.zaak(id)) } },
            placement: mayPlace ? BetalingPaths.placement(one.id) : nil)
    }

    /// A rule's code in words, or what a person said.
    func reason(of one: Betaling) -> String {
        guard let reason = one.reden else { return "" }
        return words.text("imports.why_\(reason)") ?? reason
    }

    private func candidate(_ one: Betaling.Kandidaat) -> BetalingenPage.Candidate {
        let grounds = Betaling.Kandidaat.Grond.allCases.filter(one.gronden.contains)
        return BetalingenPage.Candidate(
            number: one.zaak.nummer,
            label: [one.zaak.nummer, rights.seen(name: one.klant.naam), words.money(one.zaak.bedrag)].compactMap(\.self)
                .joined(separator: " · "),
            grounds: grounds.map { words("payments.ground_\($0.rawValue)") }.joined(separator: ", "))
    }
}

extension Chip {
    /// Where a payment is.
    init(_ one: Betaling, _ words: Words) {
        let isBack = one.terugbetaald != nil && one.staat == .terugTeBetalen
        let tone =
            switch one.staat {
            case .tePlaatsen: "attention"
            case .geplaatst: "calm"
            case .terugTeBetalen: isBack ? "" : "note"
            }
        self.init(words(isBack ? "payments.state_terugbetaald" : "payments.state_\(one.staat.rawValue)"), tone)
    }
}
