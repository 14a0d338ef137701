import Basics

/// A part of every year: `van 1 oktober tot 1 april`, `tussen 1 mei en 1 september`, `juni tot en met augustus`.
struct Season: Equatable {
    /// The first and last day as month times hundred plus day; the first may come later in the year than the last.
    let first: Int
    let last: Int
    /// The words that say it.
    let tokens: Range<Int>

    /// The first one in some words; none where a year makes dates of it.
    static func read(_ tokens: [Token]) -> Season? {
        tokens.indices.lazy.compactMap { read(tokens, at: $0) }.first
    }

    private static func read(_ tokens: [Token], at start: Int) -> Season? {
        guard let from = edge(tokens, at: start), from.end < tokens.count else { return nil }
        let joins = tokens[from.end...].prefix(3).map(\.text)
        let isIncluded = joins.starts(with: ["tot", "en", "met"]) || joins.starts(with: ["t", "m"])
        let width = isIncluded ? joins.starts(with: ["t"]) ? 2 : 3 : 1
        let opener = start > 0 ? tokens[start - 1].text : ""
        guard isIncluded || joins.first == "tm" || joins.first == "tot" || joins.first == "en" && opener == "tussen",
            let to = edge(tokens, at: from.end + width), !isYear(tokens, at: to.end)
        else { return nil }
        let isThrough = isIncluded || joins.first == "tm"
        let last =
            to.day.map { to.month * 100 + $0 - (isThrough ? 0 : 1) } ?? (isThrough ? to.month : to.month - 1) * 100 + 31
        let opens = ["van", "vanaf", "tussen", "in"].contains(opener) ? start - 1 : start
        return Season(first: from.month * 100 + (from.day ?? 1), last: last, tokens: opens..<to.end)
    }

    /// `1 oktober` or `oktober`.
    private static func edge(_ tokens: [Token], at place: Int) -> (month: Int, day: Int?, end: Int)? {
        guard tokens.indices.contains(place) else { return nil }
        if let month = DateReader.month(tokens[place].text) { return (month, nil, place + 1) }
        guard tokens[place].isNumeric, place + 1 < tokens.count, let day = NumberWords.whole(tokens[place]),
            (1...31).contains(day), let month = DateReader.month(tokens[place + 1].text), !isYear(tokens, at: place + 2)
        else { return nil }
        return (month, day, place + 2)
    }

    private static func isYear(_ tokens: [Token], at place: Int) -> Bool {
        tokens.indices.contains(place) && tokens[place].isNumeric && tokens[place].text.count == 4
    }

    /// Whether a day falls in it.
    func holds(_ day: Day) -> Bool { holds(day.month * 100 + day.day) }

    /// Whether a whole month falls in it; not known where part of it does.
    func holds(month: Int) -> Truth {
        let days = (1...28).map { holds(month * 100 + $0) }
        return days.allSatisfy { $0 } ? .yes : days.contains(true) ? .unknown : .no
    }

    private func holds(_ day: Int) -> Bool {
        first <= last ? (first...last).contains(day) : day >= first || day <= last
    }
}

extension Judge {
    /// Whether the time that is asked about falls in a season: the month or day that the asking sentence names, else today.
    func verdict(on season: Season) -> Verdict {
        for statement in facts.statements.filter(\.isAsked) + facts.statements.filter({ !$0.isAsked }) {
            for index in statement.tokens.indices {
                if statement.isAsked,
                    let day = DateReader.date(in: statement.tokens, at: index)?.day
                        ?? DateReader.dateWithoutYear(in: statement.tokens, at: index, near: facts.today)?.day
                {
                    return Verdict(truth: season.holds(day) ? .yes : .no, evidence: [statement])
                }
                if let month = DateReader.month(statement.tokens[index].text), index > 0,
                    statement.tokens[index - 1].text == "in"
                {
                    return Verdict(truth: season.holds(month: month), evidence: [statement])
                }
            }
        }
        let told = facts.statements.flatMap { statement in
            statement.tokens.indices.compactMap { index in
                (DateReader.date(in: statement.tokens, at: index)?.day
                    ?? DateReader.dateWithoutYear(in: statement.tokens, at: index, near: facts.today)?.day).map {
                        (day: $0, statement: statement)
                    }
            }
        }
        if told.count == 1 {
            return Verdict(truth: season.holds(told[0].day) ? .yes : .no, evidence: [told[0].statement])
        }
        if season.holds(facts.today) { return Verdict(truth: .yes) }
        return Verdict(truth: asksOfItsTime ? .unknown : .no)
    }

    /// `tijdens de vakantiesluiting`, asked of a passage that is headed so: what holds then is asked, and not what holds today.
    private var asksOfItsTime: Bool {
        facts.statements.contains { statement in
            statement.tokens.indices.contains { place in
                ["tijdens", "gedurende"].contains(statement.tokens[place].text)
                    && statement.terms.contains { term in
                        (place + 1...place + 4).contains(term.tokens.lowerBound)
                            && heading.contains { $0.weight >= 0.6 && $0.likeness(to: term) >= 0.6 }
                    }
            }
        }
    }
}
