/// Which claims oblige a signal, and which letter proves which step once it left.
public struct SignalPolicy: Hashable, Sendable {
    /// By kind of claim: the partner word of the DDAS exchange model, such as `Huur`.
    public let partners: [String: String]
    /// By step: the templates that prove it.
    public let letters: [SignalStep: Set<String>]
    /// By the word of what a municipality reports back, such as `geen_inwoner`: what follows from it.
    public let consequences: [String: SignalConsequence]

    public init(
        partners: [String: String], letters: [SignalStep: Set<String>],
        consequences: [String: SignalConsequence] = [:]
    ) {
        self.partners = partners
        self.letters = letters
        self.consequences = consequences
    }
}

/// What follows when a municipality reports what came of a signal; none of it decides for a person.
public enum SignalConsequence: String, Hashable, Sendable, CaseIterable {
    /// Collecting stands still until a person decided: someone helps, or the customer died.
    case stilzetten
    /// A person looks before the zaak is handed over.
    case bekijken
    /// The signal does not count: it reached the wrong municipality, or was found unjust. A person looks.
    case teltNiet = "telt_niet"
    /// It is kept with the signal, and nothing waits for it.
    case vastleggen
}

/// A municipality with the towns that belong to it.
public struct Municipality: Hashable, Sendable {
    /// Four digits (CBS).
    public let code: String
    public let name: String
    public let towns: [String]

    public init(code: String, name: String, towns: [String]) {
        self.code = code
        self.name = name
        self.towns = towns
    }

    /// Whether a town as people write it belongs to it.
    public func covers(_ town: String) -> Bool {
        let asked = town.lowercased().filter { !$0.isWhitespace }
        return towns.contains { $0.lowercased().filter { !$0.isWhitespace } == asked }
    }
}
