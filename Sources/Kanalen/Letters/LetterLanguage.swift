import Basics

/// How a language writes days and amounts (`taal.yaml`).
struct LetterLanguage: Hashable, Sendable, Decodable {
    let maanden: [String]
    let datum: String
    let bedrag: String
    let decimaal: String
    let duizendtal: String

    func text(_ day: Day) -> String {
        let (year, month, number) = day.parts
        guard maanden.indices.contains(month - 1) else { return day.description }
        return filled(datum, ["dag": String(number), "maand": maanden[month - 1], "jaar": String(year)])
    }

    func text(_ money: Money) -> String {
        let machine = money.description.split(separator: ".").map(String.init)
        let sign = money < .zero ? "-" : ""
        let whole = grouped(machine[0].filter { $0 != "-" }, by: 3, fromEnd: true, with: duizendtal)
        return sign + filled(bedrag, ["bedrag": whole + decimaal + (machine.count > 1 ? machine[1] : "00")])
    }

    /// The pattern with its gaps filled; what belongs together stays on one line.
    private func filled(_ pattern: String, _ values: [String: String]) -> String {
        values.reduce(pattern) { $0.replacing("{\($1.key)}", with: $1.value) }.replacing(" ", with: "\u{A0}")
    }
}

/// Digits or letters in groups, such as `NL13 TEST 0123` and `1.234`.
func grouped(_ text: String, by size: Int, fromEnd: Bool = false, with mark: String) -> String {
    let letters = Array(text)
    let first = fromEnd ? letters.count % size : 0
    let head = first > 0 ? [String(letters[..<first])] : []
    let rest = stride(from: first, to: letters.count, by: size).map {
        String(letters[$0..<min($0 + size, letters.count)])
    }
    return (head + rest).joined(separator: mark)
}
