import Basics
import Engine

extension Procesbericht {
    /// The form by which a person says what becomes of it.
    public static let formulier = "bericht_niet_bezorgd"

    /// A person sees that it goes nowhere: at the zaak that sent it, or where that is closed at the first that awaits it.
    func report(_ why: Berichtroute.Vastgelopen, in act: Act) throws {
        try recordAtSender("bericht_vastgelopen", ["reden": .string(why.code)], in: act)
        guard let zaak = try place(of: why, in: act) else { return }
        let taak = try Taak.Opdracht(
            zaak: zaak.id, formulier: Procesbericht.formulier,
            waarom: [naam, sleutel, why.code].compactMap(\.self).joined(separator: " · "),
            uiterlijk: act.today + act.zaaktype(of: zaak).taakdagen
        ).run(in: act)
        try act.tx.procesberichten.keep(self, stuck: taak, at: zaak.id)
    }

    private func place(of why: Berichtroute.Vastgelopen, in act: Act) throws -> Zaak? {
        var places = [van].compactMap(\.self)
        if case .meerOntvangers(let receivers) = why { places += receivers }
        return try places.lazy.compactMap { try act.tx.zaken.find($0) }.first(where: \.isOpen)
    }

    /// What someone answered: try again, now that something was mended, or let it go.
    @Sendable static func follow(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        guard var bericht = try act.tx.procesberichten.takeStuck(taak.id) else { return }
        let reason: [String: JSON] = ["reden": answer["toelichting"] ?? .null]
        guard answer["uitkomst"]?.text == "opnieuw" else {
            return try bericht.record("bericht_vervallen", of: zaak.id, reason, in: act)
        }
        bericht.keten = []
        bericht.verloopt = max(bericht.verloopt, Procesbericht.bewaard(from: act.now))
        try bericht.deal(in: act)
    }
}
