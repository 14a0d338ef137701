import Basics
import Foundation
import Incasso
import Sturing

/// The figures of a page as a file: the same values, period by period.
struct SturingExport {
    /// What file it becomes.
    enum Form: String, Sendable, CaseIterable {
        case csv, xlsx

        var type: String {
            switch self {
            case .csv: "text/csv; charset=utf-8"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        }
    }

    let found: SturingLook
    let words: Words

    func data(_ form: Form) throws -> Data {
        switch form {
        case .csv: Data(figures.csv(decimaal: words.language == .nl ? "," : ".").utf8)
        case .xlsx: try Werkboek([figures, parts]).data()
        }
    }

    /// Each figure, and what belongs beside it, with its value in each period.
    var figures: Tabel {
        let heads = ["kpi", "name", "part", "unit", "creditor"].map { words("sturing.column_\($0)") }
        return Tabel(
            naam: words("sturing.title"),
            kop: heads + found.reeks.map { words.period($0.periode) } + [words("sturing.column_formula")],
            rijen: Kpi.allCases.flatMap(rows))
    }

    private func rows(_ kpi: Kpi) -> [[Tabel.Cel]] {
        let series = found.reeks.map { kpi.cijfer($0.tellingen) }
        let beside = series.last?.bij.map(\.naam) ?? []
        let main = row(kpi, "", unit: words("sturing.unit_\(kpi.eenheid.rawValue)"), series.map(\.getal))
        return [main]
            + beside.map { name in
                row(kpi, words("sturing.beside_\(name)"), unit: "", series.map { $0.value(named: name) })
            }
    }

    private func row(_ kpi: Kpi, _ part: String, unit: String, _ values: [Getal?]) -> [Tabel.Cel] {
        [
            .tekst(kpi.rawValue), .tekst(words("sturing.name_\(kpi.rawValue)")), .tekst(part), .tekst(unit),
            .tekst(creditor),
        ]
            + values.map { $0.map { .getal($0.text) } ?? .leeg } + [.tekst(words("sturing.formula_\(kpi.rawValue)"))]
    }

    /// What was counted in the period asked for.
    var parts: Tabel {
        let heads = ["kpi", "part", "count", "cases", "amount"].map { words("sturing.column_\($0)") }
        let counted = found.reeks.last?.tellingen ?? Tellingen()
        return Tabel(
            naam: words("sturing.column_part"), kop: heads,
            rijen: Kpi.allCases.flatMap { kpi in
                kpi.onderdelen.map { deel in
                    let one = counted[deel]
                    return [
                        .tekst(kpi.rawValue), .tekst(words("sturing.tab_\(deel.rawValue)")), .getal("\(one.aantal)"),
                        .getal("\(one.zaken)"), .getal(one.bedrag.description),
                    ]
                }
            })
    }

    private var creditor: String {
        found.creditors.first { $0.code == found.asked.schuldeiser }?.naam ?? words("sturing.all_creditors")
    }
}

extension Cijfer {
    fileprivate func value(named name: String) -> Getal? {
        guard case .bekend(let getal)? = bij.first(where: { $0.naam == name })?.waarde else { return nil }
        return getal
    }
}
