/// How plainly the first step of an advice answers, in figures: the ground for how sure the advice says it is.
public struct FirstStepFigures: Sendable {
    /// How much better it answers than the best step of another passage, and than the best of all others.
    private var aheadOfOthers: Float = 0
    private var ahead: Float = 0
    /// How many facts of the case lead to it; at most three.
    private var facts: Float = 0
    /// Whether the sources contradict each other on it.
    private var isContradicted: Float = 0
    /// How much of the heading of the best passage the question names.
    private var headingShare: Float = 0
    /// Whether it stands in the passage that was found best.
    private var isOfBest: Float = 0
    /// How many words of weight the question has, and which share of it the best passage knows.
    private var words: Float = 0
    private var known: Float = 0

    /// Whether it was worked out with the numbers of the case.
    private var isReckoned: Float = 0

    init() {}

    /// The figures in a fixed order.
    var row: [Float] {
        [aheadOfOthers, ahead, facts, isContradicted, headingShare, isOfBest, words, known, isReckoned]
    }

    /// Logistic regression of whether the first step alone is right, over all lists; `Benchmarks/Retrieval/zekerheid.py` makes it again.
    private static let weights: [Float] = [0.42, 0.55, 0.39, -1.88, 0.37, 0.36, -0.15, 0.34, 0.18]
    private static let bias: Float = -0.69

    /// How likely the first step alone answers the question, from 0 to 1.
    var likelihood: Float { logistic(zip(row, Self.weights).reduce(Self.bias) { $0 + $1.0 * $1.1 }) }
}

extension FirstStepFigures {
    init(_ advice: Advice, of drafts: [Draft], best: Int?, _ support: SupportFigures) {
        (words, known, headingShare) = (support.words, support.known, support.headingShare)
        isContradicted = advice.conflicts.isEmpty ? 0 : 1
        guard let step = advice.route.first, let first = drafts.first(where: { $0.step.step == step.step }) else {
            return
        }
        let others = drafts.filter { $0.step.step != step.step }
        func most(_ drafts: [Draft]) -> Float { drafts.map(\.weight).max() ?? 0 }
        aheadOfOthers = first.weight - most(others.filter { $0.passage != first.passage })
        ahead = first.weight - most(others)
        facts = Float(min(3, step.facts.count))
        isOfBest = first.passage == best ? 1 : 0
        isReckoned = first.isReckoned ? 1 : 0
    }
}
