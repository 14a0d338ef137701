/// A part of a whole in words: `de helft van`, `twee derde van`, `een kwart van`.
struct Fraction: Equatable {
    let numerator: Int
    let denominator: Int
    /// The words that say it; `van` and the whole come behind them.
    let tokens: Range<Int>

    private static let parts = [
        "derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "achtste": 8, "tiende": 10, "twaalfde": 12,
        "twintigste": 20, "dertigste": 30, "honderdste": 100,
    ]

    /// Every fraction that a whole follows: `een derde van de huur`, and not `een derde belt`.
    static func all(in tokens: [Token]) -> [Fraction] {
        tokens.indices.dropLast().compactMap { place in
            guard tokens[place + 1].text == "van", tokens[place].mark == nil else { return nil }
            return fraction(endingAt: place, in: tokens)
        }
    }

    private static func fraction(endingAt place: Int, in tokens: [Token]) -> Fraction? {
        let word = tokens[place].text
        if word == "helft" { return Fraction(numerator: 1, denominator: 2, tokens: place..<place + 1) }
        if word == "driekwart" { return Fraction(numerator: 3, denominator: 4, tokens: place..<place + 1) }
        guard let below = parts[word], place > 0 else { return nil }
        let before = tokens[place - 1]
        guard let above = before.text == "een" ? 1 : NumberWords.whole(before), (1..<below).contains(above) else {
            return nil
        }
        return Fraction(numerator: above, denominator: below, tokens: place - 1..<place + 1)
    }

    /// As it is said: `de helft`, `twee derde`.
    func words(in text: [Token]) -> String {
        let words = text[tokens].map(\.text).joined(separator: " ")
        return words == "helft" ? "de helft" : words
    }

    /// The part of an amount, rounded to a whole cent; nothing where it is too large.
    func part(of cents: Int) -> Int? {
        let product = cents.multipliedReportingOverflow(by: numerator)
        return product.overflow ? nil : (product.partialValue + denominator / 2) / denominator
    }
}
