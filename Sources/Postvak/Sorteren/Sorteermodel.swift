import Foundation

/// A linear model for each kind (logistic regression, one against the rest): it starts as the rules alone, and every mail
/// that a person confirmed pulls its words a little. The same examples always give the same model.
public struct Sorteermodel: Sendable {
    /// A mail whose kinds a person confirmed.
    public struct Voorbeeld: Sendable {
        public let wortels: [String]
        /// How many rules of each kind spoke.
        public let regels: [Mailsoort: Int]
        public let soorten: Set<Mailsoort>

        public init(wortels: [String], regels: [Mailsoort: Int], soorten: Set<Mailsoort>) {
            self.wortels = wortels
            self.regels = regels
            self.soorten = soorten
        }
    }

    /// What the model says of one kind, and the words that weighed most.
    public struct Oordeel: Hashable, Sendable {
        public let soort: Mailsoort
        /// From 0 to 1.
        public let kans: Double
        public let woorden: [String]
    }

    private struct Weging {
        var grond = -2.0
        var regel = 4.0
        var woorden: [String: Double] = [:]
    }

    private var wegingen: [Mailsoort: Weging] = Dictionary(
        uniqueKeysWithValues: Mailsoort.aanwijsbaar.map { ($0, Weging()) })
    /// On how many confirmed mails it rests.
    public let voorbeelden: Int

    /// The rules alone.
    public init() { voorbeelden = 0 }

    /// Learns from examples, in their order; words of fewer than two of them are left out, and so are most names.
    public init(_ examples: [Voorbeeld]) {
        voorbeelden = examples.count
        let known = Sorteermodel.common(examples)
        let texts = examples.map { $0.wortels.filter(known.contains) }
        for kind in Mailsoort.aanwijsbaar {
            wegingen[kind] = Sorteermodel.learn(kind, examples, texts)
        }
    }

    private static func common(_ examples: [Voorbeeld]) -> Set<String> {
        var counts: [String: Int] = [:]
        for word in examples.lazy.flatMap(\.wortels) { counts[word, default: 0] += 1 }
        return Set(counts.filter { $0.value > 1 }.keys)
    }

    private static let rounds = 12
    private static let pull = 0.002

    private static func learn(_ kind: Mailsoort, _ examples: [Voorbeeld], _ texts: [[String]]) -> Weging {
        let start = Weging()
        var weging = start
        for round in 0..<rounds {
            let rate = 0.5 / (1 + 0.3 * Double(round))
            for (example, words) in zip(examples, texts) {
                let share = scale(words.count)
                let rules = hits(example.regels[kind])
                let wrong = (example.soorten.contains(kind) ? 1 : 0) - chance(weging, words, rules)
                weging.grond += rate * (wrong * 0.2 - pull * (weging.grond - start.grond))
                weging.regel += rate * (wrong * rules * 0.2 - pull * (weging.regel - start.regel))
                for word in words {
                    let now = weging.woorden[word] ?? 0
                    weging.woorden[word] = now + rate * (wrong * share - pull * now)
                }
            }
        }
        return weging
    }

    private static func scale(_ count: Int) -> Double { 1 / Double(max(1, count)).squareRoot() }
    private static func hits(_ count: Int?) -> Double { Double(min(2, count ?? 0)) }

    private static func chance(_ weging: Weging, _ words: [String], _ rules: Double) -> Double {
        let said = words.reduce(0.0) { $0 + (weging.woorden[$1] ?? 0) } * scale(words.count)
        return 1 / (1 + exp(-(weging.grond + weging.regel * rules + said)))
    }

    /// What it says of each kind, the surest first.
    public func oordelen(_ wortels: [String], regels: [Mailsoort: Int]) -> [Oordeel] {
        Mailsoort.aanwijsbaar.compactMap { kind in
            guard let weging = wegingen[kind] else { return nil }
            let known = wortels.filter { weging.woorden[$0] != nil }
            let strongest = known.filter { weging.woorden[$0, default: 0] > 0.2 }
                .sorted { (weging.woorden[$0, default: 0], $1) > (weging.woorden[$1, default: 0], $0) }
            return Oordeel(
                soort: kind, kans: Sorteermodel.chance(weging, known, Sorteermodel.hits(regels[kind])),
                woorden: Array(strongest.prefix(5)))
        }.sorted { ($0.kans, $1.soort.rawValue) > ($1.kans, $0.soort.rawValue) }
    }
}
