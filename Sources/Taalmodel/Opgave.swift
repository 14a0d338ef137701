import Basics
public import Procesbot

/// What a language model is given of an advice: its cited passages and the masked case, and nothing else.
public struct Opgave: Sendable {
    /// Exactly what leaves the house, but for the standing rules.
    public let prompt: String
    let passages: [GivenPassage]
    let masker: Masker

    /// Nothing for a refusal, of which there is nothing to say more. `names` are those of the zaak and its people.
    public init?(_ advice: Advice, vraag: String, names: [String] = [], _ adviser: Adviser) throws {
        let passages = Opgave.passages(of: advice)
        guard advice.refused == nil, !passages.isEmpty else { return nil }
        var masker = Masker(names: names, given: passages.map { $0.source.quote + " " + $0.source.heading }) {
            adviser.knows($0)
        }
        let value: JSON = [
            "vraag": .string(try masker.mask(vraag)),
            "feiten": .array(try advice.facts.prefix(Opgave.mostFacts).map { .string(try masker.mask($0.fact)) }),
            "passages": .array(
                try passages.map {
                    [
                        "passage": .string($0.name), "kop": .string(try masker.maskPassage($0.source.heading)),
                        "tekst": .string(try masker.maskPassage($0.source.quote)),
                        "berekend": .array(try $0.computed.map { .string(try masker.mask($0)) }),
                    ]
                }),
        ]
        prompt = value.canonical
        self.passages = passages
        self.masker = masker
    }

    /// About what asking may cost, so that a budget can be kept before anything is sent.
    public func mostTokens(_ settings: TaalmodelSettings) -> Int {
        Tokens.estimate(ChatRequest.rules, prompt) + settings.answerTokens
    }

    private static let mostFacts = 30
    private static let mostPassages = 20

    /// The passages that the route cites, each with what the adviser itself made of it.
    private static func passages(of advice: Advice) -> [GivenPassage] {
        var order: [QuotedSource] = []
        var steps: [QuotedSource: [String]] = [:]
        for step in advice.route {
            for source in step.sources {
                if steps[source] == nil { order.append(source) }
                steps[source, default: []] += step.step == source.quote ? [] : [step.step]
            }
        }
        return order.prefix(mostPassages).enumerated().map { number, source in
            GivenPassage(name: "P\(number + 1)", source: source, computed: steps[source] ?? [])
        }
    }
}
