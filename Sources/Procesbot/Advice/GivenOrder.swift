/// An order to act, where the adviser does nothing: `Verwijder de zaak`, `Ik wil dat je de zaak afsluit`.
enum GivenOrder {
    /// Acts in the house, as an imperative says them. What asks to be told (`geef`, `noem`, `leg uit`) is a question.
    private static let acts: Set<String> = [
        "verwijder", "wis", "verstuur", "stuur", "mail", "boek", "betaal", "stort", "sluit", "heropen", "wijzig",
        "verhoog", "verlaag", "annuleer", "blokkeer", "deblokkeer", "schors", "pauzeer", "bevries", "registreer",
        "archiveer", "haal", "app", "plan", "koppel", "verplaats", "markeer", "delete", "send", "close", "cancel",
        "zet",
    ]
    private static let askers: Set<String> = ["ik", "we", "wij", "je", "jij", "u", "men"]
    private static let addressed: Set<String> = ["je", "jij", "u"]
    /// What the adviser does do, when it is asked to.
    private static let telling: Set<String> = [
        "vertelt", "zegt", "uitlegt", "legt", "noemt", "geeft", "toont", "laat", "helpt", "adviseert", "zoekt",
        "opzoekt",
        "uitzoekt", "meedenkt", "denkt", "kijkt", "weet", "antwoordt", "aangeeft", "uitrekent", "rekent", "beschrijft",
    ]

    /// Whether a text gives an order and asks nothing.
    static func isGiven(in text: String) -> Bool {
        let said = Tokenizer.tokens(of: text).map(\.text)
        if hands(said) || asks(said) { return true }
        guard !text.contains("?") else { return false }
        let words = Tokenizer.tokens(of: text).map(\.text).drop { ["please", "graag", "nu"].contains($0) }
        guard let first = words.first, let second = words.dropFirst().first else { return false }
        if acts.contains(first) {
            return first == "zet" ? DutchSyntax.determiners.contains(second) : !askers.contains(second)
        }
        return wants(Array(words))
    }

    /// `Zet jij hem even door`, `mail jij de klant`.
    private static func hands(_ words: [String]) -> Bool {
        zip(words, words.dropFirst()).contains { (acts.contains($0) || handed.contains($0)) && $1 == "jij" }
    }

    /// `Kun jij de zaak sluiten?`, `wil je de regeling voor mij stoppen`: it is the adviser that is to do it.
    private static func asks(_ words: [String]) -> Bool {
        words.indices.dropLast().contains { place in
            guard asking.contains(words[place]), addressed.contains(words[place + 1]) else { return false }
            let rest = words[(place + 2)...].prefix(12)
            let isForMe =
                words[place + 1] == "jij" || rest.contains(where: favours.contains)
                || zip(rest, rest.dropFirst()).contains { $0 == "voor" && ["mij", "me", "ons"].contains($1) }
            return isForMe && rest.contains(where: doing.contains)
        }
    }

    private static let handed: Set<String> = ["regel", "bel", "meld", "draag"]
    private static let asking: Set<String> = ["kun", "kan", "kunt", "wil", "wilt", "zou", "zul"]
    private static let favours: Set<String> = ["even", "ff", "effe", "alvast", "snel"]
    private static let doing: Set<String> = [
        "verwijderen", "stoppen", "stopzetten", "versturen", "sturen", "opsturen", "mailen", "bellen", "appen",
        "boeken", "afboeken", "sluiten", "afsluiten", "zetten", "doorzetten", "wijzigen", "aanpassen", "aanmaken",
        "inplannen", "plannen", "aanmelden", "overdragen", "overmaken", "betalen", "registreren", "vastleggen",
        "regelen", "annuleren", "terugzetten", "invullen",
    ]

    /// `Ik wil dat je …`, `Zorg dat u …`: someone else is to do it.
    private static func wants(_ words: [String]) -> Bool {
        let isWish = words.starts(with: ["ik", "wil", "dat"]) || words.starts(with: ["wij", "willen", "dat"])
        let rest =
            isWish
            ? words.dropFirst(3)
            : words.first == "zorg" ? words.dropFirst().drop { ["er", "voor", "ervoor", "dat"].contains($0) } : []
        return rest.count > 2 && rest.first.map(addressed.contains) == true && !rest.contains(where: telling.contains)
    }
}
