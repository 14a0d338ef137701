/// A claim, or the passage it must rest on, as the adviser reads it.
struct ClaimReading {
    /// A bound of an amount, a period or a date.
    struct Amount: Hashable {
        let measure: Quantity.Measure
        let lower: Int?
        let upper: Int?
    }

    /// A part of a sentence with its own verb, and whether it denies.
    struct Part {
        let terms: [Term]
        let isDenied: Bool
        /// Those that it names, in order, and its words for what they do.
        let people: [Int]
        let acts: [Term]
    }

    private(set) var parts: [Part] = []
    private(set) var amounts: Set<Amount> = []
    private(set) var numbers: Set<String> = []
    private var words: Set<String> = []

    init(_ text: String, _ adviser: Adviser) { self.init([text], adviser) }

    init(_ texts: [String], _ adviser: Adviser) {
        for text in texts {
            let tokens = Tokenizer.tokens(of: text)
            words.formUnion(tokens.map(\.text))
            numbers.formUnion(tokens.filter(\.isNumeric).map(\.text))
            amounts.formUnion(
                QuantityReader.quantities(in: tokens).map {
                    Amount(measure: $0.measure, lower: $0.lower, upper: $0.upper)
                })
            for part in Self.cut(tokens) {
                let terms = Self.terms(of: part, adviser)
                parts.append(
                    Part(
                        terms: terms, isDenied: Denial.isDenied(part),
                        people: terms.compactMap { Self.person($0, adviser) },
                        acts: terms.filter { Self.person($0, adviser) == nil }))
            }
        }
    }

    /// The words that carry something; those of an amount count with the amount.
    private static func terms(of part: [Token], _ adviser: Adviser) -> [Term] {
        let counted = QuantityReader.quantities(in: part).map(\.tokens)
        return adviser.library.lexicon.terms(of: part).filter { term in
            !term.isJoined && !counted.contains { $0.contains(term.tokens.lowerBound) }
        }
    }

    /// At marks and at the words that begin a clause; those words stay with what follows.
    private static func cut(_ tokens: [Token]) -> [[Token]] {
        var parts: [[Token]] = [[]]
        for token in tokens {
            if clauses.contains(token.text) { parts.append([]) }
            parts[parts.count - 1].append(token)
            if token.mark != nil { parts.append([]) }
        }
        return parts.filter { !$0.isEmpty }
    }

    private static let clauses: Set<String> = [
        "en", "maar", "of", "want", "dus", "als", "indien", "wanneer", "tenzij", "mits", "omdat", "doordat", "zodat",
        "terwijl", "hoewel", "behalve",
    ]
    private static let permitting: Set<String> = ["mag", "mogen", "kan", "kun", "kunt", "kunnen"]
    private static let strengthening: Set<String> = [
        "altijd", "nooit", "alle", "elke", "elk", "iedere", "ieder", "direct", "meteen", "onmiddellijk", "automatisch",
        "verplicht", "moet", "moeten", "zonder", "definitief", "zeker", "volledig", "geheel", "helemaal", "hele",
    ]
    private static let bounding: Set<String> = [
        "alleen", "uitsluitend", "slechts", "tenzij", "mits", "behalve", "uitgezonderd",
    ]
    private static let conditional: Set<String> = ["als", "indien", "wanneer", "zodra", "zolang"]
    /// Words that carry nothing: who it is about, and verbs that only join.
    private static let plain: Set<String> = [
        "klant", "klanten", "krijgt", "krijgen", "geef", "geeft", "geven", "geldt", "gelden", "betekent", "volgens",
        "graag", "mevrouw", "meneer",
        "heer",
    ]

    /// What is judged by itself, or not at all.
    private static let apart = plain.union(strengthening).union(bounding)

    var permits: Bool { !words.isDisjoint(with: Self.permitting) }
    var strong: Set<String> { words.intersection(Self.strengthening) }
    var bounds: Set<String> { words.intersection(Self.bounding) }
    var hasCondition: Bool { !words.isDisjoint(with: Self.conditional) }

    /// Every word of weight stands in the support, in a part that denies as this one does.
    func speaksOnly(of support: ClaimReading, under heading: [Term]) throws(ClaimFlaw) {
        guard parts.contains(where: { !$0.terms.isEmpty }) else { throw .otherWords }
        for part in parts {
            for term in part.terms where !Self.apart.contains(term.token.text) {
                let near = support.parts.filter { $0.terms.contains { term.likeness(to: $0) >= Self.likeness } }
                if near.isEmpty {
                    guard !part.isDenied, heading.contains(where: { term.likeness(to: $0) >= Self.likeness }) else {
                        throw .otherWords
                    }
                } else if !near.contains(where: { $0.isDenied == part.isDenied }) {
                    throw .otherDenial
                }
            }
        }
    }

    private static let likeness: Float = 0.5
}
