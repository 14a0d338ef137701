extension Claim {
    /// A sentence that lets someone do something up to so much or so long (`mag de sleutel ten hoogste 3 dagen houden`), with what it
    /// asks for that: two of them that speak of the same in any words must allow the same.
    static func allowance(_ sentence: Sentence) -> Claim? {
        let tokens = sentence.tokens
        guard tokens.contains(where: { ["mag", "mogen", "kan", "kunnen", "kunt", "kun"].contains($0.text) }),
            !tokens.contains(where: { Denial.contains($0.text) })
        else { return nil }
        let bounds = QuantityReader.quantities(in: tokens).filter(isMeasured)
        guard bounds.count == 1, let most = bounds.first, most.lower == nil, most.upper != nil else { return nil }
        let words = sentence.terms.filter {
            $0.weight >= 0.6 && !$0.tokens.overlaps(most.tokens) && !$0.isJoined && $0.tokens.count == 1
        }
        return words.count >= 3 ? Claim(.allowance, of: words, most) : nil
    }

    /// Whether two allowances speak of the same: all words of the shorter one stand in the other, which adds next to nothing.
    func allowsSame(as other: Claim) -> Bool {
        let (short, long) = subject.count <= other.subject.count ? (subject, other.subject) : (other.subject, subject)
        let added = long.count { one in !short.contains { Self.isKin(one, $0, atLeast: 0.45) } }
        return added <= 2 && short.allSatisfy { one in long.contains { Self.isKin(one, $0, atLeast: 0.6) } }
    }
}
