/// The words around a number that make it a bound: `hooguit 80 procent`, `twee of meer`, `vóór dag 55`.
enum Comparison {
    private enum Bound { case atLeast, atMost, above, below }

    private static let before: [([String], Bound)] = [
        (["tot", "en", "met"], .atMost), (["ten", "hoogste"], .atMost), (["ten", "minste"], .atLeast),
        (["op", "zijn", "minst"], .atLeast), (["op", "zijn", "hoogst"], .atMost), (["uiterlijk", "op"], .atMost),
        (["uiterlijk", "om"], .atMost), (["tot", "uiterlijk"], .atMost), (["hooguit"], .atMost),
        (["hoogstens"], .atMost), (["maximaal"], .atMost), (["max"], .atMost), (["uiterlijk"], .atMost),
        (["binnen"], .atMost), (["tm"], .atMost), (["t", "m"], .atMost), (["tot"], .below), (["onder"], .below),
        (["voor"], .below),
        (["minstens"], .atLeast), (["minimaal"], .atLeast), (["tenminste"], .atLeast), (["vanaf"], .atLeast),
        (["boven"], .above), (["ruim"], .above), (["na", "de", "eerste"], .above), (["de", "eerste"], .atMost),
        (["na"], .above), (["sinds"], .atLeast),
    ]
    private static let more: Set<String> = ["meer", "langer", "hoger", "groter", "ouder", "later", "verder"]
    private static let less: Set<String> = ["minder", "korter", "lager", "kleiner", "jonger", "eerder"]
    private static let copulas: Set<String> = ["is", "zijn", "was", "bent", "wordt", "duurt", "ligt"]

    /// What a comparative alone says of a number that was named before: `meer`, `lager`.
    static func points(_ word: String) -> Relative? {
        more.contains(word) ? .above : less.contains(word) ? .below : nil
    }

    enum Relative: Sendable { case above, below }

    /// `of meer`, `of ouder`, `en hoger`; and how many words that takes.
    private static func after(_ words: [String], at index: Int) -> (Bound, Int)? {
        guard index >= 0, index + 1 < words.count, ["of", "en"].contains(words[index]) else { return nil }
        if more.contains(words[index + 1]) { return (.atLeast, 2) }
        return words[index] == "of" && less.contains(words[index + 1]) ? (.atMost, 2) : nil
    }

    /// `meer dan`, `niet ouder dan`, `jonger is dan`: a comparative, with or without its verb, before the number.
    private static func comparative(before start: Int, in words: [String]) -> (Bound, Int)? {
        guard start >= 2, words[start - 1] == "dan" else { return nil }
        let place = copulas.contains(words[start - 2]) ? start - 3 : start - 2
        guard place >= 0, let points = points(words[place]) else { return nil }
        let isDenied = place > 0 && ["niet", "nooit"].contains(words[place - 1])
        let from = isDenied ? place - 1 : place
        switch points {
        case .above: return (isDenied ? .atMost : .above, start - from)
        case .below: return (isDenied ? .atLeast : .below, start - from)
        }
    }

    /// Sets the bounds, takes the words along, and answers where reading goes on.
    static func apply(to quantity: inout Quantity, in tokens: [Token]) -> Int {
        let words = tokens.map(\.text)
        let range = quantity.tokens
        // `vier termijnen of meer`: the things counted may stand between.
        let places =
            [range.lowerBound + 1, range.upperBound] + (quantity.measure == .count ? [range.upperBound + 1] : [])
        for place in places {
            guard let (bound, width) = after(words, at: place) else { continue }
            set(bound, on: &quantity)
            quantity.tokens = range.lowerBound..<max(range.upperBound, place + width)
            return quantity.tokens.upperBound
        }
        let start = beforeName(range.lowerBound, in: words)
        if let (bound, width) = comparative(before: start, in: words) {
            set(bound, on: &quantity)
            quantity.tokens = start - width..<range.upperBound
            return range.upperBound
        }
        for (phrase, bound) in before where applies(phrase, to: quantity) {
            for start in [range.lowerBound, start] where holds(phrase, at: start - phrase.count, in: words) {
                set(bound, on: &quantity)
                quantity.tokens = start - phrase.count..<range.upperBound
                return range.upperBound
            }
        }
        return range.upperBound
    }

    /// `tot en met een restschuld van 1.000 euro`: the bound may stand before the name of the amount.
    private static func beforeName(_ start: Int, in words: [String]) -> Int {
        guard start >= 3, words[start - 1] == "van" else { return start }
        let name = start - 2
        return ["een", "de", "het"].contains(words[name - 1]) ? name - 1 : name
    }

    /// `voor`, `na`, `tot` and `onder` bound a day or a date; before an amount they may mean something else. `in de eerste 6 maanden`
    /// bounds a period.
    private static func applies(_ phrase: [String], to quantity: Quantity) -> Bool {
        if phrase.last == "eerste" {
            if case .period = quantity.measure { return true }
            return false
        }
        return switch phrase.first {
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
        quantity.isStrict = bound == .above || bound == .below
        switch bound {
        case .atLeast: quantity.upper = nil
        case .atMost: quantity.lower = nil
        case .above: (quantity.lower, quantity.upper) = (quantity.lower.map { $0 + 1 }, nil)
        case .below: (quantity.lower, quantity.upper) = (nil, quantity.upper.map { $0 - 1 })
        }
    }
}
