import Basics
import Incasso
import Zaken

/// A payment beside the zaak where someone wants it: what differs, to look at before it is placed there.
struct PlaatsingPage: Page {
    let amount: String
    let day: String
    let payment: String
    let number: String
    let zaak: String
    let rows: [Row]
    let act: String

    struct Row: Sendable {
        let name: String
        let payer: String
        let customer: String
        let state: Chip
    }

    static let template = "betalingen/plaatsing"
    static let area: Area? = .betalingen

    static let sample = PlaatsingPage(
        amount: "€\u{A0}86,00", day: "di 9 juni", payment: "/betalingen/1", number: "ZAAK-2026-000412",
        zaak: "/zaken/1",
        rows: [
            Row(
                name: "Naam", payer: "Familie van huurder", customer: "Klant 10482", state: Chip("anders", "attention")),
            Row(name: "Bedrag", payer: "€\u{A0}86,00", customer: "€\u{A0}86,00", state: Chip("gelijk", "calm")),
        ], act: "/betalingen/1/plaatsing")
}

extension PlaatsingPage {
    init(_ betaling: Betaling, _ zaak: Zaak, _ beside: Betaling.Vergelijking, _ words: Words, today: Day) {
        amount = words.money(betaling.bedrag)
        day = words.day(betaling.datum, today: today)
        payment = BetalingPaths.betaling(betaling.id)
        (number, self.zaak) = (zaak.nummer, ZaakPaths.zaak(zaak.id))
        act = BetalingPaths.placement(betaling.id)
        rows = Betaling.Vergelijking.Punt.allCases.map { point in
            let isMoney = point == .bedrag
            let none = words("payments.not_known")
            let payer = isMoney ? words.money(betaling.bedrag) : beside.betaler[point] ?? ""
            let customer = isMoney ? words.money(zaak.bedrag) : beside.klant[point] ?? ""
            return Row(
                name: words("payments.point_\(point.rawValue)"), payer: payer.isEmpty ? none : payer,
                customer: customer.isEmpty ? none : customer,
                state: beside.overeen.contains(point)
                    ? Chip(words("payments.same"), "calm")
                    : payer.isEmpty || customer.isEmpty
                        ? Chip(words("payments.unsaid"), "unknown") : Chip(words("payments.differs"), "attention"))
        }
    }
}
