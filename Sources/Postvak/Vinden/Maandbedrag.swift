import Basics

/// The amount that a mail speaks of paying each month: `50 euro per maand`, `€ 62,50 in de maand`, `50 euros a month`.
enum Maandbedrag {
    /// Nothing where there is none, or more than one.
    static func amount(in text: String) -> Money? {
        let pattern =
            /(€\s*)?(\d{1,5})(?:[.,](\d{2}))?(?:,-)?(\s*(?:euro'?s?|eur|€))?\s+(?:per|a|each|every|elke|iedere|in de)\s+(?:maand|mnd|month)/
            .ignoresCase()
        let found = text.prefix(20_000).matches(of: pattern).compactMap { match -> Money? in
            guard match.1 != nil || match.4 != nil, let euros = Int64(match.2) else { return nil }
            return Money(cents: euros * 100 + (match.3.flatMap { Int64($0) } ?? 0))
        }.filter { $0 > .zero }
        return Set(found).count == 1 ? found.first : nil
    }
}
