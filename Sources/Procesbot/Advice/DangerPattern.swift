/// A way in which people speak of danger: words in their order, with few or no others between them.
struct DangerPattern: Sendable {
    private struct Part: Sendable {
        let words: Set<String>
        let beginnings: [String]
        /// How many other words may stand before it.
        let gap: Int

        init(_ texts: [String], gap: Int) {
            words = Set(texts.filter { !$0.hasSuffix("*") })
            beginnings = texts.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
            self.gap = gap
        }

        func holds(_ text: String) -> Bool {
            words.contains(text) || beginnings.contains { text.hasPrefix($0) }
        }
    }

    private let parts: [Part]
    private let without: Part?
    /// Whether the words deny something themselves, as `niet meer willen leven` does.
    private let denies: Bool

    /// `a|b` is one of both, `word*` what begins so; `..` lets three other words in, `...` six; `!a|b` must be nowhere in the sentence.
    init(_ text: String) {
        var parts: [Part] = []
        var without: Part?
        var gap = 0
        for piece in text.split(separator: " ") {
            switch piece {
            case "..": gap = 3
            case "...": gap = 6
            default:
                let words = piece.split(separator: "|").map { Folding.fold(String($0)) }
                if piece.hasPrefix("!") {
                    without = Part(words.map { $0.trimmed(of: "!") }, gap: 0)
                } else {
                    parts.append(Part(words, gap: gap))
                    gap = 0
                }
            }
        }
        self.parts = parts
        self.without = without
        denies = parts.contains { $0.words.contains(where: Denial.contains) }
    }

    /// Whether a sentence says so and does not deny it.
    func isSaid(in tokens: [Token]) -> Bool {
        if let without, tokens.contains(where: { without.holds($0.text) }) { return false }
        return tokens.indices.contains { start in
            span(from: start, tokens).map { denies || !DangerDenial.holds(tokens, $0) } ?? false
        }
    }

    /// Whether the words stand there, denied or not, without those that make it something else.
    func isMeant(in tokens: [Token]) -> Bool {
        stands(in: tokens) && !(without.map { word in tokens.contains { word.holds($0.text) } } ?? false)
    }

    /// Whether the words stand there, denied or not.
    func stands(in tokens: [Token]) -> Bool { tokens.indices.contains { span(from: $0, tokens) != nil } }

    /// The tokens that it takes up from this one.
    func span(from start: Int, _ tokens: [Token]) -> Range<Int>? {
        guard let first = parts.first, first.holds(tokens[start].text) else { return nil }
        return end(of: parts.dropFirst(), after: start, tokens).map { start..<$0 }
    }

    private func end(of rest: ArraySlice<Part>, after place: Int, _ tokens: [Token]) -> Int? {
        guard let next = rest.first else { return place + 1 }
        for index in (place + 1)..<min(tokens.count, place + 2 + next.gap)
        where next.holds(tokens[index].text) {
            if let end = end(of: rest.dropFirst(), after: index, tokens) { return end }
        }
        return nil
    }
}

/// Whether danger is denied: `wil niet dood`, `geen sprake van zelfmoord`, `bedreigt ons niet`; who doubts does not deny.
enum DangerDenial {
    private static let fillers: Set<String> = [
        "sprake", "gedachten", "gedachte", "plannen", "plan", "signalen", "aanwijzingen", "neiging", "neigingen",
    ]
    private static let joining: Set<String> = ["en", "maar", "want", "dus", "of", "omdat", "dat", "als"]
    private static let doubting: Set<String> = ["of", "zeker", "uit", "uitgesloten", "uitsluiten", "alleen"]

    private static let subjects: Set<String> = ["ik", "hij", "zij", "ze", "we", "wij", "klant"]

    static func holds(_ tokens: [Token], _ span: Range<Int>) -> Bool {
        if Denial.isUncertain(tokens) || tokens.contains(where: { doubting.contains($0.text) }) { return false }
        if let inside = tokens[span].firstIndex(where: { Denial.contains($0.text) }) {
            return !tokens[inside..<span.upperBound].contains { $0.text == "maar" }
        }
        // Behind who does it, the words before belong to another clause: `ik kan niet meer ik heb pillen genoeg`.
        return stands(tokens[..<span.lowerBound].reversed()) { $0.mark == nil && !subjects.contains($0.text) }
            || stands(Array(tokens[span.upperBound...]), isOpen: tokens[span.upperBound - 1].mark == nil) { _ in true }
    }

    /// A denying word among the next few, with only small words before it.
    private static func stands(_ near: [Token], isOpen: Bool = true, _ joins: (Token) -> Bool) -> Bool {
        guard isOpen else { return false }
        for token in near.prefix(4) {
            guard joins(token) else { return false }
            if Denial.contains(token.text) { return true }
            guard !joining.contains(token.text),
                FunctionWords.all.contains(token.text) || fillers.contains(token.text), token.mark == nil
            else { return false }
        }
        return false
    }
}
