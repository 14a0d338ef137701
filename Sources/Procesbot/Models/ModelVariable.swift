import Feel

/// A name that a test takes from its surroundings, with the members of it that it looks at: `klant.leeftijd`.
struct ModelVariable: Sendable {
    let name: String
    private let members: [String]

    /// Stands for all that nobody knows.
    static let nobodyKnows = "?"

    init(_ name: String, in text: String) {
        self.name = name
        var members: Set<String> = []
        for path in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }) {
            let parts = path.split(separator: ".").map(String.init)
            if parts.count == 2, parts[0] == name { members.insert(parts[1]) }
        }
        self.members = members.sorted()
    }

    func known(_ facts: NamedFacts) -> (value: FeelValue, said: [Statement]) {
        if members.isEmpty { return Self.known(name, facts) }
        let inside = members.map { ($0, Self.known(name + "." + $0, orGivenAs: $0, facts)) }
        return (.context(FeelContext(inside.map { ($0, $1.value) })), inside.flatMap { $0.1.said })
    }

    private static func known(_ name: String, orGivenAs other: String? = nil, _ facts: NamedFacts) -> (
        value: FeelValue, said: [Statement]
    ) {
        let (names, others) = ([name].compactMap(ModelName.init), [other].compactMap { $0.flatMap(ModelName.init) })
        guard let found = facts.value(of: names, orGivenAs: others, nil) else {
            return (.unknown(FeelUnknown([name])), [])
        }
        return (found.value, [found.said])
    }
}
