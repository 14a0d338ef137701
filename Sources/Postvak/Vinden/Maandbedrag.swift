public import Basics

/// The amount that a mail offers to pay each month: `50 euro per maand`, `€ 1.062,50 in de maand`, `50 euros a month`.
public enum Maandbedrag {
    /// Nothing where there is none, or more than one.
    public static func amount(in text: String) -> Money? {
        let pattern =
            /(€\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,5})(?:[.,](\d{2}))?(?:,-)?(\s*(?:euro'?s?|eur|€))?\s+(?:per|a|each|every|elke|iedere|in de)\s+(?:maand|mnd|month)/
            .ignoresCase()
        let text = text.prefix(20_000)
        let found = text.matches(of: pattern).compactMap { match -> Money? in
            guard match.1 != nil || match.4 != nil, let euros = Int64(match.2.filter(\.isNumber)),
                isOffer(text[..<match.range.lowerBound])
            else { return nil }
            return Money(cents: euros * 100 + (match.3.flatMap { Int64($0) } ?? 0))
        }.filter { $0 > .zero }
        return Set(found).count == 1 ? found.first : nil
    }

    /// What stands before it in its sentence neither denies it nor calls it something else: an income, a rent.
    private static func isOffer(_ before: Substring) -> Bool {
        if let last = before.last, last.isNumber || last == "." || last == "," { return false }
        let start = before.lastIndex { ".!?;\n".contains($0) }.map { before.index(after: $0) } ?? before.startIndex
        let words = before[start...].lowercased().split { !$0.isLetter }
        return !words.contains { word in
            denying.contains(String(word)) || !isDebt(word) && other.contains { word.hasPrefix($0) }
        }
    }

    /// `huurachterstand`: what the offer is for.
    private static func isDebt(_ word: Substring) -> Bool { word.contains("achterstand") || word.contains("schuld") }

    private static let other = [
        "inkomen", "inkomst", "verdien", "salaris", "loon", "uitkering", "toeslag", "huur", "kost", "pensioen",
        "premie",
        "income", "earn", "salary", "wage", "rent", "benefit", "pension",
    ]
    private static let denying: Set<String> = [
        "geen", "niet", "nooit", "no", "not", "cannot", "can't", "never",
    ]
}
