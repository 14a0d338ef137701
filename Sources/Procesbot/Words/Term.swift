/// A content word of a text with everything it may be recognised by.
public struct Term: Hashable, Sendable {
    /// A root, part of a compound or concept, and how much of the word it stands for.
    struct Key: Hashable, Sendable {
        let symbol: Symbol
        let share: Float
    }

    let token: Token
    let keys: [Key]
    /// How much the word says about the subject: 1 for a noun of the field, little for an everyday verb.
    let weight: Float
    /// The tokens it covers, as indices; more than one for a saying of several words.
    let tokens: Range<Int>
    /// Put together from a verb and a particle that stand apart; said of words that count for themselves too.
    var isJoined = false

    /// Whom all of it is about, so that the word tells nothing apart.
    var isCustomer: Bool { ["klant", "klanten"].contains(token.text) }

    /// How well two words fit: 1 for the same root, less for kin.
    func likeness(to other: Term) -> Float {
        var best: Float = 0
        for key in keys {
            for candidate in other.keys where candidate.symbol == key.symbol {
                best = max(best, key.share * candidate.share)
            }
        }
        return best
    }
}

/// A root or concept as a number, the same for the whole life of a lexicon.
typealias Symbol = Int32
