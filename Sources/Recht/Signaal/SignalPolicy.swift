/// Which claims oblige a signal, and which letter proves which step once it left.
public struct SignalPolicy: Hashable, Sendable {
    /// By kind of claim: the partner word of the DDAS exchange model, such as `Huur`.
    public let partners: [String: String]
    /// By step: the templates that prove it.
    public let letters: [SignalStep: Set<String>]

    public init(partners: [String: String], letters: [SignalStep: Set<String>]) {
        self.partners = partners
        self.letters = letters
    }
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
