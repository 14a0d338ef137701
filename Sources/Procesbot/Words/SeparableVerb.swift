/// A verb whose particle stands apart at the end of its clause: `gaan we niet langs` is `langsgaan`, `stuur het door` is `doorsturen`.
enum SeparableVerb {
    private static let particles: Set<String> = [
        "aan", "af", "bij", "door", "in", "kwijt", "langs", "mee", "na", "om", "op", "over", "samen", "stil", "terug",
        "toe", "uit", "vast", "voor", "vooruit", "weg", "leeg", "dicht", "neer", "rond", "los", "tegen",
        "klaar",
        "vrij", "stop", "gelijk", "bijeen", "heen", "achter", "vol",
    ]
    static func isParticle(_ word: String) -> Bool { particles.contains(word) }

    private static let ends: Set<String> = ["en", "of", "maar", "als", "wanneer", "omdat", "zodat", "dan"]
    private static let reach = 12

    /// The whole verb, when the word at a place is such a particle; found by the verb that opens its clause.
    static func whole(at place: Int, in tokens: [Token]) -> String? {
        if let infinitive = infinitive(at: place, in: tokens) { return infinitive }
        guard place > 0, particles.contains(tokens[place].text), closes(place, tokens) else { return nil }
        let start = clause(before: place, tokens)
        let near = tokens[start..<place].prefix(3).indices
        let verb =
            near.first { isVerb(tokens[$0], opens: $0 == start) }
            ?? tokens[start..<place].prefix(6).indices.first { isThirdPerson($0, tokens, from: start) }
        return verb.map { tokens[place].text + tokens[$0].text }
    }

    /// `door te sturen`, `kwijt te schelden`.
    private static func infinitive(at place: Int, in tokens: [Token]) -> String? {
        guard place + 2 < tokens.count, particles.contains(tokens[place].text), tokens[place].mark == nil,
            tokens[place + 1].text == "te", tokens[place + 2].text.hasSuffix("n"),
            !FunctionWords.all.contains(tokens[place + 2].text)
        else { return nil }
        return tokens[place].text + tokens[place + 2].text
    }

    /// `De teamleider boekt … af`: a form in `t` behind the noun that it is said of, and behind no article of its own.
    private static func isThirdPerson(_ place: Int, _ tokens: [Token], from start: Int) -> Bool {
        let text = tokens[place].text
        guard place > start, text.hasSuffix("t"), text.count >= 4, !text.hasSuffix("heid"),
            !FunctionWords.all.contains(text)
        else { return false }
        let before = tokens[place - 1].text
        return !DutchSyntax.articles.contains(before) && !prepositions.contains(before)
    }

    private static let prepositions: Set<String> = [
        "in", "op", "aan", "van", "voor", "naar", "bij", "met", "uit", "om", "door", "over", "onder", "tot", "tegen",
        "per", "zonder", "mijn", "uw", "zijn", "haar", "die", "dit", "dat", "deze", "elk", "ieder",
    ]

    private static func closes(_ place: Int, _ tokens: [Token]) -> Bool {
        guard place + 1 < tokens.count, tokens[place].mark == nil else { return true }
        return ends.contains(tokens[place + 1].text)
    }

    private static func clause(before place: Int, _ tokens: [Token]) -> Int {
        let first = max(0, place - reach)
        let cut = tokens[first..<place].lastIndex { $0.mark != nil || ends.contains($0.text) }
        return cut.map { $0 + 1 } ?? first
    }

    /// A word that opens the clause as an imperative does, or a finite form of one of the common verbs.
    private static func isVerb(_ token: Token, opens: Bool) -> Bool {
        if common.contains(token.text) { return true }
        return opens && !FunctionWords.all.contains(token.text) && !token.isNumeric
    }

    private static let common: Set<String> = [
        "ga", "gaat", "gaan", "komt", "kom", "komen", "geeft", "geef", "geven", "neemt", "neem", "nemen", "stuurt",
        "stuur",
        "sturen", "meldt", "meld", "melden", "zet", "zetten", "legt", "leg", "leggen", "houdt", "houd", "houden",
        "sluit",
        "sluiten", "vraagt", "vraag", "vragen", "belt", "bel", "bellen", "trekt", "trek", "trekken", "loopt", "lopen",
        "krijgt", "krijg", "krijgen", "betaalt", "betaal", "betalen", "geldt", "wijst", "wijs", "wijzen", "schrijft",
        "schrijf",
        "draagt", "draag", "dragen", "past", "pas", "staat", "staan", "stelt", "stel", "stellen", "rekent", "reken",
        "rekenen",
    ]
}
