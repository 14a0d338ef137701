/// A condition as its source writes it, with what makes a Dutch sentence of it.
struct ClauseWording: Equatable {
    /// What the words are: `de klant naar kantoor komt`, `dreigende ontruiming`, or a piece of neither.
    enum Shape { case clause, thing, piece }

    let text: String
    let shape: Shape

    /// `quote` gives the words of the source at some bytes; `behind` is the word there that stands before them.
    init(_ tokens: [Token], behind: String = "", quote: (Range<Int>) -> String) {
        let words = tokens.map { Self.written($0, quote($0.range)) }
        if let turned = Self.turned(tokens, words) {
            (text, shape) = (turned.joined(separator: " "), .clause)
            return
        }
        let shape = Self.shape(tokens)
        let isSmall = tokens.first.map { FunctionWords.all.contains($0.text) } ?? false
        let begun = shape == .clause || isSmall ? Self.begun(words) : words
        // `de pauze` alone says nothing: it is `tijdens de pauze`.
        let link = behind.lowercased()
        text = ((shape != .clause && Self.linking.contains(link) ? [link] : []) + begun).joined(separator: " ")
        self.shape = shape == .thing && Self.linking.contains(link) ? .piece : shape
    }

    /// The key of the question that asks for it.
    var question: String {
        switch shape {
        case .clause: "ontbreekt.vraag.zin"
        case .thing: "ontbreekt.vraag.zaak"
        case .piece: "ontbreekt.vraag"
        }
    }

    /// The word as the source has it; what was read where that says something else.
    private static func written(_ token: Token, _ said: String) -> String {
        letters(Folding.fold(said)) == letters(token.text) ? said : token.text
    }

    private static func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }

    /// Within a sentence an article, pronoun or other small word has no capital.
    private static func begun(_ words: [String]) -> [String] {
        guard let first = words.first else { return words }
        return [first.prefix(1).lowercased() + first.dropFirst()] + words.dropFirst()
    }

    private static func shape(_ tokens: [Token]) -> Shape {
        guard let first = tokens.first?.text, let last = tokens.last else { return .piece }
        let finite = tokens.indices.filter { DutchSyntax.finite.contains(tokens[$0].text) }
        if tokens.count > 2, subjects.contains(first), endsWithVerb(tokens, finite) { return .clause }
        let isBare =
            finite.isEmpty && !last.isNumeric && !tokens[0].isNumeric && !FunctionWords.all.contains(first)
            && !DutchSyntax.hasVerb(tokens[...]) && !tokens.contains { partial.contains($0.text) }
        return isBare ? .thing : .piece
    }

    /// The verb of a clause stands at its end, alone or before an infinitive or participle.
    private static func endsWithVerb(_ tokens: [Token], _ finite: [Int]) -> Bool {
        let end = tokens.count - 1
        if let place = finite.first {
            let rest = tokens[(place + 1)...]
            return place > 1 && rest.count < 2
                && rest.allSatisfy { $0.text.hasSuffix("en") || $0.text.hasPrefix("ge") || finite.contains(end) }
        }
        let text = tokens[end].text
        return text.count > 4 && text.hasSuffix("t") && !FunctionWords.all.contains(text)
            && !DutchSyntax.articles.contains(tokens[end - 1].text) && tokens[end - 1].text != "ons"
    }

    /// What a clause may begin with.
    static let subjects: Set<String> = [
        "de", "het", "een", "er", "je", "u", "iemand", "hij", "zij", "ze", "we", "wij", "niemand", "iets", "men",
        "deze", "die", "dit", "dat",
    ]
    /// What says when or for whom the words behind it are meant.
    private static let linking: Set<String> = ["tijdens", "na", "zonder", "buiten", "vanaf", "sinds"]
    /// Words that leave a thing half said.
    private static let partial: Set<String> = [
        "niet", "geen", "dan", "als", "eerst", "nog", "al", "meer", "minder", "langer", "korter", "hoger", "lager",
        "anders",
        "ouder", "jonger",
    ]
}
