extension Claim {
    /// A sentence that says by when something must be done; one that only points back takes its subject from the heading.
    static func deadline(_ sentence: Sentence, under heading: [Term]) -> Claim? {
        let tokens = sentence.tokens
        let periods = QuantityReader.quantities(in: tokens).filter(isMeasured)
        guard periods.count == 1, let period = periods.first, isTimeLimit(period, in: tokens) else { return nil }
        let event = Deadline.event(behind: period, in: tokens)
        // What stands behind the clause of the term is said besides: `binnen 48 uur in de app, met foto's`.
        let end = tokens.indices.dropFirst(event.upperBound - 1).first { tokens[$0].mark != nil } ?? tokens.count - 1
        let own = sentence.terms.filter { term in
            term.weight >= 0.3 && !term.isCustomer && term.tokens.lowerBound <= end
                && !term.tokens.overlaps(period.tokens)
                && !event.contains(term.tokens.lowerBound) && !Deadline.isManner(term, in: tokens)
        }
        let counted = sentence.terms.filter { event.contains($0.tokens.lowerBound) }
        var claim = Claim(
            .deadline(event: counted), of: own.isEmpty ? naming(heading) : own, Deadline.last(period, in: tokens))
        claim?.isAnswer = own.isEmpty
        return claim
    }

    /// `binnen 14 dagen`, `uiterlijk 3 dagen voor …`, `minstens 10 werkdagen voor …`.
    private static func isTimeLimit(_ period: Quantity, in tokens: [Token]) -> Bool {
        guard case .period = period.measure else { return false }
        let words = tokens[period.tokens].map(\.text)
        if period.upper != nil { return words.contains { ["binnen", "uiterlijk", "tot"].contains($0) } }
        return period.tokens.upperBound < tokens.count && tokens[period.tokens.upperBound].text == "voor"
    }

    /// What a heading names: its words of weight, and the everyday ones where there are no others.
    private static func naming(_ heading: [Term]) -> [Term] {
        let plain = heading.filter {
            $0.weight >= 0.3 && $0.tokens.count == 1 && PeriodUnit(word: $0.token.text) == nil
        }
        let strong = plain.filter { $0.weight >= 0.6 }
        return strong.isEmpty ? plain : strong
    }
}

/// The parts of a sentence with a term that do not say what the term is of.
private enum Deadline {
    /// `na de melding`, `voor de laatste dag van het contract`: what a term is counted from or to; empty where nothing says it.
    static func event(behind period: Quantity, in tokens: [Token]) -> Range<Int> {
        let start = period.tokens.upperBound
        guard start < tokens.count, ["na", "voor", "vanaf"].contains(tokens[start].text) else { return start..<start }
        var end = min(start + 5, tokens.count)
        // The last words name whose it is.
        if let whose = tokens[..<end].lastIndex(where: { $0.text == "van" }), whose > start {
            end = max(end, min(whose + 3, tokens.count))
        }
        return start..<end
    }

    /// `uiterlijk 5 dagen voor`, `tot 5 dagen voor` and `minstens 5 dagen voor` are the same last day.
    static func last(_ period: Quantity, in tokens: [Token]) -> Quantity {
        guard event(behind: period, in: tokens).first.map({ tokens[$0].text }) == "voor" else { return period }
        var last = period
        let number = period.lower ?? period.upper.map { period.isStrict ? $0 + 1 : $0 }
        (last.lower, last.upper, last.isStrict) = (number, number, false)
        return last
    }

    /// `in de app`, `per brief`, `met foto's`: how it is done, and no other thing.
    static func isManner(_ term: Term, in tokens: [Token]) -> Bool {
        var place = term.tokens.lowerBound - 1
        while place > 0, DutchSyntax.articles.contains(tokens[place].text) { place -= 1 }
        guard place >= 0 else { return false }
        return ["met", "per", "via"].contains(tokens[place].text)
            || ["in", "op", "aan"].contains(tokens[place].text) && channels.contains(term.token.text)
    }

    private static let channels: Set<String> = [
        "app", "portaal", "website", "site", "mail", "email", "brief", "post", "telefoon", "formulier", "sms",
        "omgeving",
    ]
}
