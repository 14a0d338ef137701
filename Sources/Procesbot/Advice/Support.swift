/// Whether the library says enough about a question to answer it, and how sure the answer is.
struct Support {
    private let best: Candidate
    private let coverage: Float
    private let unknownShare: Float
    private let hasOptions: Bool
    private let lacksWanted: Bool
    private let isEntitlement: Bool
    private let reckons: Bool

    init?(_ candidates: [Candidate], _ options: [Candidate], _ asked: Inquiry, _ adviser: Adviser) {
        guard let first = candidates.first ?? options.first else { return nil }
        best = first
        coverage = first.coverage
        let total = asked.weight(adviser)
        let unknown = asked.query.filter { !$0.isKnown && !$0.term.token.isCapitalised }.reduce(Float(0)) {
            $0 + adviser.importance(of: $1)
        }
        unknownShare = total > 0 ? unknown / total : 0
        hasOptions = !options.isEmpty && asked.form.asksRoute
        reckons = first.reckons
        isEntitlement = asked.form.asksEntitlement
        lacksWanted = Support.lacks(asked.form.wants, candidates)
    }

    /// A question for a percentage or an address is not answered by a passage without one.
    private static func lacks(_ wanted: QuestionForm.Wanted?, _ candidates: [Candidate]) -> Bool {
        guard let wanted, let first = candidates.first else { return false }
        let quantities = first.sentences.flatMap { QuantityReader.quantities(in: $0.tokens) }
        switch wanted {
        case .percentage: return !quantities.contains { $0.measure == .percent }
        case .amount: return !quantities.contains { $0.measure == .money || $0.measure == .percent }
        case .contact: return first.coverage < 0.6 || !first.sentences.contains { holdsContact($0) }
        case .period, .count, .person: return false
        }
    }

    /// A telephone number, a web or mail address, a postcode or opening hours.
    private static func holdsContact(_ sentence: Sentence) -> Bool {
        sentence.tokens.enumerated().contains { index, token in
            let digits = token.text.filter(\.isNumber).count
            let isPostcode =
                token.isNumeric && digits == 4 && sentence.tokens.dropFirst(index + 1).first?.text.count == 2
            return digits >= 7 || isPostcode || ["www", "uur", "nl"].contains(token.text)
        }
    }

    var isEnough: Bool {
        if lacksWanted { return false }
        if hasOptions { return true }
        // A drawing names many things in passing; it answers only what it is plainly about.
        if best.document.isModel, !best.hasDecidedRow {
            return coverage >= Support.leastInModel && unknownShare < Support.mostUnknownInModel
        }
        if reckons || best.isDecided && coverage >= Support.leastUnderHeading && unknownShare < 0.7 && !isEntitlement {
            return true
        }
        let least =
            isEntitlement
            ? Support.leastForEntitlement
            : best.headingMatch && unknownShare < 0.3 || best.specificMatch && unknownShare < 0.42
                ? Support.leastUnderHeading : Support.least
        return coverage >= least && unknownShare < Support.mostUnknown
    }

    static let least: Float = 0.34
    static let leastUnderHeading: Float = 0.22
    static let leastForEntitlement: Float = 0.65
    static let mostUnknown: Float = 0.5
    static let leastInModel: Float = 0.5
    static let mostUnknownInModel: Float = 0.35

    /// What is shown beside an evaluation: how much is known, and how much is not.
    var figures: (known: Double, unknown: Double) { (Double(coverage), Double(unknownShare)) }

    func grade(_ advice: inout Advice) {
        let certain: Float = advice.missing.isEmpty ? 0.1 : 0
        let value = min(
            0.97,
            max(
                0.3,
                0.35 + 0.55 * coverage - 0.4 * unknownShare + certain + (hasOptions ? 0.15 : 0)
                    - (advice.conflicts.isEmpty ? 0 : 0.3)))
        advice.confidence = (Double(value) * 100).rounded() / 100
        advice.certainty = value >= 0.7 ? .clear : .likely
    }
}
