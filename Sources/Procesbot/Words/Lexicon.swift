/// The words of the field: roots, compounds, synonyms, everyday words; turns text into terms.
public final class Lexicon: Sendable {
    let stemmer = Stemmer()
    private let symbols = SymbolTable()
    private let splitter: CompoundSplitter
    /// Concepts by the root of their only word.
    private let concepts: [String: [Concept]]
    /// Concepts of a word in one form only.
    private let forms: [String: [Concept]]
    /// Sayings of several words by the root of their first.
    private let sayings: [String: [Saying]]
    private let everyday: Set<String>
    private let spoken: Set<String>
    /// Every word of the table, spelled as in it: what a typing error may have meant.
    let knownWords: Set<String>

    struct Concept: Sendable {
        let name: String
        let share: Float
        let isGeneral: Bool
    }

    struct Saying: Sendable {
        let roots: [String]
        let concept: Concept
    }

    public init(_ table: WordTable) {
        let stemmer = self.stemmer
        everyday = Set(table.everyday.map { stemmer.root(of: $0) })
        spoken = Set(table.spoken.map { stemmer.root(of: $0) })
        var concepts: [String: [Concept]] = [:]
        var forms: [String: [Concept]] = [:]
        var sayings: [String: [Saying]] = [:]
        var words: Set<String> = []
        for entry in table.entries {
            let tokens = Tokenizer.tokens(of: entry.words).map(\.text)
            words.formUnion(tokens)
            let roots = tokens.map { stemmer.root(of: $0) }
            guard let first = roots.first else { continue }
            let concept = Concept(name: entry.concept, share: entry.share, isGeneral: entry.isGeneral)
            if entry.isExact, let form = tokens.first {
                forms[form, default: []].append(concept)
            } else if roots.count == 1 {
                concepts[first, default: []].append(concept)
            } else {
                sayings[first, default: []].append(Saying(roots: roots, concept: concept))
                // `klopt niet` is said as `niet klopt` in a subordinate clause.
                if roots.count == 2, roots[1] == "niet" {
                    sayings["niet", default: []].append(Saying(roots: roots.reversed(), concept: concept))
                }
            }
        }
        self.concepts = concepts
        self.forms = forms
        self.sayings = sayings.mapValues { $0.sorted { $0.roots.count > $1.roots.count } }
        knownWords = words.union(table.everyday).union(table.spoken).union(table.parts)
        splitter = CompoundSplitter(words: knownWords)
    }

    func root(of word: String) -> String { stemmer.root(of: word) }
    func symbol(of text: String) -> Symbol { symbols.symbol(of: text) }

    /// `gevonden`, `betaald`, `verhuisd`: a past participle of a strong verb, or one in `d` or `t`.
    func isParticiple(_ word: String) -> Bool {
        StrongVerbs.isParticiple(word) || word.hasSuffix("d") || word.hasSuffix("t") && word.hasPrefix("ge")
    }

    func isEveryday(_ root: String) -> Bool { everyday.contains(root) }
    /// Whether a word that a library lacks says nothing about its subject.
    func isIdle(_ root: String) -> Bool { everyday.contains(root) || spoken.contains(root) }
    /// Whether the table of the field names the word.
    func hasConcept(_ root: String) -> Bool { concepts[root]?.contains { !$0.isGeneral } ?? false }

    /// The content words of a text, in order.
    func terms(of tokens: [Token]) -> [Term] {
        var terms: [Term] = []
        let analyses = tokens.map { analysis(of: $0.text) }
        let roots = analyses.map(\.root)
        var covered = 0
        var light: Float = 1
        for index in tokens.indices {
            if index >= covered, let (saying, end) = saying(at: index, in: roots, tokens) {
                let own = (index..<end).map { roots[$0] }
                terms.append(
                    Term(
                        token: tokens[index], keys: keys(of: saying, roots: own),
                        weight: saying.concept.isGeneral ? 0.6 : 1, tokens: index..<end))
                (covered, light) = (end, saying.concept.isGeneral ? 0.7 : 0.35)
            }
            let token = tokens[index]
            if let whole = SeparableVerb.whole(at: index, in: tokens) {
                let analysis = analysis(of: whole)
                terms.append(
                    Term(
                        token: token, keys: analysis.keys.filter { $0.share == 1 }, weight: analysis.weight * 0.8,
                        tokens: index..<index + 1, isJoined: true))
            }
            guard token.text.utf8.count > 1, !FunctionWords.all.contains(token.text),
                NumberWords.hundredths(token) == nil, !token.isNumeric
            else { continue }
            let analysis = analyses[index]
            // A word inside a saying still counts for itself, but the saying says what is meant.
            let weight = index < covered ? analysis.weight * light : analysis.weight
            let keys = Ordinal.isOrdinal(index, in: tokens) ? Array(analysis.keys.prefix(1)) : analysis.keys
            terms.append(Term(token: token, keys: keys, weight: weight, tokens: index..<index + 1))
        }
        return terms
    }

    func terms(of text: String) -> [Term] { terms(of: Tokenizer.tokens(of: text)) }

    private func keys(of saying: Saying, roots: [String]) -> [Term.Key] {
        [Term.Key(symbol: symbol(of: "#" + saying.concept.name), share: saying.concept.share)]
    }

    private func saying(at index: Int, in roots: [String], _ tokens: [Token]) -> (Saying, Int)? {
        for saying in sayings[roots[index]] ?? [] {
            if let end = match(saying.roots, from: index, in: roots, tokens) { return (saying, end) }
        }
        return nil
    }

    /// The words must follow each other, with at most one other word between two of them, or a few that only say when: `stroom wordt
    /// volgende week afgesloten`.
    private func match(_ wanted: [String], from start: Int, in roots: [String], _ tokens: [Token]) -> Int? {
        var place = start
        for (number, root) in wanted.enumerated() where number > 0 {
            if place + 1 < roots.count, roots[place + 1] == root {
                place += 1
            } else if place + 2 < roots.count, roots[place + 2] == root {
                place += 2
            } else if let next = (place + 1..<min(roots.count, place + 6)).first(where: { roots[$0] == root }),
                tokens[place + 1..<next].allSatisfy({ isWhen($0.text) })
            {
                place = next
            } else {
                return nil
            }
        }
        return place + 1
    }

    /// Says when something is, or no more than that it is so.
    private func isWhen(_ word: String) -> Bool {
        Self.soon.contains(word) || PeriodUnit(word: word) != nil || CaseFacts.weekdayNames.contains(word)
    }

    private static let soon: Set<String> = [
        "wordt", "worden", "is", "zijn", "gaat", "zal", "volgende", "deze", "komende", "morgen", "overmorgen",
        "vandaag",
        "straks", "nu",
    ]

    /// What a word is known by as a whole, and by the head of its compound; nothing for a simple word.
    func compound(_ word: String) -> (whole: [Symbol], head: [Symbol])? {
        guard let head = splitter.parts(of: word).last?.0 else { return nil }
        func symbols(_ root: String, _ form: String) -> [Symbol] {
            [symbol(of: root)] + ((concepts[root] ?? []) + (forms[form] ?? [])).map { symbol(of: "#" + $0.name) }
        }
        return (symbols(stemmer.root(of: word), word), symbols(stemmer.root(of: head), head))
    }

    /// Whether a word falls apart in words that are known, its first part too.
    func isCompound(_ word: String) -> Bool { splitter.parts(of: word).count > 1 }

    func analysis(of word: String) -> WordAnalysis {
        symbols.analysis(of: word) {
            let root = stemmer.root(of: word)
            var keys = [Term.Key(symbol: symbol(of: root), share: 1)]
            for concept in (concepts[root] ?? []) + (forms[word] ?? []) {
                keys.append(Term.Key(symbol: symbol(of: "#" + concept.name), share: concept.share))
            }
            for (part, share) in splitter.parts(of: word) {
                let partRoot = stemmer.root(of: part)
                guard !FunctionWords.all.contains(part), !everyday.contains(partRoot) || hasConcept(partRoot)
                else {
                    continue
                }
                keys.append(Term.Key(symbol: symbol(of: partRoot), share: share))
                for concept in concepts[partRoot] ?? [] {
                    keys.append(Term.Key(symbol: symbol(of: "#" + concept.name), share: concept.share * share))
                }
            }
            let light = everyday.contains(root) && !hasConcept(root)
            return WordAnalysis(root: root, keys: keys, weight: light ? 0.3 : everyday.contains(root) ? 0.6 : 1)
        }
    }
}
