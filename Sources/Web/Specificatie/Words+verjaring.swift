import Basics
import Incasso
import Recht
import Zaken

extension Words {
    /// The claims that lapse, as the night found them, with the way to the next.
    func lapsing(_ list: Verjaringslijst, after: Int, size: Int, today: Day) -> VerjaringPage {
        let next = after + size
        return VerjaringPage(
            lines: list.regels.map { line in
                VerjaringPage.Line(
                    claim: line.vordering.omschrijving, zaak: line.zaak.nummer,
                    path: SpecificatiePaths.specification(line.zaak.id), open: money(line.vordering.saldo.totaal),
                    ends: date(line.verjaring.ends), state: lapse(line.verjaring, today: today))
            },
            found: list.bijgewerkt.map { self("spec.lapsing_as_of", count: list.aantal, ["day": date($0)]) }
                ?? self("spec.lapsing_no_night"),
            more: next < list.aantal
                ? Way(self("spec.lapsing_more"), SpecificatiePaths.lapsing() + "?vanaf=\(next)") : nil)
    }
}
