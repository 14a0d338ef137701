/// What the library knows of a question, in figures: the ground on which it is judged whether an answer is supported.
public struct SupportFigures: Sendable {
    /// The share of the question's weight that the best passage knows.
    public private(set) var known: Float = 0
    /// The share that the library has no word for.
    public private(set) var unknown: Float = 1
    /// How many words of weight the best passage shares with the question, and how many the library lacks; at most five.
    private var shared: Float = 0
    private var lacking: Float = 0
    /// The same of all words, the everyday ones included; at most eight.
    private var sharedOfAll: Float = 0
    /// How much of the heading the question names.
    private(set) var headingShare: Float = 0
    /// Whether a condition of several parts holds, and how many facts of the case fulfil one (at most three).
    private var decided: Float = 0
    private var evidence: Float = 0
    /// How many words of weight the question has, at most twelve.
    private(set) var words: Float = 0
    /// The share of the question in names of things that the library lacks: `een paspoort`, `de huurverhoging`.
    private var lackingNames: Float = 0

    init() {}

    /// The figures in a fixed order.
    var row: [Float] {
        [
            known, unknown, shared, lacking, sharedOfAll, headingShare, decided, evidence, words,
            lackingNames, min(1, known / max(0.05, 1 - unknown)),
        ]
    }

    /// Logistic regression on questions that a library answers and on questions of one trade asked of the library of
    /// another; `Benchmarks/Retrieval/steun.py` makes it again.
    private static let weights: [Float] = [1.91, -2.50, 0.22, -0.32, 0.88, 1.90, 1.86, 0.75, 0.10, -2.27, 1.65]
    private static let bias: Float = -4.18

    /// Whether the question names what the passage is about, or is a fact that one of its rules waits for.
    var isToThePoint: Bool { headingShare >= 0.5 || evidence > 0 || decided > 0 }

    /// Whether two words of weight stand in the passage, or all where the question has fewer.
    var sharesMoreThanAName: Bool { shared >= min(2, words) }

    /// Whether the facts of the case fulfil a condition of the passage.
    var isHeld: Bool { evidence > 0 }

    /// How likely the library answers such a question, from 0 to 1.
    var likelihood: Float { logistic(zip(row, Self.weights).reduce(Self.bias) { $0 + $1.0 * $1.1 }) }
}

extension SupportFigures {
    init(_ best: Candidate, _ asked: Inquiry, _ adviser: Adviser) {
        let lexicon = adviser.library.lexicon
        known = best.coverage
        unknown = Self.share(of: asked, adviser) { !$0.isKnown && !$0.term.token.isCapitalised }
        let strong = asked.query.filter { $0.weight >= 0.6 }
        let terms = best.sentences.flatMap(\.terms) + best.passage.trail.flatMap { lexicon.terms(of: $0) }
        shared = Float(min(5, strong.count { wanted in terms.contains { $0.likeness(to: wanted.term) >= 0.45 } }))
        lacking = Float(min(5, strong.count { !$0.isKnown && !$0.term.token.isCapitalised }))
        sharedOfAll = Float(
            min(
                8,
                asked.query.count { wanted in
                    wanted.weight >= 0.1 && terms.contains { $0.likeness(to: wanted.term) >= 0.45 }
                }))
        headingShare = Self.named((best.passage.trail.last.map { lexicon.terms(of: $0) } ?? []), asked)
        decided = best.isDecided ? 1 : 0
        evidence = Float(min(3, best.verdicts.map { Set(best.grounds($0).map(\.text)).count }.max() ?? 0))
        if !best.limits.isEmpty { evidence = max(1, evidence) }
        words = Float(min(12, strong.count))
        lackingNames = Self.share(of: asked, adviser) { !$0.isKnown && Self.isName($0, asked) }
    }

    private static func share(of asked: Inquiry, _ adviser: Adviser, _ holds: (QueryTerm) -> Bool) -> Float {
        let total = max(0.001, asked.weight(adviser))
        return asked.query.filter(holds).reduce(0) { $0 + adviser.importance(of: $1) } / total
    }

    private static func named(_ heading: [Term], _ asked: Inquiry) -> Float {
        let own = heading.filter { $0.weight >= 0.6 }
        guard !own.isEmpty else { return 0 }
        let found = own.reduce(0) { sum, term in sum + (asked.query.map { $0.term.likeness(to: term) }.max() ?? 0) }
        return found / Float(own.count)
    }

    /// A noun is told by what stands before it, as it has no ending of its own.
    private static func isName(_ term: QueryTerm, _ asked: Inquiry) -> Bool {
        let place = term.term.tokens.lowerBound
        guard place > 0, asked.tokens.indices.contains(place) else { return false }
        return announcing.contains(asked.tokens[place - 1].text)
    }

    private static let announcing: Set<String> = [
        "de", "het", "een", "mijn", "onze", "zijn", "haar", "welke", "welk", "hoeveel", "van", "voor", "bij", "over",
        "in", "op", "met", "geen", "deze", "dit", "die",
    ]
}
