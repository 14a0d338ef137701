import Basics

/// The years that a text says it is about: `de rente over 2024`, `Tarieven 2025`; a date, and since when something holds, name none.
enum NamedYears {
    private static let about: Set<String> = [
        "over", "in", "van", "voor", "jaar", "kalenderjaar", "belastingjaar", "schooljaar", "heel", "anno", "het",
        "en", "of",
    ]
    private static let since: Set<String> = ["vanaf", "sinds", "na", "tot"]

    /// In a sentence, behind a word that says what it is about.
    static func inSentence(_ tokens: [Token]) -> Set<Int> {
        Set(
            tokens.indices.dropFirst().compactMap { place in
                about.contains(tokens[place - 1].text)
                    && !tokens[..<place].suffix(3).contains { since.contains($0.text) }
                    && !isCounted(place, tokens) ? year(tokens[place]) : nil
            })
    }

    /// In a title or heading, anywhere.
    static func inHeading(_ text: String) -> Set<Int> {
        let tokens = Tokenizer.tokens(of: text)
        return Set(
            tokens.indices.compactMap { place in
                let before = place > 0 ? tokens[place - 1].text : ""
                return since.contains(before) || DateReader.isMonth(before) ? nil : year(tokens[place])
            })
    }

    private static func year(_ token: Token) -> Int? {
        guard token.text.utf8.count == 4, let year = Int(token.text), (2010...2040).contains(year) else { return nil }
        return year
    }

    /// `2025 euro` is an amount.
    private static func isCounted(_ place: Int, _ tokens: [Token]) -> Bool {
        guard place + 1 < tokens.count else { return false }
        let next = tokens[place + 1].text
        return ["euro", "euros", "eur", "procent"].contains(next) || PeriodUnit(word: next) != nil
    }
}

extension Composer {
    /// The years that a rule is about: its own, else those of its headings and document.
    func years(of rule: Rule, _ candidate: Candidate) -> Set<Int> {
        let own = NamedYears.inSentence(candidate.sentences[rule.sentences].flatMap(\.tokens))
        return own.isEmpty ? headingYears(of: candidate) : own
    }

    private func headingYears(of candidate: Candidate) -> Set<Int> {
        let heading = NamedYears.inHeading(candidate.passage.trail.joined(separator: " "))
        return heading.isEmpty ? NamedYears.inHeading(candidate.document.title) : heading
    }

    /// Whether a passage tells of other years only than the one that the question names.
    func isOfOtherYear(_ candidate: Candidate) -> Bool {
        guard !asked.years.isEmpty else { return false }
        let named = years(of: candidate)
        return !named.isEmpty && named.isDisjoint(with: asked.years)
    }

    func isOfAskedYear(_ candidate: Candidate) -> Bool { !years(of: candidate).isDisjoint(with: asked.years) }

    private func years(of candidate: Candidate) -> Set<Int> {
        headingYears(of: candidate).union(
            candidate.sentences.reduce(into: Set<Int>()) { $0.formUnion(NamedYears.inSentence($1.tokens)) })
    }

    /// Years that a rule is about, where they are not the year that is asked, or that it is now.
    func otherYears(_ rule: Rule, _ candidate: Candidate) -> [Int] {
        let wanted = asked.years.isEmpty ? [asked.facts.today.year] : asked.years
        let named = years(of: rule, candidate)
        return named.isDisjoint(with: wanted) ? named.sorted() : []
    }
}
