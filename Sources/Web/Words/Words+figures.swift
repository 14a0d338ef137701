import Basics

extension Words {
    /// An amount as the reader writes it: `€ 1.276,52` or `€1,276.52`.
    func money(_ amount: Money) -> String {
        let machine = amount.magnitude.description.split(separator: ".")
        let whole = grouped(String(machine.first ?? "0"))
        let figures =
            switch language {
            case .nl: "€\u{A0}\(whole),\(machine.last ?? "00")"
            case .en: "€\(whole).\(machine.last ?? "00")"
            }
        return (amount.isNegative ? "−" : "") + figures
    }

    func number(_ count: Int) -> String { (count < 0 ? "−" : "") + grouped(String(count.magnitude)) }

    private func grouped(_ digits: String) -> String {
        let mark = language == .nl ? "." : ","
        let all = Array(digits)
        return all.indices.reduce(into: "") { text, index in
            if index > 0, (all.count - index) % 3 == 0 { text += mark }
            text.append(all[index])
        }
    }
}
