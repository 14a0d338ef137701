/// What is asked and no passage gives: a value of another thing is no answer.
extension Support {
    /// A question for a percentage or an address is not answered by a passage without one.
    static func lacks(_ asked: Inquiry, _ candidates: [Candidate], _ adviser: Adviser) -> Bool {
        let form = asked.form
        guard let first = candidates.first else { return false }
        if asksCode(asked), !first.sentences.contains(where: givesCode) { return true }
        if asksUnknown(asked) { return true }
        guard let wanted = form.wants else { return false }
        let quantities = first.sentences.flatMap { QuantityReader.quantities(in: $0.tokens) }
        switch wanted {
        case .percentage: return !quantities.contains { $0.measure == .percent }
        case .amount: return !first.reckons && !givesAmount(first, asked, adviser)
        case .contact: return first.coverage < 0.6 || !first.sentences.contains { holdsContact($0) }
        case .count:
            return form.asking.first?.text == "hoeveel" && quantities.isEmpty && !first.reckons
                || countsOther(asked, candidates, adviser)
        case .period: return asked.isNear(first) && !candidates.prefix(3).contains(where: givesTime)
        case .person: return false
        }
    }

    /// `Wat is ons rekeningnummer?`: the library has no word for the very thing that is asked.
    private static func asksUnknown(_ asked: Inquiry) -> Bool {
        guard asked.form.asking.prefix(2).map(\.text) == ["wat", "is"] else { return false }
        let things = asked.query.filter {
            $0.weight >= 0.6 && asked.form.asking.prefix(5).indices.contains($0.term.tokens.lowerBound)
        }
        return !things.isEmpty && things.allSatisfy { !$0.isKnown && $0.meant == nil }
    }

    private static func givesTime(_ candidate: Candidate) -> Bool {
        candidate.sentences.contains { QuantityReader.quantities(in: $0.tokens).contains { $0.measure.isOfTime } }
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
}
