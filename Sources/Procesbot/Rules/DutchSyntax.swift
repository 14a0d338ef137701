/// The little grammar that is needed to see where a condition ends and an instruction begins.
enum DutchSyntax {
    static let openers: Set<String> = ["als", "indien", "wanneer", "zodra", "zolang", "mits", "ingeval"]
    static let closers: Set<String> = ["tenzij", "mits", "behalve", "indien", "wanneer", "zolang", "zodra", "als"]
    static let prefixes: Set<String> = [
        "bij", "zonder", "boven", "onder", "buiten", "vanaf", "tijdens", "na", "voor", "binnen", "in", "met",
    ]
    static let determiners: Set<String> = [
        "de", "het", "een", "er", "je", "jij", "u", "die", "dit", "dat", "deze", "alle", "alleen", "iemand", "hij",
        "zij", "ze", "we", "wij", "minstens",
        "ten", "hooguit", "geen", "nog", "al", "zo", "twee", "mijn", "uw", "jouw", "onze", "ook", "niemand", "iets",
        "men",
    ]
    static let finite: Set<String> = [
        "is", "zijn", "was", "heeft", "hebben", "heb", "kan", "kun", "kunnen", "mag", "mogen", "moet", "moeten", "wil",
        "willen", "wordt", "worden",
        "zal", "zullen", "gaat", "gaan", "ga", "komt", "komen", "staat", "staan", "blijft", "blijven", "geldt",
        "gelden", "krijgt", "krijgen", "doet",
        "beslist", "beslissen", "telt", "tellen", "loopt", "lopen", "volgt", "sluit", "start", "stopt", "hoeft",
        "hoeven", "sturen", "rekenen", "maken", "vervalt", "woont", "wonen",
        "bepaalt", "hoort", "zit", "zitten", "past", "betekent", "ligt", "vraagt", "neemt", "geeft", "reageert",
        "overleg", "overlegt",
        "belt", "meldt", "stuurt", "helpt", "zegt", "kwam", "kwamen", "had", "hadden", "werd", "werden", "waren",
        "ging",
        "gingen", "bleef", "bleek", "deed", "gaf", "kreeg", "kon", "konden",
    ]
    /// Forms in `t` that give an order as well.
    private static let orders: Set<String> = [
        "zet", "sluit", "let", "laat", "start", "praat", "wacht", "biedt", "zet", "vermeld", "schat", "niet", "met",
        "het", "dat", "dit", "wat", "uit", "tot", "uiterlijk",
    ]

    /// A verb in `t` that may stand first in an order: no small word but `laat`.
    static func opensOrder(_ word: String) -> Bool {
        orders.contains(word) && (word == "laat" || !FunctionWords.all.contains(word)) && word != "uiterlijk"
    }

    /// A sentence that opens with its verb, as a Dutch condition may: `Woont de klant elders, kies dan …`.
    static func opensWithVerb(_ tokens: [Token]) -> Bool {
        guard tokens.count > 3 else { return false }
        let first = tokens[0].text
        let second = tokens[1].text
        if finite.contains(first), !orders.contains(first) { return true }
        if first.hasSuffix("t"), first.count >= 4, !orders.contains(first), !FunctionWords.all.contains(first) {
            return true
        }
        return ["je", "jij", "u", "hij", "ze", "wij", "we"].contains(second) && !openers.contains(first)
    }

    private static let limiting: Set<String> = [
        "alleen", "enkel", "uitsluitend", "slechts", "mits", "tenzij", "behalve", "als", "indien", "wanneer", "zolang",
        "zodra", "soms", "meestal", "bij", "na", "voor", "zonder", "buiten", "binnen", "tijdens", "vanaf", "tot", "die",
    ]

    /// Says for whom, when or how far it goes, so that it is no plain yes or no.
    static func isLimited(_ tokens: [Token]) -> Bool {
        if ["ja", "nee"].contains(tokens.first?.text ?? "") { return true }
        return tokens.contains { limiting.contains($0.text) }
            || QuantityReader.quantities(in: tokens).contains(where: \.isBound)
    }

    /// `een oud-student die …`: behind one of these stands a noun, and no verb.
    static let articles: Set<String> = ["een", "de", "het", "iedere", "elke", "ieder", "elk", "geen"]

    /// Whether a verb may stand here: a known finite form, or one before or behind its subject.
    static func isFinite(_ index: Int, in tokens: [Token]) -> Bool {
        let text = tokens[index].text
        if finite.contains(text) { return true }
        guard index + 1 < tokens.count, !FunctionWords.all.contains(text), !tokens[index].isNumeric else {
            return false
        }
        let next = tokens[index + 1].text
        if ["je", "jij", "we", "wij", "u"].contains(next) { return true }
        if ["die", "dat"].contains(next), tokens[..<index].suffix(2).contains(where: { articles.contains($0.text) }) {
            return false
        }
        return text.hasSuffix("t") && text.count > 3 && determiners.contains(next)
    }

    static func hasVerb(_ tokens: ArraySlice<Token>) -> Bool {
        guard let last = tokens.last else { return false }
        if tokens.contains(where: { finite.contains($0.text) }) { return true }
        return tokens.count >= 3 && (last.text.hasSuffix("t") || last.text.hasSuffix("en")) && !last.isNumeric
            && PeriodUnit(word: last.text) == nil
            && !["dossiers", "schulden", "kosten", "klanten", "lasten", "regelingen"].contains(last.text)
            && tokens.first.map { determiners.contains($0.text) } == true
    }
}
