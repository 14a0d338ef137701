public import Basics
import Database
public import Zaken

extension Poststuk {
    /// The form that asks who called after a crisis, and what came of it.
    public static let crisistaak = "crisis_bellen"

    /// Whether it speaks of a crisis, and waits for a call.
    public var isCrisis: Bool { !sortering.crisis.isEmpty }

    /// Asks for a call today where a crisis was placed: on its zaak, or on one that is open where that is closed. It is of who has
    /// the zaak, or else of who read the mail: never of nobody.
    func askForCall(on zaak: Zaak, from door: Medewerker, in act: Act) throws {
        guard isCrisis else { return }
        let open = zaak.isOpen ? zaak : try act.tx.zaken.all(of: zaak.partij).first(where: \.isOpen)
        guard let open, try act.tx.taken.waiting(for: open.id, formulier: Poststuk.crisistaak).isEmpty else { return }
        let quoted = sortering.crisis.map { "“\($0)”" }.joined(separator: ", ")
        try Taak.Opdracht(
            zaak: open.id, formulier: Poststuk.crisistaak, waarom: "\(reference) · \(quoted)", uiterlijk: act.today,
            behandelaar: open.behandelaar ?? door
        ).run(in: act)
    }

    /// The mail is taken out of the zaak: nobody needs to call for it, unless another of that zaak waits for the same.
    func withdrawCall(on zaak: Identifier<Zaak>, in act: Act) throws {
        guard isCrisis else { return }
        let others = try act.tx.poststukken.unanswered(on: zaak).filter { $0.isCrisis && $0.id != id }
        guard others.isEmpty else { return }
        for taak in try act.tx.taken.waiting(for: zaak, formulier: Poststuk.crisistaak) {
            try act.tx.taken.withdraw(taak.id)
        }
    }
}

extension PoststukStore {
    /// The mails that were placed in a zaak and wait for an answer, the most urgent first.
    public func unanswered(on zaak: Identifier<Zaak>) throws -> [Poststuk] {
        try tx.rows(
            """
            SELECT \(Poststuk.columns) FROM poststukken
            WHERE zaak_id = \(zaak) AND staat = 'geplaatst' AND beantwoord IS NULL ORDER BY uiterlijk, id LIMIT 20
            """
        ).map(Poststuk.init(row:))
    }
}
