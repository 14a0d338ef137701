extension Adviser {
    /// The words of the passage that a claim rests on, when it says no more than that passage; by code, not by trust.
    public func cited(_ claim: String, quoting quote: String, from passage: GivenPassage) throws(ClaimFlaw)
        -> QuotedSource
    {
        guard !claim.isEmpty, claim.count <= Self.longestClaim, !Self.foreign.contains(where: claim.contains),
            !Gate.changesRules(claim)
        else { throw .foreign }
        guard let source = passage.source.narrowed(to: quote) else { throw .quoteMissing }
        let said = ClaimReading(claim, self)
        let support = ClaimReading([passage.source.quote] + passage.computed, self)
        guard said.numbers.isSubset(of: support.numbers), said.amounts.isSubset(of: support.amounts) else {
            throw .otherNumber
        }
        try said.speaksOnly(of: support, under: library.lexicon.terms(of: passage.source.heading))
        let here = ClaimReading([passage.source.quote], self)
        guard said.keepsRoles(of: support) else { throw .otherRoles }
        guard said.permits == here.permits, said.strong.isSubset(of: here.strong) else { throw .otherForce }
        guard said.bounds == here.bounds, said.hasCondition || !here.hasCondition else { throw .lostCondition }
        return source
    }

    private static let longestClaim = 400
    private static let foreign = ["://", "www.", "@", "<", ">", "](", "`", "[", "{", "\u{202E}"]
}

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

extension ClaimReading {
    /// Who may do something in the work: a claim may not swap them.
    private static let people = [
        "klant", "opdrachtgever", "casemanager", "medewerker", "teamleider", "hulpverlener", "bewindvoerder", "curator",
        "deurwaarder", "gemachtigde", "gemeente", "partner", "werkgever", "rechter", "eigenaar", "huurder",
        "verhuurder",
        "bank", "politie", "leverancier", "verzekeraar", "arts", "nabestaande", "derde",
    ]

    /// Whom of ``people`` a word names.
    static func person(_ term: Term, _ adviser: Adviser) -> Int? {
        let likeness = people.map { adviser.library.lexicon.terms(of: $0).map(term.likeness).max() ?? 0 }
        guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }), likeness[best] >= 0.7 else {
            return nil
        }
        return best
    }

    /// Whoever the claim lets do something is named where the passage says it, and two of them stand in the same order.
    func keepsRoles(of support: ClaimReading) -> Bool {
        parts.allSatisfy { part in
            guard !part.people.isEmpty else { return true }
            let near = support.parts.filter { other in
                part.acts.contains { act in other.acts.contains { act.likeness(to: $0) >= 0.5 } }
            }.map(\.people)
            guard !near.isEmpty, near.contains(where: { !$0.isEmpty }) else { return true }
            return Self.isNamed(part.people, near) && Self.isInOrder(part.people, near)
        }
    }

    private static func isNamed(_ people: [Int], _ near: [[Int]]) -> Bool {
        let named = Set(near.joined())
        return near.contains(where: \.isEmpty) || people.contains(where: named.contains)
    }

    private static func isInOrder(_ people: [Int], _ near: [[Int]]) -> Bool {
        zip(people, people.dropFirst()).allSatisfy { first, second in
            guard first != second else { return true }
            let both = near.filter { $0.contains(first) && $0.contains(second) }
            return both.isEmpty
                || both.contains { order in
                    (order.firstIndex(of: first) ?? 0) < (order.firstIndex(of: second) ?? 0)
                }
        }
    }
}

extension Adviser {
    /// Whether a word is one of the house's own: of the language, of its word lists or of its library.
    public func knows(_ word: String) -> Bool {
        let tokens = Tokenizer.tokens(of: word)
        return !tokens.isEmpty
            && tokens.allSatisfy { token in
                let lexicon = library.lexicon
                if token.isNumeric { return false }
                if FunctionWords.all.contains(token.text) || lexicon.knownWords.contains(token.text) { return true }
                let root = lexicon.root(of: token.text)
                return lexicon.isEveryday(root) || lexicon.hasConcept(root)
                    || library.index.contains(lexicon.symbol(of: root))
            }
    }
}
