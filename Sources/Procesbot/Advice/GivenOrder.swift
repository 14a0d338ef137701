/// An order to act, where the adviser does nothing: `Verwijder de zaak`, `Stuur een aanmaning naar alle klanten`.
public enum GivenOrder {
    /// Acts in the house, as an imperative says them. What asks to be told (`geef`, `noem`, `leg uit`) is a question.
    private static let acts: Set<String> = [
        "verwijder", "wis", "verstuur", "stuur", "mail", "boek", "betaal", "stort", "sluit", "heropen", "wijzig",
        "verhoog", "verlaag", "annuleer", "blokkeer", "deblokkeer", "schors", "pauzeer", "bevries", "registreer",
        "archiveer", "koppel", "verplaats", "markeer", "delete", "send", "close", "cancel",
    ]
    private static let askers: Set<String> = ["ik", "we", "wij", "je", "jij", "u", "men"]

    /// Whether a text gives an order and asks nothing.
    public static func isGiven(in text: String) -> Bool {
        guard !text.contains("?") else { return false }
        let words = Tokenizer.tokens(of: text).map(\.text).drop { ["please", "graag", "nu"].contains($0) }
        guard let first = words.first, words.count > 1, acts.contains(first) else { return false }
        return !askers.contains(words[words.startIndex + 1])
    }
}
