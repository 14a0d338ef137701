extension Claim {
    /// Whether another sentence speaks of the same thing: the same head, and nothing in either that the other's surroundings lack.
    func isOfSameThing(as other: Claim, _ around: [Term], _ otherAround: [Term]) -> Bool {
        if isAnswer || other.isAnswer, !countsFromEvent, !other.countsFromEvent {
            return allAreKin(subject, otherAround) && allAreKin(other.subject, around)
        }
        switch (kind, other.kind) {
        case (.frequency(let one), .frequency(let its)): return one == its && sharesSubject(with: other)
        case (.value, .value): guard Self.isKin(head, other.head, atLeast: 0.6) else { return false }
        case (.deadline(let mine), .deadline(let its)): guard Self.isSameEvent(mine, its) else { return false }
        case (.value, _), (.deadline, _), (.frequency, _), (.allowance, _): return false
        }
        let topic = around.filter { $0.weight >= 0.6 && $0.tokens.count == 1 && $0.likeness(to: head) < 0.45 }
        return subject.allSatisfy { one in otherAround.contains { Self.isKin(one, $0, atLeast: 0.45) } }
            && other.subject.allSatisfy { one in around.contains { Self.isKin(one, $0, atLeast: 0.45) } }
            && topic.contains { one in otherAround.contains { $0.weight >= 0.6 && $0.likeness(to: one) >= 0.6 } }
    }

    private var countsFromEvent: Bool {
        switch kind {
        case .deadline(let event): !event.isEmpty
        case .value, .frequency, .allowance: false
        }
    }

    private static func isSameEvent(_ one: [Term], _ other: [Term]) -> Bool {
        one.isEmpty && other.isEmpty || one.contains { mine in other.contains { isKin(mine, $0, atLeast: 0.6) } }
    }

    /// Most of what the shorter of two subjects names stands in the other.
    private func sharesSubject(with other: Claim) -> Bool {
        let (short, long) = subject.count <= other.subject.count ? (subject, other.subject) : (other.subject, subject)
        let shared = short.count { one in long.contains { Self.isKin(one, $0, atLeast: 0.8) } }
        return 2 * shared >= short.count && shared > 0
    }

    private func allAreKin(_ terms: [Term], _ others: [Term]) -> Bool {
        terms.allSatisfy { one in others.contains { Self.isKin(one, $0, atLeast: 0.45) } }
    }

    /// The same word, or a compound that ends in the other: a `bankpas` is a `pas`.
    static func isKin(_ one: Term, _ other: Term, atLeast: Float) -> Bool {
        if one.likeness(to: other) >= atLeast { return true }
        let (left, right) = (one.token.text, other.token.text)
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        return short.count >= 3 && long.count >= short.count + 3 && long.hasSuffix(short)
    }
}
