/// Finds whom a mail is about when someone else writes it: the capitalised words behind `cliënt`, `mevrouw` and the like.
enum Naamlezer {
    private static let before: Set<String> = [
        "cliënt", "cliënte", "client", "cliente", "klant", "mevrouw", "mevr", "meneer", "heer", "dhr", "mw", "inzake",
        "betreft", "namens", "mr", "mrs", "ms",
    ]
    private static let small: Set<String> = [
        "van", "de", "den", "der", "het", "ter", "ten", "te", "el", "al", "von", "di",
    ]
    private static let most = 4

    static func namen(in text: String) -> [String] {
        let words = text.prefix(8_000).split { $0.isWhitespace || ",;:()".contains($0) }.map { word in
            String(word.reversed().drop { !$0.isLetter }.reversed())
        }
        var found: [String] = []
        for index in words.indices where before.contains(words[index].lowercased()) && found.count < most {
            let name = name(words[(index + 1)...])
            if name.contains(" "), !found.contains(name) { found.append(name) }
        }
        return found
    }

    /// Up to five words that each begin with a capital, and the small ones between them.
    private static func name(_ words: ArraySlice<String>) -> String {
        var kept = words.prefix(5).prefix { small.contains($0.lowercased()) || $0.first?.isUppercase == true }
        while let last = kept.last, small.contains(last.lowercased()) { kept.removeLast() }
        return kept.joined(separator: " ")
    }
}
