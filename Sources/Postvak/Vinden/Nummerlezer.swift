/// Reads the phone number that a mail gives as the one to call: `mijn nieuwe nummer is 06 0000 0999`.
enum Nummerlezer {
    private static let openings = [
        "nummer", "telefoon", "mobiel", "bereik", "bel ", "bellen", "number", "phone", "call",
    ]
    private static let old = ["oude nummer", "oud nummer", "niet meer", "old number", "no longer"]

    /// A number as it is written; nothing where there is none that is said to be one to call, or more.
    static func nummer(in text: String) -> String? {
        let pattern = /(?:\+31|0031|0)(?:[\s\-.()]{0,3}\d){9}(?!\d)/
        let text = text.prefix(8_000)
        let found = text.matches(of: pattern).filter { match in
            guard text[..<match.range.lowerBound].last?.isNumber != true else { return false }
            let before = text[..<match.range.lowerBound].suffix(60).lowercased()
            return openings.contains(where: before.contains) && !old.contains(where: before.contains)
        }.map { String($0.output) }
        let numbers = Set(found.map(digits))
        return numbers.count == 1 ? found.first : nil
    }

    /// Its digits as they are dialled in the Netherlands.
    static func digits(_ number: String) -> String {
        let digits = number.filter(\.isNumber)
        for opening in ["0031", "31"] where digits.count > 10 && digits.hasPrefix(opening) {
            return "0" + digits.dropFirst(opening.count)
        }
        return digits
    }
}

extension Poststuk {
    /// The number that the sender gives to be called at, where they write for themselves and it is not this one that is known.
    public func nummer(besides known: String?) -> String? {
        guard !isNamensAnder, let number = Nummerlezer.nummer(in: tekst + "\n" + ondertekening),
            Nummerlezer.digits(number) != known.map(Nummerlezer.digits)
        else { return nil }
        return number
    }
}
