import Basics
import Exchange
import Incasso
import Zaken

extension VroegsignaleringMaker {
    /// What the municipality reported of a signal, and what that asks of a person.
    func report(_ one: Terugmelding) -> VroegsignaleringPage.Report {
        let waits = one.gewogen == nil
        let lines = [
            words("early.reported_\(one.bron.rawValue)", ["day": words.date(one.dag), "who": who(one)]),
            one.opgepakt.map { words("early.taken_up", ["day": words.date($0)]) },
            one.gezocht.isEmpty
                ? nil
                : words("early.sought", count: one.pogingen.gedaan, ["reached": words.number(one.pogingen.bereikt)]),
            one.toelichting.isEmpty ? nil : one.toelichting,
        ]
        return VroegsignaleringPage.Report(
            title: words("early.result_\(one.uitslag.rawValue)"),
            detail: lines.compactMap(\.self).joined(separator: " · "),
            state: waits ? Chip(words("early.to_weigh"), "attention") : nil,
            weighing: waits && one.taak == nil && look.zaak.status != "uitzondering" && canChange
                ? Sheet(
                    SignaalPaths.weighing(one.id),
                    [
                        Field(
                            "reden", words("early.weigh_why"), .text(""), id: "weging-\(one.id.text)", isRequired: true)
                    ], sent: sent) : nil)
    }

    private func who(_ one: Terugmelding) -> String { look.colleagues.name(of: one.door, words) }

    /// The form for what a municipality told by telephone or mail, about the newest signal that it has.
    var reporting: Sheet? {
        guard let signal = look.signalen.map(\.signaal).first(where: { $0.isBekend || $0.isOnderweg }) else {
            return nil
        }
        let results = EarlyWarningResult.allCases.map { Option($0.rawValue, words("early.result_\($0.rawValue)")) }
        return Sheet(
            SignaalPaths.report(signal.id),
            [
                Field(
                    "uitslag", words("early.result"), .list(results), id: "terugmelding-uitslag", isRequired: true),
                Field("dag", words("early.reported_on"), .date(""), id: "terugmelding-dag", isRequired: true),
                Field("opgepakt", words("early.taken_up_on"), .date(""), id: "terugmelding-opgepakt"),
                Field(
                    "toelichting", words("early.told_how"), .text(""), id: "terugmelding-toelichting",
                    hint: words("early.told_how_hint")),
            ], sent: sent)
    }
}
