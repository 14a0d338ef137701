extension Adviser {
    /// The words of the passage that a claim rests on, when it says no more than that passage; by code, not by trust.
    public func cited(_ claim: String, quoting quote: String, from passage: GivenPassage) throws(ClaimFlaw)
        -> QuotedSource
    {
        guard !claim.isEmpty, claim.count <= Self.longestClaim, !Self.foreign.contains(where: claim.contains),
            !Gate.changesRules(claim)
        else { throw .foreign }
        guard let source = passage.source.narrowed(to: quote) else { throw .quoteMissing }
        let said = ClaimReading(claim, self)
        let support = ClaimReading([passage.source.quote] + passage.computed, self)
        guard said.numbers.isSubset(of: support.numbers), said.amounts.isSubset(of: support.amounts) else {
            throw .otherNumber
        }
        try said.speaksOnly(of: support, under: library.lexicon.terms(of: passage.source.heading))
        let here = ClaimReading([passage.source.quote], self)
        guard said.keepsRoles(of: support) else { throw .otherRoles }
        guard said.permits == here.permits, said.strong.isSubset(of: here.strong) else { throw .otherForce }
        guard said.bounds == here.bounds, said.hasCondition || !here.hasCondition else { throw .lostCondition }
        return source
    }

    private static let longestClaim = 400
    private static let foreign = ["://", "www.", "@", "<", ">", "](", "`", "[", "{", "\u{202E}"]
}
