/// The words around a number that make it a bound: `hooguit 80 procent`, `twee of meer`, `vóór dag 55`.
enum Comparison {
    private enum Bound { case atLeast, atMost, above, below }

    private static let before: [([String], Bound)] = [
        (["tot", "en", "met"], .atMost), (["niet", "meer", "dan"], .atMost), (["niet", "langer", "dan"], .atMost),
        (["ten", "hoogste"], .atMost), (["ten", "minste"], .atLeast), (["op", "zijn", "minst"], .atLeast),
        (["op", "zijn", "hoogst"], .atMost), (["uiterlijk", "op"], .atMost), (["uiterlijk", "om"], .atMost),
        (["tot", "uiterlijk"], .atMost), (["niet", "minder", "dan"], .atLeast),
        (["meer", "dan"], .above), (["langer", "dan"], .above), (["hoger", "dan"], .above),
        (["groter", "dan"], .above),
        (["ouder", "dan"], .above), (["minder", "dan"], .below), (["korter", "dan"], .below),
        (["lager", "dan"], .below),
        (["kleiner", "dan"], .below), (["jonger", "dan"], .below),
        (["hooguit"], .atMost), (["hoogstens"], .atMost), (["maximaal"], .atMost), (["max"], .atMost),
        (["uiterlijk"], .atMost),
        (["binnen"], .atMost), (["tm"], .atMost), (["tot"], .below), (["onder"], .below), (["voor"], .below),
        (["minstens"], .atLeast), (["minimaal"], .atLeast), (["tenminste"], .atLeast), (["vanaf"], .atLeast),
        (["boven"], .above), (["ruim"], .above), (["na"], .above), (["sinds"], .above),
    ]
    private static let after: [([String], Bound)] = [
        (["of", "meer"], .atLeast), (["of", "hoger"], .atLeast), (["of", "langer"], .atLeast),
        (["of", "later"], .atLeast),
        (["of", "minder"], .atMost), (["of", "lager"], .atMost), (["of", "korter"], .atMost),
        (["of", "eerder"], .atMost),
        (["en", "hoger"], .atLeast), (["en", "meer"], .atLeast),
    ]

    /// Sets the bounds, takes the words along, and answers where reading goes on.
    static func apply(to quantity: inout Quantity, in tokens: [Token]) -> Int {
        let words = tokens.map(\.text)
        let range = quantity.tokens
        for (phrase, bound) in after
        where holds(phrase, at: range.lowerBound + 1, in: words) || holds(phrase, at: range.upperBound, in: words) {
            set(bound, on: &quantity)
            quantity.tokens = range.lowerBound..<max(range.upperBound, range.lowerBound + 1 + phrase.count)
            return quantity.tokens.upperBound
        }
        for (phrase, bound) in before where applies(phrase, to: quantity) {
            let start = range.lowerBound - phrase.count
            guard holds(phrase, at: start, in: words) else { continue }
            set(bound, on: &quantity)
            quantity.tokens = start..<range.upperBound
            break
        }
        return range.upperBound
    }

    /// `voor`, `na`, `tot` and `onder` bound a day or a date; before an amount they may mean something else.
    private static func applies(_ phrase: [String], to quantity: Quantity) -> Bool {
        switch phrase.first {
        case "voor", "na", "sinds", "uiterlijk":
            switch quantity.measure {
            case .position, .date: true
            case .money, .percent, .period, .count: phrase.first == "uiterlijk"
            }
        default: true
        }
    }

    private static func holds(_ phrase: [String], at start: Int, in words: [String]) -> Bool {
        start >= 0 && start + phrase.count <= words.count && Array(words[start..<start + phrase.count]) == phrase
    }

    private static func set(_ bound: Bound, on quantity: inout Quantity) {
        switch bound {
        case .atLeast: quantity.upper = nil
        case .atMost: quantity.lower = nil
        case .above: (quantity.lower, quantity.upper) = (quantity.lower.map { $0 + 1 }, nil)
        case .below: (quantity.lower, quantity.upper) = (nil, quantity.upper.map { $0 - 1 })
        }
    }
}
