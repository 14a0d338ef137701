import Feel

/// The name of a fact as it stands in what somebody says: `lengte 7 meter`, `de eigenaar is niet bekend`, `eigenaar onbekend`.
struct SpokenName {
    private let name: ModelName
    private let statement: Statement
    private let place: Range<Int>
    /// The words around those of the name.
    private let rest: [Token]
    /// Whether its last word stands there with `on` before it: `onbekend`.
    private let isTurned: Bool

    private static let widest = 4

    init?(_ name: ModelName, _ statement: Statement) {
        let said = statement.tokens.map(\.text)
        var places: [Int] = []
        var turned = false
        for (index, word) in name.words.enumerated() {
            if let place = said.firstIndex(of: word) {
                places.append(place)
            } else if index > 0, index == name.words.count - 1, let place = said.firstIndex(of: "on" + word) {
                (turned, places) = (true, places + [place])
            }
        }
        guard places.count == name.words.count, let first = places.min(), let last = places.max(),
            Self.isName(name.words), Self.hangsTogether(said, first...last, Set(places))
        else { return nil }
        (self.name, self.statement, place, isTurned) = (name, statement, first..<last + 1, turned)
        rest = statement.tokens.indices.filter { !places.contains($0) }.map { statement.tokens[$0] }
    }

    /// One short or small word names nothing.
    private static func isName(_ words: [String]) -> Bool {
        words.contains { $0.count >= 4 && !FunctionWords.all.contains($0) }
    }

    /// Only small words stand between those of the name.
    private static func hangsTogether(_ said: [String], _ place: ClosedRange<Int>, _ own: Set<Int>) -> Bool {
        let between = place.filter { !own.contains($0) }
        return between.count <= widest && between.allSatisfy { FunctionWords.all.contains(said[$0]) }
    }

    func value(_ kind: FeelKind?) -> FeelValue? {
        switch kind {
        case .boolean: flag
        case .number: number
        case nil: statement.quantities.isEmpty ? flag : number
        default: nil
        }
    }

    private var flag: FeelValue? {
        guard !statement.isAsked, statement.tokens.count <= Self.longest, name.words.count > 1 || isPlain else {
            return nil
        }
        // `niet bekend` doubts, but not where it is what the name says: `eigenaar bekend`.
        guard !Denial.isUncertain(rest), !isMadeUncertain else { return nil }
        return .boolean((Denial.isDenied(rest) == isTurned) != isMadeOtherwise)
    }

    /// A person corrected it, so that it says other than its words do.
    private var isMadeUncertain: Bool { statement.isUncertain && !Denial.isUncertain(statement.tokens) }
    private var isMadeOtherwise: Bool {
        statement.corrects != nil && statement.isDenied != Denial.isDenied(statement.tokens, statement.terms)
    }

    /// Hardly anything else is said: a name of one word may stand in a clause about something else.
    private var isPlain: Bool { rest.count { !FunctionWords.all.contains($0.text) && !Denial.contains($0.text) } <= 1 }

    /// In a longer clause the name may only be mentioned.
    private static let longest = 8

    /// The one number of the clause, where it stands by the name.
    private var number: FeelValue? {
        guard statement.quantities.count == 1, let quantity = statement.quantities.first, !isTurned,
            max(quantity.tokens.lowerBound - place.upperBound, place.lowerBound - quantity.tokens.upperBound)
                <= Self.widest
        else { return nil }
        return ModelNumber(quantity, in: statement.tokens)?.value(in: name.unit)
    }
}
