/// The step after Snowball: past participles, third persons and spelling alternations of a Dutch verb fall together.
enum Root {
    /// Nouns in `ing` that are another thing than what their verb says: a `regeling` is no `regel`, a `rekening` nothing that one reckons.
    private static let nouns = ["regeling", "rekening"]

    /// The root of such a noun, in the singular or plural.
    static func ofNoun(_ word: String) -> String? { nouns.first { word == $0 || word == $0 + "en" } }

    static func of(_ word: String, stem: String) -> String {
        var letters = Array(stem.utf8)
        if stem.hasSuffix("ing"), letters.count >= 6 { letters.removeLast(3) }
        if word.hasPrefix("ge"), endsLikeParticiple(word), letters.count >= 5 { letters.removeFirst(2) }
        while letters.count > 3, let last = letters.last, last == .t || last == .d { letters.removeLast() }
        undouble(&letters)
        guard let last = letters.last else { return stem }
        if last == UInt8(ascii: "z") { letters[letters.count - 1] = UInt8(ascii: "s") }
        if last == UInt8(ascii: "v") { letters[letters.count - 1] = UInt8(ascii: "f") }
        return String(decoding: letters, as: UTF8.self)
    }

    private static let prefixes = [
        "aan", "achter", "af", "bekend", "goed", "klaar", "open", "schoon", "thuis", "vrij", "bij", "binnen", "door",
        "in", "kwijt", "mee", "na", "om", "op", "over", "samen", "stil",
        "stop", "tegen", "terug", "toe",
        "uit", "vast", "voor", "weg", "leeg", "dicht", "neer", "rond", "los", "langs", "gelijk", "heen", "bijeen",
    ]

    /// `opgelost` without the `ge` inside it: `oplost`, of `oplossing`.
    static func withoutInnerPrefix(_ word: String) -> String {
        guard word.utf8.count >= 8, endsLikeParticiple(word) || word.hasSuffix("en") else { return word }
        for prefix in prefixes where word.hasPrefix(prefix + "ge") {
            let verb = word.dropFirst(prefix.count)
            return own.contains { verb.hasPrefix($0) } ? word : prefix + verb.dropFirst(2)
        }
        return word
    }

    /// Verbs that begin with `ge` of themselves: `meegeven` is no participle.
    private static let own = [
        "geven", "gelden", "geldt", "genez", "genees", "geniet", "gebruik", "geloo", "gelov", "gebeur", "gelast",
        "gerust",
    ]

    private static func endsLikeParticiple(_ word: String) -> Bool {
        word.hasSuffix("d") || word.hasSuffix("t") || word.hasSuffix("de") || word.hasSuffix("te")
    }

    private static func undouble(_ letters: inout [UInt8]) {
        let count = letters.count
        if count >= 3, letters[count - 1] == letters[count - 2] { letters.removeLast() }
        let end = letters.count
        guard end >= 4, letters[end - 2] == letters[end - 3], "aeou".utf8.contains(letters[end - 2]) else { return }
        letters.remove(at: end - 2)
    }
}

extension UInt8 {
    fileprivate static let t = UInt8(ascii: "t")
    fileprivate static let d = UInt8(ascii: "d")
}
