/// A passage that may support an answer, read as rules and held against the facts.
struct Candidate {
    let number: Int
    let document: LibraryDocument
    let passage: Passage
    let sentences: [Sentence]
    let rules: [Rule]
    let verdicts: [Verdict?]
    /// Bounds that speak of a number of the case, by rule: kept, or gone beyond.
    let limits: [Int: Verdict]
    /// How well each rule fits the words of the question.
    let relevance: [Float]
    /// The share of the question's weight that the passage knows.
    let coverage: Float
    /// Whether a condition of several parts holds by what is said of the case.
    var isDecided: Bool {
        rules.indices.contains { (rules[$0].condition?.clauses.count ?? 0) > 1 && !grounds(verdicts[$0]).isEmpty }
    }
    /// Whether a rare word of the question stands in it just so.
    let specificMatch: Bool
    /// Whether the heading names a subject of the question.
    let headingMatch: Bool
    /// Whether the facts choose a row of its table: the way out of a gateway, a rule of a decision.
    let hasDecidedRow: Bool
    /// Whether it holds a sum that the case has the numbers for.
    var reckons = false
    /// Whether it is a place in a drawing that only has words in common with the question.
    var isPassing = false
    var score: Float

    /// Rules that the facts do not rule out, best first.
    var applicable: [Int] {
        let open = rules.indices.filter { verdicts[$0]?.truth != .no }
        let full = open.filter { !rules[$0].isBare }
        return full.isEmpty ? open : full
    }

    /// The facts on which a rule of it holds. What is only known of the zaak, and of which the question says nothing, makes no answer.
    func grounds(_ verdict: Verdict?) -> [Statement] {
        guard let verdict, verdict.truth == .yes else { return [] }
        return coverage >= Self.leastForKnown ? verdict.evidence : verdict.evidence.filter(\.isSaid)
    }

    /// Whether only what is known of the zaak fulfils a rule, and nothing that was said.
    func holdsByKnown(_ rule: Int) -> Bool {
        verdicts[rule]?.evidence.isEmpty == false && grounds(verdicts[rule]).isEmpty
    }

    /// How much of the question a passage must know for all that is known of the zaak to count.
    private static let leastForKnown: Float = 0.3

    /// Whether the facts fulfil the condition of one of its rules.
    var hasHeldRule: Bool { verdicts.contains { !grounds($0).isEmpty } }

    /// Whether it is one of a list of exceptions, by its headings or the title of its document.
    var isException: Bool {
        ([document.title] + passage.trail).contains { title in
            Tokenizer.tokens(of: title).contains { $0.text.hasPrefix("afwijk") || $0.text.hasPrefix("uitzonder") }
        }
    }

    var heading: String { passage.heading.isEmpty ? document.title : passage.heading }
    /// The page on which some words of it stand: that of its start, and one more for each page turned before them.
    func page(of range: Range<Int>) -> Int? {
        let before = passage.range.lowerBound..<max(passage.range.lowerBound, range.lowerBound)
        return passage.page.map { $0 + document.text.turns(in: before) }
    }

    /// `§2.4` or `3.1`, when the heading starts with a number.
    var section: String? {
        guard let first = Tokenizer.tokens(of: passage.heading).first, first.text.contains(where: \.isNumber) else {
            return nil
        }
        return first.text
    }
}

extension Adviser {
    func candidate(_ number: Int, score: Float, _ asked: Inquiry) -> Candidate {
        let (document, passage) = library.passage(number)
        let content = readPassage(number)
        let (sentences, read, heading, own) = (content.sentences, content.rules, content.heading, content.own)
        let judge = Judge(facts: asked.facts, heading: heading)
        let limits = Dictionary(
            read.indices.compactMap { index in judge.limit(read[index], read[index].terms).map { (index, $0) } }
        ) { first, _ in first }
        let weighed = Self.otherwise(
            read, read.map { judge.elsewhere($0, statements.places) ?? $0.condition.map(judge.verdict) })
        let tested = Tested(document, passage, asked.facts, judge).verdicts(on: read, Self.apart(read, weighed, limits))
        let fitting = Self.exclusive(read, tested, isModel: document.isModel)
        let judged = read.indices.map { chosen(fitting[$0], of: read[$0], document, asked) }
        let coverage = coverage(by: own + content.terms, title: heading, asked.query)
        return Candidate(
            number: number, document: document, passage: passage, sentences: sentences, rules: read,
            verdicts: judged, limits: limits,
            relevance: read.map { relevance(of: $0, asked) },
            coverage: coverage,
            specificMatch: specificMatch(content.terms, asked.query),
            headingMatch: headingMatch(own, asked.query),
            hasDecidedRow: coverage > 0.15
                && read.indices.contains { number in
                    judged[number].map { isDecided(read[number], $0, document, asked) } == true
                }, score: score)
    }

    /// `In alle andere gevallen` holds when the rules before it do not, and the other way round.
    private static func otherwise(_ rules: [Rule], _ verdicts: [Verdict?]) -> [Verdict?] {
        var verdicts = verdicts
        for index in rules.indices.dropFirst() where isRemainder(rules[index]) {
            let before = verdicts[..<index].compactMap { $0 }
            let truth: Truth =
                before.contains { $0.truth == .yes }
                ? .no : !before.isEmpty && before.allSatisfy { $0.truth == .no } ? .yes : .unknown
            verdicts[index] = Verdict(truth: truth, evidence: truth == .yes ? before.flatMap(\.evidence) : [])
        }
        return verdicts
    }

    /// A number that a bound of the passage names for itself (`uitstel van hooguit 20 dagen`) chooses no row of a table of other things.
    private static func apart(_ rules: [Rule], _ verdicts: [Verdict?], _ limits: [Int: Verdict]) -> [Verdict?] {
        let taken = Set(limits.values.flatMap(\.evidence).filter(\.namesItsTerm).map(\.text))
        guard !taken.isEmpty else { return verdicts }
        return rules.indices.map { index in
            guard let verdict = verdicts[index], !rules[index].cells.isEmpty, !verdict.evidence.isEmpty,
                verdict.evidence.allSatisfy({ taken.contains($0.text) })
            else { return verdicts[index] }
            return Verdict(truth: .unknown, open: rules[index].condition?.clauses ?? [])
        }
    }

    /// Of the ways out of a choice in a drawing one is taken: where the words of the case fit more than one, none is chosen and it is asked.
    private static func exclusive(_ rules: [Rule], _ verdicts: [Verdict?], isModel: Bool) -> [Verdict?] {
        let taken = rules.indices.filter { index in
            // A decision table marks what it answers, and may have rows that overlap.
            rules[index].cells.count == 2 && verdicts[index]?.truth == .yes
                && rules[index].cells.last?.header.hasSuffix(ModelText.answerMark) == false
        }
        guard isModel, taken.count > 1 else { return verdicts }
        var verdicts = verdicts
        for index in taken {
            verdicts[index] = Verdict(truth: .unknown, open: rules[index].condition?.clauses ?? [])
        }
        return verdicts
    }

    private static func isRemainder(_ rule: Rule) -> Bool {
        let words = rule.condition?.clauses.first?.tokens.map(\.text) ?? []
        guard words.count <= 5 else { return false }
        return words.contains("gevallen") && words.contains { ["andere", "overige"].contains($0) }
            || words == ["overig"] || words == ["overige"]
    }

    private func relevance(of rule: Rule, _ asked: Inquiry) -> Float {
        matched(asked.query, by: rule.terms) + matched(asked.context, by: rule.terms) * 0.4
            + agreement(of: rule, asked.facts)
    }

    /// A rule that names the very number of the case is about the case, also as its edge: `werkdag 6`, `tot en met 80 euro`.
    private func agreement(of rule: Rule, _ facts: CaseFacts) -> Float {
        let known = facts.statements.flatMap(\.quantities)
        // `112`, `1023`: a number of three digits or more that stands for itself.
        let names = facts.statements.flatMap(\.tokens).filter(Self.isName)
        if rule.action.contains(where: { token in Self.isName(token) && names.contains { $0.text == token.text } }) {
            return 2
        }
        return QuantityReader.quantities(in: rule.action).contains { one in
            guard let edge = one.exact ?? one.upper ?? one.lower, one.measure != .count else { return false }
            return known.contains {
                $0.measure == one.measure && $0.exact == edge && !(one.exact == nil && one.isStrict)
            }
        } ? 2 : 0
    }

    private static func isName(_ token: Token) -> Bool {
        token.isNumeric && token.text.utf8.count >= 3 && token.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && !(token.text.utf8.count == 4 && ["19", "20"].contains(token.text.prefix(2)))
    }

    func matched(_ query: [QueryTerm], by terms: [Term]) -> Float {
        query.reduce(0) { sum, wanted in
            sum + importance(of: wanted) * (terms.map(wanted.term.likeness).max() ?? 0)
        }
    }

    /// What a word of the question weighs: rare words of the library more, and words it does not know most.
    func importance(of wanted: QueryTerm) -> Float {
        wanted.weight * library.index.rarity(of: wanted.keys.map(\.symbol))
    }

    /// The share of the question that stands in some words; the title of the document says little of one passage.
    func coverage(by terms: [Term], title: [Term] = [], _ query: [QueryTerm]) -> Float {
        let total = query.reduce(0) { $0 + importance(of: $1) }
        guard total > 0 else { return 0 }
        let found = query.reduce(Float(0)) { sum, wanted in
            let likeness = max(
                terms.map(wanted.term.likeness).max() ?? 0, 0.4 * (title.map(wanted.term.likeness).max() ?? 0))
            return sum + importance(of: wanted) * likeness
        }
        return found / total
    }

    private func specificMatch(_ terms: [Term], _ query: [QueryTerm]) -> Bool {
        query.contains { wanted in
            guard wanted.meant == nil, wanted.weight >= 0.9, let key = wanted.term.keys.first(where: { $0.share == 1 })
            else { return false }
            let frequency = library.index.frequency(of: key.symbol)
            return (1...2).contains(frequency)
                && terms.contains { $0.weight >= 0.9 && $0.keys.contains { $0.symbol == key.symbol && $0.share == 1 } }
        }
    }

    /// A word that hardly any passage has stands, just so, in the heading of this one.
    func isNamed(by query: [QueryTerm], _ candidate: Candidate) -> Bool {
        let heading = library.lexicon.terms(of: candidate.passage.heading)
        return query.contains { wanted in
            guard wanted.meant == nil, wanted.weight >= 0.9, let key = wanted.term.keys.first,
                (1...2).contains(library.index.frequency(of: key.symbol))
            else { return false }
            return heading.contains { $0.weight >= 0.9 && $0.keys.first?.symbol == key.symbol }
        }
    }

    private func headingMatch(_ heading: [Term], _ query: [QueryTerm]) -> Bool {
        query.contains { wanted in
            wanted.weight >= 0.8 && heading.contains { $0.weight >= 0.6 && $0.likeness(to: wanted.term) >= 0.6 }
        }
    }
}
