import Basics
import Database
import Klanten
public import Zaken

/// Asking who has a zaak whether a payment that waits is of it.
enum Plaatsingsvragen {
    static let formulier = Betaling.vraag

    /// What someone answered: it is booked here, or it is not of this zaak and stops nothing any more.
    @Sendable static func answered(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        let payments = try act.tx.plaatsingsvragen.payments(of: taak.id)
        guard answer["uitkomst"]?.text == "hier" else {
            return try act.tx.plaatsingsvragen.refuse(taak.id, on: act.today)
        }
        for betaling in payments {
            guard try act.tx.betalingen.find(betaling)?.staat == .tePlaatsen else { continue }
            try Betaling.Placement(betaling: betaling, zaak: zaak.id, reden: "hand").run(in: act)
        }
    }
}

extension Act {
    /// Whether nothing more is asked of a customer now, because money waits that likely is theirs; who has the zaak is asked to look.
    func wachtOpBetaling(_ zaak: Zaak) throws -> Bool {
        let waiting = try tx.wachtend(bij: zaak).filter(\.kandidaat.houdtOp)
        for one in waiting where try !tx.plaatsingsvragen.isAsked(one.betaling.id, of: zaak.id) {
            let taak = try Taak.Opdracht(
                zaak: zaak.id, formulier: Plaatsingsvragen.formulier, waarom: one.betaling.inWords, uiterlijk: today + 2
            ).run(in: self)
            try tx.plaatsingsvragen.ask(one.betaling.id, of: zaak.id, taak)
        }
        return !waiting.isEmpty
    }

    /// A payment has its place, or goes back: nobody needs to look for it any more.
    func endQuestions(about betaling: Identifier<Betaling>) throws {
        for taak in try tx.plaatsingsvragen.open(about: betaling) { try tx.taken.withdraw(taak) }
        try tx.plaatsingsvragen.forget(betaling)
    }
}

extension Incassodienst {
    /// Whether what falls due on a zaak waits until someone looked.
    public func wacht(_ zaak: Zaak, _ act: Act) throws -> Bool { try act.ophouding(of: zaak) != nil }
}

extension Betaling {
    /// The form that asks of a payment whether it is of a zaak.
    public static let vraag = "betaling_hier"

    /// Which payment it is among others: `€ 86,00 · 19-10-2026 · L. Voorbeeld`.
    fileprivate var inWords: String {
        let amount = "€ \(bedrag)".replacing(".", with: ",")
        let day = "\(datum.day)-\(datum.month)-\(datum.year)"
        return [amount, day, naam].compactMap(\.self).joined(separator: " · ")
    }
}
