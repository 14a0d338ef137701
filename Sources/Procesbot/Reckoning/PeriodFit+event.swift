/// From what a period is counted, by its sentence.
extension PeriodFit {
    /// Counted from what the date is of, by its name.
    func isCounted(from anchor: Statement) -> Bool {
        guard quantity.isTerm, !isRate, !isLimit, let start = start ?? told else { return false }
        return start.contains { word in
            word.weight >= 0.9 && anchor.terms.contains { $0.weight >= 0.6 && $0.likeness(to: word) >= 0.6 }
        }
    }

    /// The date is said to be of something: `vervaldag 1 oktober`, and no bare day of a story.
    func isNamed(_ anchor: Statement) -> Bool {
        guard let date = anchor.quantities.first(where: { $0.measure == .date })?.tokens else { return false }
        return anchor.terms.contains { $0.tokens.upperBound == date.lowerBound && $0.weight >= 0.9 }
            && anchor.tokens.count - date.count <= 2
    }

    func likeness(of words: [Term], to anchor: Statement) -> Float {
        anchor.terms.map { one in words.map { $0.likeness(to: one) }.max() ?? 0 }.max() ?? 0
    }

    /// The event that is counted from: `binnen vijf werkdagen na de einddatum`.
    var start: [Term]? { opening ?? link.map { terms(from: $0, through: 4) } }

    /// `120 dagen, te rekenen vanaf de dagtekening`: said apart, it speaks for a date of that name and against no other.
    var told: [Term]? { countingLink.map { terms(from: $0, through: 8) } }

    func terms(from link: Int, through width: Int) -> [Term] {
        sentence.terms.filter { (link...link + width).contains($0.tokens.lowerBound) }
    }

    /// `na …`, and of `de 14 dagen van de aanmaning` the word `van`.
    var link: Int? {
        let (tokens, next) = (sentence.tokens, quantity.tokens.upperBound)
        guard next < tokens.count else { return nil }
        if ["na", "nadat", "vanaf", "sinds"].contains(tokens[next].text) { return next }
        let isDefinite = tokens[..<quantity.tokens.lowerBound].last?.text == "de" && tokens[next].text == "van"
        let name = tokens.dropFirst(next + 1).first?.text ?? ""
        return isDefinite && Self.definite.contains(name) ? next : nil
    }

    /// `te rekenen vanaf …`, `gerekend van …`
    var countingLink: Int? {
        let (tokens, next) = (sentence.tokens, quantity.tokens.upperBound)
        guard let counting = tokens.dropFirst(next).prefix(4).firstIndex(where: { Self.counting.contains($0.text) })
        else { return nil }
        return tokens[counting...].prefix(3).firstIndex { ["na", "vanaf", "van", "sinds", "met"].contains($0.text) }
    }

    private static let definite: Set<String> = ["de", "het", "die", "deze"]
    private static let counting: Set<String> = ["rekenen", "gerekend", "geteld", "tellen", "ingaand", "beginnend"]

    /// `Na een afgewezen beroep krijgt de inwoner 14 dagen`: the noun that closes what the sentence opens with.
    var opening: [Term]? {
        guard sentence.tokens.first?.text == "na",
            let verb = sentence.tokens.indices.first(where: { $0 > 1 && DutchSyntax.isFinite($0, in: sentence.tokens) }
            ),
            verb <= quantity.tokens.lowerBound
        else { return nil }
        return sentence.terms.last { $0.tokens.upperBound <= verb && $0.weight >= 0.6 }.map { [$0] }
    }
}
