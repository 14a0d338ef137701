extension RuleReader {
    /// The end of the list that a sentence with a colon announces; the next sentence when it announces none.
    func list(after index: Int, _ sentences: [Sentence], _ passage: Passage) -> Int {
        guard sentences[index].tokens.last?.mark == ":" else { return index + 1 }
        var end = index + 1
        while end < sentences.count, case .item = passage.blocks[sentences[end].block].kind { end += 1 }
        return end
    }

    /// A list whose announcement asks that some or all of it hold is a condition; any other is one instruction.
    func list(_ sentences: [Sentence], _ range: Range<Int>) -> Rule {
        let intro = sentences[range.lowerBound]
        let items = sentences[range].dropFirst()
        let bytes = intro.range.lowerBound..<(items.last?.range.upperBound ?? intro.range.upperBound)
        let words = intro.words
        guard
            let cue = words.firstIndex(where: {
                DutchSyntax.openers.contains($0)
                    || ["signalen", "voorwaarden", "criteria", "nodig", "vereisten", "eisen"].contains($0)
            })
        else {
            return Rule(
                sentences: range, range: bytes, condition: nil, action: sentences[range].flatMap(\.tokens),
                terms: sentences[range].flatMap(\.terms),
                mood: mood(of: intro.tokens), cells: [])
        }
        let parts = items.compactMap { item in conditions.condition(trimmedItem(item.tokens)[...]) }
        return Rule(
            sentences: range, range: bytes, condition: joined(intro, from: cue, parts, items),
            action: Array(intro.tokens[..<cue]),
            terms: sentences[range].flatMap(\.terms), mood: mood(of: Array(intro.tokens[..<cue])), cells: [])
    }

    /// Words of an announcement that lifts a duty or ends something, for which each case by itself is enough.
    static let lifting: Set<String> = [
        "geen", "niet", "vervalt", "vervallen", "vernietig", "stop", "stopt", "weiger", "intrekken", "trek", "direct",
        "meteen", "behalve", "uitzondering", "altijd",
    ]

    func trimmedItem(_ tokens: [Token]) -> [Token] {
        guard let last = tokens.last, ["of", "en"].contains(last.text) else { return tokens }
        return Array(tokens.dropLast())
    }

    func joined(_ intro: Sentence, from cue: Int, _ parts: [Condition], _ items: ArraySlice<Sentence>)
        -> Condition
    {
        let words = intro.words
        let counts = QuantityReader.quantities(in: intro.tokens).filter {
            $0.measure == .count && $0.tokens.lowerBound >= cue
        }
        let listed = [
            "deze", "volgende", "onderstaande", "signalen", "voorwaarden", "criteria", "nodig", "vereisten", "eisen",
        ].contains {
            words[cue...].contains($0)
        }
        if listed, let count = counts.last?.lower, count > 1, count < parts.count { return .atLeast(count, parts) }
        let isChoice =
            items.contains { $0.tokens.last?.text == "of" } || listed && counts.last?.lower == 1
            || words[cue...].contains("een") && words.contains("van")
            || words.contains("of") && listed || words[..<cue].contains(where: Self.lifting.contains)
        let isSum =
            items.contains { $0.tokens.last?.text == "en" } || words.contains { ["alle", "allemaal"].contains($0) }
        let group: Condition = isChoice ? .any(parts) : isSum || listed ? .all(parts) : .either(parts)
        let rest = intro.tokens[(cue + 1)...].filter {
            !["en", "deze", "volgende", "geldt", "gelden", "van"].contains($0.text)
        }
        guard !listed, rest.count > 2, let own = conditions.condition(rest[...]) else { return group }
        return .all([own, group])
    }
}
