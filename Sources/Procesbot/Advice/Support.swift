/// Whether the library says enough about a question to answer it, and how sure the answer is.
struct Support {
    private let best: Candidate
    private let coverage: Float
    private let hasOptions: Bool
    private let lacksWanted: Bool
    private let isEntitlement: Bool
    private let reckons: Bool
    private let hasOneWord: Bool
    /// Whether what to do is asked of a rare word that the passage is headed by.
    private let isNamed: Bool
    /// Whether it is what the drawing says where the zaak stands.
    private let isNear: Bool
    /// Whether it is asked from inside a zaak, of which the library says less than of the subjects of its instructions.
    private let isInZaak: Bool
    /// Whether it only has words in common with a place in a drawing.
    private let isPassing: Bool
    let figures: SupportFigures

    init?(_ candidates: [Candidate], _ options: [Candidate], _ asked: Inquiry, _ adviser: Adviser) {
        guard let first = candidates.first ?? options.first else { return nil }
        best = first
        coverage = first.coverage
        figures = SupportFigures(first, asked, adviser)
        hasOptions = !options.isEmpty && asked.form.asksRoute
        reckons = first.reckons
        isEntitlement = asked.form.asksEntitlement
        lacksWanted = Support.lacks(asked, candidates, adviser)
        isPassing = first.isPassing
        isNear = asked.isNear(first)
        isInZaak = !asked.standing.isEmpty
        isNamed = asked.form.asksRoute && adviser.isNamed(by: asked.query, first)
        hasOneWord = asked.tokens.filter { !$0.isNumeric }.count < 2
    }

    var isEnough: Bool {
        if lacksWanted { return false }
        if hasOptions || reckons { return true }
        // A drawing names many things in passing; it answers only what it is plainly about.
        if isPassing { return false }
        if isNear { return figures.likelihood >= Support.leastNear }
        if best.document.isModel, !best.hasDecidedRow {
            return coverage >= Support.leastInModel && figures.unknown < Support.mostUnknownInModel
                && figures.sharesMoreThanAName
        }
        if isEntitlement, coverage < Support.leastForEntitlement { return false }
        if isNamed { return figures.likelihood >= Support.leastNamed }
        return figures.likelihood >= Support.least && !(isBare && figures.known < Support.leastKnown && !figures.isHeld)
    }

    /// What people wrote to be read answers it, so that the drawing comes second.
    var answersFromText: Bool { isEnough && !best.document.isModel }

    /// Whether the library barely says enough, so that one answer in two is right.
    private var isBare: Bool { !reckons && !hasOptions && figures.likelihood < Support.plenty }

    /// Higher, and more questions that the library answers are refused than questions that it does not.
    static let least: Float = 0.35
    /// The same of what is written at the place where the zaak stands: whoever asks there most likely asks about that.
    static let leastNear: Float = 0.15
    private static let plenty: Float = 0.45
    /// What a passage must know of the question where little speaks for it.
    private static let leastKnown: Float = 0.35
    /// A subject that is the heading carries an answer, however much story stands around it.
    static let leastNamed: Float = 0.04
    static let leastForEntitlement: Float = 0.65
    /// How well the words must carry advice on a part of a story.
    static let leastForPart: Float = 0.5
    /// How likely the library must answer a part with the question behind it.
    static let leastForAskedPart: Float = 0.6
    /// Advice on a part leaves the rest of the story out.
    static let mostForPart = 0.6
    static let leastInModel: Float = 0.5
    /// The same of what happens there by itself.
    static let leastOfEvent: Float = 0.3
    /// How much of the question the place where the zaak stands must say to be shown beside what happens there.
    static let leastBeside: Float = 0.15
    /// How much of the one word that a question holds a place in a drawing must have.
    static let leastOfOneWord: Float = 0.75
    /// How much of the question what is written at a place in a drawing must say.
    static let leastInProse: Float = 0.35
    /// How much of the name of a place in a drawing the question must say to be about it.
    static let leastOfName: Float = 0.6
    static let mostUnknownInModel: Float = 0.35
    /// The same of another drawing than the one in which the zaak stands.
    static let leastElsewhere: Float = 0.75

    /// One word names a subject and asks nothing, so nobody can be sure what was meant; a drawing names a step in passing: that the words
    /// are the same makes it no answer yet.
    static let mostForOneWord = 0.45
    private static let mostForDrawing = 0.6
    /// Of what is asked from inside a zaak nothing was measured to be clear.
    private static let mostInZaak = 0.65
    /// What little speaks for is not said to be sure.
    private static let mostForBare = 0.55
    private static let mostOfAll = 0.97
    private static let leastOfAll = 0.1

    private func most(for first: AdviceStep?) -> Double {
        if hasOneWord { return Support.mostForOneWord }
        if isBare { return Support.mostForBare }
        if first?.isDrawn == true { return Support.mostForDrawing }
        return isInZaak ? Support.mostInZaak : Support.mostOfAll
    }

    func grade(_ advice: inout Advice) {
        let certain: Float = advice.missing.isEmpty ? 0.1 : 0
        let backing =
            0.35 + 0.55 * coverage - 0.4 * figures.unknown + certain + (hasOptions ? 0.15 : 0)
            - (advice.conflicts.isEmpty ? 0 : 0.3)
        advice.backing = hasOneWord || isBare ? min(backing, Support.plenty) : backing
        let sure = min(max(Double(advice.first.likelihood), Support.leastOfAll), most(for: advice.route.first))
        advice.confidence = (sure * 100).rounded() / 100
    }
}
