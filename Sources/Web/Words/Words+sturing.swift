import Basics
import Sturing

extension Words {
    /// A number with a point, as the reader writes it: `1.234,50`.
    func decimal(_ text: String) -> String {
        let isNegative = text.hasPrefix("-")
        let halves = text.drop { $0 == "-" }.split(separator: ".").map(String.init)
        let whole = Int(halves.first ?? "").map(number) ?? halves.first ?? ""
        let mark = language == .nl ? "," : "."
        return (isNegative ? "−" : "") + whole + (halves.count > 1 ? mark + halves[1] : "")
    }

    /// A figure with its unit.
    func figure(_ getal: Getal) -> String {
        switch getal {
        case .aantal, .cijfer: decimal(getal.text)
        case .bedrag(let amount): money(amount)
        case .procent: decimal(getal.text) + "%"
        case .dagen: self("sturing.days", ["n": decimal(getal.text)])
        case .fte: self("sturing.fte", ["n": decimal(getal.text)])
        }
    }

    /// Why there is no figure, and what to do about it.
    func missing(_ reason: Ontbreekt) -> String {
        switch reason {
        case .nietVanToepassing: self("sturing.not_applicable")
        case .kerncijfer(let kind): self("sturing.missing_own", ["what": self("sturing.own_\(kind.rawValue)")])
        case .vertrokkenen: self("sturing.missing_left")
        case .teWeinigAntwoorden: self("sturing.missing_answers")
        }
    }

    /// A figure, or a few words why there is none.
    func short(_ waarde: Cijfer.Waarde) -> String {
        switch waarde {
        case .bekend(let getal): figure(getal)
        case .onbekend(.nietVanToepassing): self("sturing.not_applicable_short")
        case .onbekend: self("common.unknown")
        }
    }

    /// `4e kwartaal 2026`, `november 2026`, `2026`, `1 januari 2026 t/m 31 maart 2026`.
    func period(_ periode: Periode) -> String {
        switch periode.soort {
        case .maand: self("dates.month\(periode.van.month)") + " \(periode.van.year)"
        case .kwartaal:
            self("sturing.quarter", ["n": "\((periode.van.month + 2) / 3)", "year": "\(periode.van.year)"])
        case .jaar: "\(periode.van.year)"
        case .vrij: self("sturing.span", ["from": date(periode.van), "to": date(periode.tot)])
        }
    }
}
