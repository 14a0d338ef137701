/// Finds whom a mail is about when someone else writes it: the capitalised words behind `cliënt`, `mevrouw` and the like.
enum Naamlezer {
    private static let before: Set<String> = [
        "cliënt", "cliënte", "client", "cliente", "klant", "mevrouw", "mevr", "meneer", "heer", "dhr", "mw", "inzake",
        "betreft", "namens", "mr", "mrs", "ms",
    ]
    /// Short for what stands before a name: the full stop behind it ends nothing.
    private static let titles: Set<String> = ["mevr", "dhr", "mw", "mr", "mrs", "ms"]
    private static let small: Set<String> = [
        "van", "de", "den", "der", "het", "ter", "ten", "te", "el", "al", "von", "di",
    ]
    private static let most = 4

    static func namen(in text: String) -> [String] {
        let written = text.prefix(8_000).split { $0.isWhitespace || ",;:()".contains($0) }
        let words = written.map { word in String(word.reversed().drop { !$0.isLetter }.reversed()) }
        var found: [String] = []
        for index in words.indices where before.contains(words[index].lowercased()) && found.count < most {
            guard !endsSentence(written[index]) || titles.contains(words[index].lowercased()) else { continue }
            let end = written[(index + 1)...].firstIndex(where: endsSentence).map { $0 + 1 } ?? words.endIndex
            let name = name(words[min(index + 1, end)..<end])
            if name.contains(" "), !found.contains(name) { found.append(name) }
        }
        return found
    }

    /// The full names that may stand in a text: words with capitals, and the small ones between them; behind another word with a capital,
    /// such as the first of a sentence, also what is left without it.
    static func genoemd(in text: String) -> [String] {
        let written = text.prefix(8_000).split { $0.isWhitespace || ",;:()".contains($0) }
        let words = written.map { word in String(word.reversed().drop { !$0.isLetter }.reversed()) }
        var found: [String] = []
        for index in words.indices where words[index].first?.isUppercase == true && found.count < manyNames {
            let end = written[index...].firstIndex(where: endsSentence).map { $0 + 1 } ?? words.endIndex
            let name = name(words[index..<end])
            if name.contains(" "), !found.contains(name) { found.append(name) }
        }
        return found
    }

    private static let manyNames = 12

    /// Whether a sentence ends here, and so does a name; an initial is no end.
    private static func endsSentence(_ word: Substring) -> Bool {
        guard let last = word.last(where: { !"\"'”’»".contains($0) }), ".?!".contains(last) else { return false }
        return word.filter(\.isLetter).count > 2 || last != "."
    }

    /// Up to five words that each begin with a capital, and the small ones between them.
    private static func name(_ words: ArraySlice<String>) -> String {
        var kept = words.prefix(5).prefix { small.contains($0.lowercased()) || $0.first?.isUppercase == true }
        while let last = kept.last, small.contains(last.lowercased()) { kept.removeLast() }
        return kept.joined(separator: " ")
    }
}
