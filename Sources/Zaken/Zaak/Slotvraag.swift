import Basics
import Engine
import Journal

/// The question with which result a zaak closes, where its process has ended and the result that the drawing or the zaaktype gives is
/// not true: no record says paid in full while something is open.
public enum Slotvraag {
    /// The form by which a person answers.
    public static let formulier = "resultaat_kiezen"
    /// The answer that the zaak does not close: its process goes back to where it stood before it ended.
    public static let terug = "terug"
    /// The entry that says that the process ended, with what is open then.
    static let gevraagd = "resultaat_gevraagd"
    /// Whose work it is: closing is a decision.
    private static let baan = "Teamleider"

    /// Asks it; what the drawing said is not kept, for it is not so.
    static func ask(of zaak: Zaak, in act: Act) throws {
        var zaak = zaak
        if zaak.resultaat != nil {
            zaak.resultaat = nil
            try act.save(&zaak)
        }
        try act.record(gevraagd, of: zaak.id, ["bedrag": JSON(zaak.bedrag)])
        let type = try act.zaaktype(of: zaak)
        try Taak.Opdracht(
            zaak: zaak.id, formulier: formulier, uiterlijk: act.today + type.taakdagen, groep: type.groep(forLane: baan)
        ).run(in: act)
    }

    /// The process of a zaak that was not closed goes on where it stood before it ended.
    public static func goBack(_ zaak: Zaak, in act: Act) throws {
        guard let kept = try act.tx.processen.kept(of: zaak.id), case .running = kept.status else {
            throw ZaakRefusal.nothingToReturnTo
        }
        var run = try ProcessRun(restoring: kept, for: zaak, in: act)
        try run.offerAgain()
    }
}

extension Playbook {
    /// The results with which a zaak can truly close now.
    public func resultaten(for zaak: Zaak, in act: Act) throws -> [Zaaktype.Resultaattype] {
        try (zaaktypen[zaak.zaaktype]?.resultaten ?? []).filter { try slottoets($0.code, zaak, act) }
    }
}
