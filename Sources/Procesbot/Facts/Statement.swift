/// A thing that is said of the case, in a few words: in the question, in the facts given with it, or worked out.
struct Statement: Sendable {
    enum Origin: String, Sendable {
        case question, given, zaak, klant, computed
    }

    let text: String
    let tokens: [Token]
    let terms: [Term]
    var quantities: [Quantity]
    var places: [PlaceMention]
    /// Denied: `geen crisis`, `niet bereikt`.
    var isDenied: Bool
    /// Doubted or said to be not known: `misschien`, `weet niet of`.
    var isUncertain: Bool
    /// Stands in a question, so that it is asked and not said.
    var isAsked: Bool
    let origin: Origin
    /// The fact that a person corrected into this one.
    var corrects: String?
    /// The value under its name, where it was given so.
    var named: NamedValue?
}

/// A town in a text, and whether it is where, where not, or left behind.
struct PlaceMention: Sendable, Hashable {
    enum Relation: Sendable { case inside, outside, left }

    let name: String
    let relation: Relation
    let token: Int
}

extension Statement {
    /// Said by who asks, and not only known of the zaak or the klant.
    var isSaid: Bool {
        switch origin {
        case .question, .given, .computed: true
        case .zaak, .klant: corrects != nil || isState
        }
    }

    /// Says at which step or status the zaak stands, and nothing of what happened.
    var tellsWhere: Bool { origin == .zaak && ["stap", "status"].contains(tokens.first?.text ?? "") }

    /// `20 dagen uitstel`: the noun right behind a term says of what it is.
    var namesItsTerm: Bool {
        quantities.contains { quantity in
            guard case .period = quantity.measure else { return false }
            return terms.contains {
                $0.tokens.lowerBound == quantity.tokens.upperBound && $0.weight >= 0.9
                    && !$0.token.text.hasSuffix("en")
            }
        }
    }
}

extension Statement {
    /// `wat nu`, `en hoe verder`: it asks and tells nothing, whatever stands before it.
    var isBareAsking: Bool {
        origin == .question && quantities.isEmpty && places.isEmpty
            && tokens.contains { Self.asking.contains($0.text) }
            && tokens.allSatisfy { FunctionWords.all.contains($0.text) || Self.beside.contains($0.text) }
    }

    private static let asking: Set<String> = [
        "wat", "hoe", "wie", "waar", "waarheen", "wanneer", "welke", "welk", "waarom", "hoelang", "hoezo",
    ]
    private static let beside: Set<String> = [
        "dan", "volgende", "stap", "klant", "beste", "slim", "wijsheid", "please",
    ]
}
