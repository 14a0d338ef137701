/// Tells how old someone is from how long something lasts: `jonger dan 65 jaar`, `een vrouw van 58`, `hij is 19`.
enum AgeReader {
    private static let people: Set<String> = [
        "ik", "jij", "je", "u", "hij", "zij", "ze", "die", "iemand", "man", "vrouw", "jongen", "meisje", "meneer",
        "mevrouw",
        "klant", "client", "inwoner", "bewoner", "persoon", "zoon", "dochter", "kind", "kinderen", "jongere", "student",
        "aanvrager", "ouder", "vader", "moeder", "partner", "dame", "heer", "huurder", "leerling", "verzekerde",
    ]
    private static let links: Set<String> = ["van", "is", "ben", "bent", "was", "wordt", "tussen"]

    static func isAge(_ quantity: Quantity, in tokens: [Token]) -> Bool {
        switch quantity.measure {
        case .period(.year): break
        case .count: guard !isCounting(quantity, tokens) else { return false }
        case .money, .percent, .position, .date, .period: return false
        }
        let from = quantity.tokens.lowerBound
        let words = tokens.map(\.text)
        let near = words[max(0, from - 3)..<min(words.count, quantity.tokens.upperBound + 1)]
        if near.contains("oud") || near.contains("leeftijd") { return true }
        let value = quantity.lower ?? quantity.upper ?? 0
        if near.contains(where: { ["ouder", "jonger"].contains($0) }) {
            return value >= oldestPaper || from > 0 && people.contains(words[from - 1])
        }
        if isOfGroup(quantity, tokens) { return true }
        guard from >= 2, links.contains(words[from - 1]), value < 120 else { return false }
        return people.contains(words[from - 2])
    }

    /// `leden tot en met 17 jaar`, `kinderen onder 12`: whom a rule is for, by how old they are.
    private static func isOfGroup(_ quantity: Quantity, _ tokens: [Token]) -> Bool {
        let from = quantity.tokens.lowerBound
        guard quantity.isBound, from > 0, (quantity.upper ?? quantity.lower ?? 0) < 120,
            bounding.contains(tokens[quantity.tokens].first?.text ?? "")
        else { return false }
        return groups.contains(tokens[from - 1].text)
    }

    private static let bounding: Set<String> = ["tot", "vanaf", "onder", "boven", "tussen", "van"]
    private static let groups: Set<String> = [
        "lid", "leden", "kind", "kinderen", "personen", "jongeren", "volwassenen", "volwassene", "mannen", "vrouwen",
        "verzekerden", "leerlingen", "studenten", "bewoners", "meisjes", "jongens", "ouderen", "reizigers",
        "deelnemers",
        "bezoekers", "klanten", "huurders", "inwoners",
    ]

    /// Papers are `niet ouder dan twee jaar`; what is older than this is a person.
    private static let oldestPaper = 12

    /// A plural behind a bare number is what it counts.
    static func isCounting(_ quantity: Quantity, _ tokens: [Token]) -> Bool {
        let next = quantity.tokens.upperBound
        guard next < tokens.count, tokens[next - 1].mark == nil else { return false }
        let word = tokens[next].text
        if FunctionWords.all.contains(word) || DutchSyntax.finite.contains(word) { return false }
        return word.hasSuffix("en") || word.hasSuffix("s")
    }
}
