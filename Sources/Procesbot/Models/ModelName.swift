/// What a model calls a fact, in all the ways that people write it: `eigenaarBekend`, `eigenaar_bekend`, `Eigenaar bekend?`.
struct ModelName: Sendable, Hashable {
    /// Its words, without the unit that it is counted in.
    let words: [String]
    /// `Lengte in meter`, `Looptijd (weken)`: the unit of its numbers.
    private(set) var unit: String?

    init?(_ text: String) {
        let tokens = Tokenizer.tokens(of: FactName.words(of: text)).map(\.text)
        let unit = Self.unit(of: text, tokens)
        words = unit == nil ? tokens : Array(tokens.dropLast(tokens.dropLast().last == "in" ? 2 : 1))
        self.unit = unit
        if words.isEmpty { return nil }
    }

    /// `in meter` or `(meter)` behind the words of the name.
    private static func unit(of text: String, _ tokens: [String]) -> String? {
        guard tokens.count > 1, let last = tokens.last else { return nil }
        let isBracketed = text.trimmed(of: "").hasSuffix(")") && text.contains(" (")
        return isBracketed || tokens.count > 2 && tokens[tokens.count - 2] == "in" ? last : nil
    }

    /// The same, counted in the unit that the names beside it say.
    static func beside(_ names: [ModelName]) -> [ModelName] {
        let unit = names.lazy.compactMap(\.unit).first
        return names.map { name in
            var name = name
            name.unit = name.unit ?? unit
            return name
        }
    }

    /// The same name, however its words are put together; of other units nothing is the same.
    func isSame(as other: ModelName) -> Bool {
        words.joined() == other.words.joined() && (unit == nil || other.unit == nil || unit == other.unit)
    }
}
