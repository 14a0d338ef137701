/// The names of people in a question: who they are says nothing about the subject.
enum NamedPeople {
    private static let titles: Set<String> = [
        "mevrouw", "meneer", "mijnheer", "dhr", "mevr", "mw", "mv", "heer", "familie", "fam", "juffrouw",
    ]
    private static let particles: Set<String> = [
        "de", "van", "der", "den", "ter", "ten", "el", "al", "t", "bin", "ben",
    ]

    /// The words behind a title: particles, what has a capital, and what no table knows.
    static func tokens(in tokens: [Token], unknown: Set<Int> = []) -> Set<Int> {
        var found: Set<Int> = []
        for title in tokens.indices where titles.contains(tokens[title].text) {
            var place = title + 1
            while place < tokens.count, place <= title + 5,
                tokens[place].isCapitalised || particles.contains(tokens[place].text) || unknown.contains(place)
            {
                found.insert(place)
                if tokens[place].mark != nil { break }
                place += 1
            }
        }
        return found
    }
}

/// Side issues of a story: clauses without numbers that share no word of weight with the library, while others share several.
enum SideClauses {
    private static let joining: Set<String> = ["en", "maar", "want", "omdat", "terwijl", "dus"]
    private static let asking: Set<String> = [
        "hoe", "wat", "wie", "waar", "welke", "welk", "wanneer", "hoeveel", "hoelang", "waarom", "mag", "mogen", "kun",
    ]
    /// Verbs that ask where they open a clause.
    private static let opening: Set<String> = [
        "kan", "moet", "kunnen", "moeten", "krijgt", "heeft", "is", "wordt", "zijn",
    ]

    static func tokens(in tokens: [Token], _ query: [QueryTerm], _ form: QuestionForm) -> Set<Int> {
        let clauses = clauses(of: tokens)
        func known(_ clause: Range<Int>) -> Int {
            query.count { $0.isKnown && $0.weight >= 0.6 && clause.contains($0.term.tokens.lowerBound) }
        }
        let isAsked = form.asking.count < tokens.count
        let aside = clauses.filter { clause in
            known(clause) == 0 && !(isAsked && clause.overlaps(form.asking.indices))
                && !clause.contains { asking.contains(tokens[$0].text) || tokens[$0].isNumeric }
                && !opening.contains(tokens[clause.lowerBound].text)
        }
        guard clauses.reduce(0, { $0 + known($1) }) >= 2 else { return [] }
        return Set(aside.joined())
    }

    private static func clauses(of tokens: [Token]) -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = 0
        for index in tokens.indices {
            if index > start, joining.contains(tokens[index].text) {
                clauses.append(start..<index)
                start = index
            }
            if tokens[index].mark != nil {
                clauses.append(start..<index + 1)
                start = index + 1
            }
        }
        if start < tokens.count { clauses.append(start..<tokens.count) }
        return clauses
    }
}
