extension ClaimReading {
    /// Who may do something in the work: a claim may not swap them.
    private static let people = [
        "klant", "opdrachtgever", "casemanager", "medewerker", "teamleider", "hulpverlener", "bewindvoerder", "curator",
        "deurwaarder", "gemachtigde", "gemeente", "partner", "werkgever", "rechter", "eigenaar", "huurder",
        "verhuurder",
        "bank", "politie", "leverancier", "verzekeraar", "arts", "nabestaande", "derde",
    ]

    /// Whom of ``people`` a word names.
    static func person(_ term: Term, _ adviser: Adviser) -> Int? {
        let likeness = people.map { adviser.library.lexicon.terms(of: $0).map(term.likeness).max() ?? 0 }
        guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }), likeness[best] >= 0.7 else {
            return nil
        }
        return best
    }

    /// Whoever the claim lets do something is named where the passage says it, and two of them stand in the same order.
    func keepsRoles(of support: ClaimReading) -> Bool {
        parts.allSatisfy { part in
            guard !part.people.isEmpty else { return true }
            let near = support.parts.filter { other in
                part.acts.contains { act in other.acts.contains { act.likeness(to: $0) >= 0.5 } }
            }.map(\.people)
            guard !near.isEmpty, near.contains(where: { !$0.isEmpty }) else { return true }
            return Self.isNamed(part.people, near) && Self.isInOrder(part.people, near)
        }
    }

    private static func isNamed(_ people: [Int], _ near: [[Int]]) -> Bool {
        let named = Set(near.joined())
        return near.contains(where: \.isEmpty) || people.contains(where: named.contains)
    }

    private static func isInOrder(_ people: [Int], _ near: [[Int]]) -> Bool {
        zip(people, people.dropFirst()).allSatisfy { first, second in
            guard first != second else { return true }
            let both = near.filter { $0.contains(first) && $0.contains(second) }
            return both.isEmpty
                || both.contains { order in
                    (order.firstIndex(of: first) ?? 0) < (order.firstIndex(of: second) ?? 0)
                }
        }
    }
}
