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
        isNamed = asked.form.asksRoute && adviser.isNamed(by: asked.query, first)
        hasOneWord = asked.tokens.filter { !$0.isNumeric }.count < 2
    }

    /// A question for a percentage or an address is not answered by a passage without one.
    private static func lacks(_ asked: Inquiry, _ candidates: [Candidate], _ adviser: Adviser) -> Bool {
        let form = asked.form
        guard let first = candidates.first else { return false }
        if asksCode(asked), !first.sentences.contains(where: givesCode) { return true }
        guard let wanted = form.wants else { return false }
        let quantities = first.sentences.flatMap { QuantityReader.quantities(in: $0.tokens) }
        switch wanted {
        case .percentage: return !quantities.contains { $0.measure == .percent }
        case .amount: return !first.reckons && !givesAmount(first, asked, adviser)
        case .contact: return first.coverage < 0.6 || !first.sentences.contains { holdsContact($0) }
        case .count:
            return form.asking.first?.text == "hoeveel" && quantities.isEmpty && !first.reckons
                || countsOther(asked, candidates, adviser)
        case .period, .person: return false
        }
    }

    /// `Welke uitzonderingscode hoort daarbij?`: a code is a number, and one that the passage must give.
    private static func asksCode(_ asked: Inquiry) -> Bool {
        zip(asked.form.asking, asked.form.asking.dropFirst()).contains { first, second in
            ["welke", "welk"].contains(first.text) && second.text.hasSuffix("code")
        }
    }

    private static func givesCode(_ sentence: Sentence) -> Bool {
        sentence.tokens.indices.contains { place in
            (sentence.tokens[place].text.hasSuffix("code") || sentence.tokens[place].text.hasSuffix("codes"))
                && sentence.tokens[(place + 1)...].prefix(3).contains { token in
                    token.text.contains(where: \.isNumber) || token.text.utf8.count <= 3 && token.isCapitalised
                }
        }
    }

    /// `Hoeveel klanten heeft een casemanager?`: what is to be counted stands with no number anywhere near.
    private static func countsOther(_ asked: Inquiry, _ candidates: [Candidate], _ adviser: Adviser) -> Bool {
        let asking = asked.form.asking
        guard let ask = asking.indices.prefix(2).first(where: { asking[$0].text == "hoeveel" }),
            let thing = asked.query.first(where: { $0.term.tokens.lowerBound == ask + 1 && $0.weight >= 0.3 }),
            !["tijd", "geld", "ruimte"].contains(thing.term.token.text),
            !candidates.prefix(3).contains(where: \.reckons)
        else { return false }
        return !candidates.prefix(3).contains { candidate in
            candidate.rules.contains { rule in
                counts(thing.term, rule, candidate, adviser)
            }
        }
    }

    /// Whether a rule has a number of a thing: beside it what can be counted, anywhere in it what is weighed in money or time.
    private static func counts(_ thing: Term, _ rule: Rule, _ candidate: Candidate, _ adviser: Adviser) -> Bool {
        let heads = rule.cells.flatMap { adviser.library.lexicon.terms(of: $0.header) }
        return candidate.sentences[rule.sentences].contains { sentence in
            let named = (sentence.terms + heads).filter { thing.likeness(to: $0) >= 0.45 }
            guard !named.isEmpty else { return false }
            let isMany = thing.token.text.hasSuffix("en") || thing.token.text.hasSuffix("s")
            return QuantityReader.quantities(in: sentence.tokens).contains { quantity in
                !isMany && quantity.measure != .count || !rule.cells.isEmpty
                    || named.contains { (-5...3).contains($0.tokens.lowerBound - quantity.tokens.upperBound) }
            }
        }
    }

    /// Whether a sentence or row gives an amount of the very thing that is asked, and not of another in the same passage.
    private static func givesAmount(_ candidate: Candidate, _ asked: Inquiry, _ adviser: Adviser) -> Bool {
        let wanted = asked.query.filter {
            $0.weight >= 0.6 && asked.form.asking.indices.contains($0.term.tokens.lowerBound)
        }
        let heading = adviser.library.lexicon.terms(of: candidate.passage.heading)
        return candidate.rules.contains { rule in
            let tokens = candidate.sentences[rule.sentences].flatMap(\.tokens)
            guard
                QuantityReader.quantities(in: tokens).contains(where: { $0.measure == .money || $0.measure == .percent }
                )
            else { return false }
            let before = refersBack(tokens) ? candidate.sentences[max(0, rule.sentences.lowerBound - 1)].terms : []
            let columns = rule.cells.flatMap { adviser.library.lexicon.terms(of: $0.header) }
            return wanted.isEmpty
                || adviser.coverage(by: rule.terms + before + heading + columns, wanted) >= Support.leastOfThing
        }
    }

    /// `Daarvoor rekenen we 9 euro`: what it costs stands in the sentence before.
    private static func refersBack(_ tokens: [Token]) -> Bool {
        tokens.prefix(3).contains {
            ["daarvoor", "hiervoor", "dat", "dit", "die", "deze", "daarvan", "ervoor", "daarbij", "daarboven"].contains(
                $0.text)
        }
    }

    private static let leastOfThing: Float = 0.3

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
        if hasOptions || reckons { return true }
        // A drawing names many things in passing; it answers only what it is plainly about.
        if best.document.isModel, !best.hasDecidedRow {
            return coverage >= Support.leastInModel && figures.unknown < Support.mostUnknownInModel
        }
        if isEntitlement, coverage < Support.leastForEntitlement { return false }
        return figures.likelihood >= (isNamed ? Support.leastNamed : Support.least)
    }

    /// What people wrote to be read answers it, so that the drawing comes second.
    var answersFromText: Bool { isEnough && !best.document.isModel }

    static let least: Float = 0.45
    /// A subject that is the heading carries an answer, however much story stands around it.
    static let leastNamed: Float = 0.12
    static let leastForEntitlement: Float = 0.65
    /// How sure advice on a part of a story must be.
    static let leastForPart = 0.5
    /// How likely the library must answer a part with the question behind it.
    static let leastForAskedPart: Float = 0.6
    /// Advice on a part leaves the rest of the story out.
    static let mostForPart = 0.6
    static let leastInModel: Float = 0.5
    static let mostUnknownInModel: Float = 0.35

    /// One word names a subject and asks nothing, so nobody can be sure what was meant.
    static let mostForOneWord: Float = 0.45

    /// A first step that the facts lead to may be as good as certain; one that only fits the words less, and one on an open condition least.
    private func most(for first: AdviceStep?) -> Float {
        guard let first, first.facts.isEmpty else { return 0.97 }
        return first.isOpen ? Support.mostForOpen : Support.mostForWords
    }

    /// What the lists of test questions bear out for first steps of these kinds (docs/adviseur.md).
    static let mostForWords: Float = 0.84
    static let mostForOpen: Float = 0.78

    func grade(_ advice: inout Advice) {
        let certain: Float = advice.missing.isEmpty ? 0.1 : 0
        let value = min(
            0.97,
            max(
                0.3,
                0.35 + 0.55 * coverage - 0.4 * figures.unknown + certain + (hasOptions ? 0.15 : 0)
                    - (advice.conflicts.isEmpty ? 0 : 0.3)))
        let sure = hasOneWord ? min(value, Support.mostForOneWord) : min(value, most(for: advice.route.first))
        advice.confidence = (Double(sure) * 100).rounded() / 100
        advice.certainty = sure >= 0.7 ? .clear : .likely
    }
}
